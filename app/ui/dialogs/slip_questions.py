"""One list of all slips staff are asked about: did it come out, is it still wanted?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalMapper, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.news import SlipQuestionsChanged
from app.domain.open_questions import SlipQuestion
from app.domain.printing import JobKind, PrinterWord
from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label, Segment, Segments, ShapeMark, Sheet
from app.ui.wording.figures import clock
from app.ui.wording.marked import translate
from app.ui.wording.order import cause_text
from app.usecases.desk import Shop
from app.usecases.settle_print import SettleSlips, SlipAnswer


class SlipRow(Sheet):
    """One slip with its two or three answers.

    Thread: gui. Signals: `answered` after each choice.
    """

    answered = Signal()

    def __init__(self, theme: Theme, shop: Shop, question: SlipQuestion) -> None:
        """Make the row of `question`."""
        super().__init__(theme, "surface", ("bottom",))
        self.question = question
        number = translate("Slips", "{number} · {vendor}")
        if question.job.kind is JobKind.STATION:
            number = translate("Slips", "{number} · {vendor} · station slip")
        number = number.format(number=question.number, vendor=question.vendor_title)
        self.number = Label(theme, number, "column", elide=True)
        self.line = Sentence(theme, _line(question, shop), "body", "ink2")
        self.choices = Segments(theme, _choices(question), name=number)
        self.choices.setFixedWidth(theme.px(390 if question.is_unsure else 260))
        self.choices.chosen.connect(self._on_chosen)
        shape = Shape.UNCONFIRMED if question.is_unsure else Shape.WARN
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.number)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(8), 0, theme.px(9))
        row.setSpacing(theme.px(12))
        row.addWidget(ShapeMark(theme, shape, 24))
        row.addLayout(words, 1)
        row.addWidget(self.choices)

    @property
    def answer(self) -> SlipAnswer | None:
        """Return what was chosen, None for nothing yet."""
        key = self.choices.chosen_key()
        return SlipAnswer(key) if key is not None else None

    def choose(self, answer: SlipAnswer) -> None:
        """Choose for staff; a slip of which nothing left cannot have come out."""
        if answer is SlipAnswer.CAME_OUT and not self.question.is_unsure:
            return
        self.choices.choose(answer.value)

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self.answered.emit()


class SlipQuestionsDialog(Dialog):
    """Slips to look at, oldest first; All came out and None answer the doubtful ones at once.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        questions: Sequence[SlipQuestion],
    ) -> None:
        """Make the list."""
        title = translate("Slips", "Slips to look at")
        super().__init__(theme, title, width=848, height=608)
        self._shop = shop
        self._dispatch = dispatch
        self.rows: list[SlipRow] = []
        self.advice = Sentence(theme, "", "body_medium", "ink2")
        self.all_out = ActionButton(theme, translate("Slips", "All came out"), height=56)
        self.none_out = ActionButton(theme, translate("Slips", "None came out"), height=56)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.advice, 1)
        head.addWidget(self.all_out)
        head.addWidget(self.none_out)
        self.body.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.later = ActionButton(theme, translate("Slips", "Later"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, translate("Slips", "Settle"), Kind.NEXT)
        self.set_foot(self.later, self.action)
        self._mapper = QSignalMapper(self)
        for button, answer in (
            (self.all_out, SlipAnswer.CAME_OUT),
            (self.none_out, SlipAnswer.PRINT),
        ):
            button.acted.connect(self._mapper.map)
            self._mapper.setMapping(button, answer.value)
        self._mapper.mappedString.connect(self._on_all)
        self.later.acted.connect(self.reject)
        self.action.acted.connect(self._on_settle)
        self.show_questions(SlipQuestionsChanged(tuple(questions)))

    def first_focus(self) -> QWidget | None:
        """Return the way back: nothing is answered by a stray key."""
        return self.later

    def show_questions(self, news: SlipQuestionsChanged) -> None:
        """Show the list as it is now; what was chosen stays chosen, an empty list closes."""
        wanted = {question.job.id: question for question in news.questions}
        for row in [row for row in self.rows if wanted.get(row.question.job.id) != row.question]:
            self.rows.remove(row)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        known = {row.question.job.id: row for row in self.rows}
        self.rows = []
        for place, question in enumerate(news.questions):
            row = known.get(question.job.id) or self._new_row(question)
            self._list.insertWidget(place, row)
            self.rows.append(row)
        if not self.rows:
            self.done_with()
        self._show_locks()

    def _new_row(self, question: SlipQuestion) -> SlipRow:
        row = SlipRow(self.theme, self._shop, question)
        row.answered.connect(self._on_answered)
        return row

    def _show_locks(self) -> None:
        unsure = sum(row.question.is_unsure for row in self.rows)
        chosen = sum(row.answer is not None for row in self.rows)
        self.all_out.setVisible(unsure > 1)
        self.none_out.setVisible(unsure > 1)
        self.action.set_locked(not chosen)
        text = translate("Slips", "Look at the printer, then say of each slip whether it came out.")
        if not unsure:
            text = translate(
                "Slips", "These are too old to come by themselves. Are they still wanted?"
            )
        self.advice.say_plainly(text)

    @Slot(str)
    def _on_all(self, answer: str) -> None:
        for row in self.rows:
            if row.question.is_unsure:
                row.choose(SlipAnswer(answer))
        self._show_locks()

    @Slot()
    def _on_answered(self) -> None:
        self._show_locks()

    @Slot()
    def _on_settle(self) -> None:
        answers = {row.question.job.id: row.answer for row in self.rows}
        chosen = {job_id: answer for job_id, answer in answers.items() if answer is not None}
        if chosen:
            self._dispatch(SettleSlips(chosen))
            self.done_with()


def _choices(question: SlipQuestion) -> list[Segment]:
    came_out = Segment(SlipAnswer.CAME_OUT.value, translate("Slips", "Came out"))
    print_it = Segment(SlipAnswer.PRINT.value, translate("Slips", "Print it"))
    drop = Segment(SlipAnswer.GIVE_UP.value, translate("Slips", "No slip"))
    return [came_out, print_it, drop] if question.is_unsure else [print_it, drop]


def _line(question: SlipQuestion, shop: Shop) -> str:
    job = question.job
    since = clock(job.created_at, shop)
    if question.is_unsure:
        text = translate("Slips", "{time} on “{printer}”, which stopped answering at the end")
        if job.cause in (None, PrinterWord.UNKNOWN):
            text = translate("Slips", "{time} on “{printer}”. Pult ended while it printed")
        elif job.cause.stands_still:
            text = translate(
                "Slips", "{time} on “{printer}”, which {cause}. It may still come out by itself"
            )
        cause = cause_text(job.cause) if job.cause is not None else ""
        return text.format(time=since, printer=job.printer, cause=cause)
    text = translate("Slips", "Waits since {time} for “{printer}”")
    if job.cause is not None and not job.cause.can_print:
        text = translate("Slips", "Waits since {time}: “{printer}” {cause}")
        return text.format(time=since, printer=job.printer, cause=cause_text(job.cause))
    return text.format(time=since, printer=job.printer)
