"""The page of one lamp, and the list of all lamps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.device_news import SheetPrinted
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.printing import PrinterWord
from app.domain.scan_news import LookUpAnswered
from app.domain.sheet import SheetKind
from app.ui.status.story_dialog import Story, StoryDialog
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label, LampState, ShapeMark, Sheet
from app.ui.wording.lamps import LampStory
from app.ui.wording.printers import sheet_text
from app.ui.wording.probes import Stands, probe_said
from app.ui.wording.waiting_slips import waiting_count

_SHAPES = {
    LampTone.OK: Shape.OK,
    LampTone.IDLE: Shape.READY,
    LampTone.WARN: Shape.WARN,
    LampTone.BAD: Shape.BAD,
}


def story_of(lamp: Lamp, words: LampStory) -> Story:
    """Return what the lamp's page tells."""
    return Story(
        shape=words.shape or _SHAPES[lamp.tone],
        head=words.head,
        safe=words.safe,
        todo=words.todo,
        do=tuple(words.do),
        dont=tuple(words.dont),
        facts=tuple(words.facts),
        details=words.details,
    )


class LampDialog(StoryDialog):
    """What is wrong, whether orders are safe, what to do, last contact, and Test.

    Thread: gui. Signals: `test_wanted(kind, name)`; `slips_wanted(name)` when what waits for this
    printer is to be listed; `device_accepted(kind, name)` when what is plugged in is the right one;
    `pause_wanted(vendor)`, `resume_wanted(vendor)`.
    """

    test_wanted = Signal(str, str)
    device_accepted = Signal(str, str)
    slips_wanted = Signal(str)
    pause_wanted = Signal(str)
    resume_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        lamp: Lamp,
        words: LampStory,
        slips: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page of `lamp`; scanners have no Test, one scans something instead.

        `slips` are as many as wait for this printer.
        """
        super().__init__(theme, lamp.title, story_of(lamp, words), parent=parent)
        self._lamp = lamp
        self.test: ActionButton | None = None
        self.slips: ActionButton | None = None
        self.pause: ActionButton | None = None
        self._is_paused = False
        self.use = ActionButton(
            theme, self.tr("Use this device"), Kind.NEXT, icon="plug", height=72
        )
        self.use.acted.connect(self._on_use)
        self.answer = Label(theme, "", "body", "ink2", wrap=True)
        self.add_to_foot(self.use)
        if lamp.kind is LampKind.SCANNER:
            self.add_to_foot(self.answer, 1)
            self._show_use()
            return
        text = self.tr("Test connection") if self._is_vendor() else self.tr("Test slip")
        icon = "plug" if self._is_vendor() else "slip"
        self.test = ActionButton(theme, text, Kind.PLAIN, icon=icon, height=72)
        self.test.acted.connect(self._on_test)
        # At the left: the list it opens has its actions at the right, and no finger is to hit them.
        self.slips = ActionButton(theme, "", Kind.PLAIN, icon="list", height=72)
        self.slips.acted.connect(self._on_slips)
        self.add_to_foot(self.test)
        self.add_to_foot(self.slips)
        self.add_to_foot(self.answer, 1)
        self.pause = ActionButton(theme, "", Kind.PLAIN, icon="pause", height=72)
        self.pause.acted.connect(self._on_pause)
        self.add_to_foot(self.pause)
        self.show_pause(None)
        self._show_use()
        self.show_slips(slips)

    def show_pause(self, is_paused: bool | None) -> None:
        """Offer the pause, or its end; None for what cannot be paused."""
        if self.pause is None:
            return
        self.pause.setVisible(is_paused is not None)
        self._is_paused = bool(is_paused)
        if is_paused:
            self.pause.set_words(self.tr("Resume now"))
        else:
            self.pause.set_words(self.tr("Pause…"))

    def show_slips(self, count: int) -> None:
        """Show how many slips wait for this printer now."""
        if self.slips is not None:
            self.slips.set_words(waiting_count(count))
            self.slips.setVisible(count > 0)

    def is_about(self, lamp: Lamp) -> bool:
        """Tell whether this is the page of `lamp`."""
        return (lamp.kind, lamp.name) == (self._lamp.kind, self._lamp.name)

    def show_story(self, lamp: Lamp, words: LampStory) -> None:
        """Show how the lamp stands now."""
        self._lamp = lamp
        self.tell(story_of(lamp, words))
        self._show_use()

    def test_answered(self, answer: LookUpAnswered) -> None:
        """Show the answer to Test; what to do only where the page itself cannot know the cause."""
        if self._is_vendor() and answer.vendor == self._lamp.name and self.test is not None:
            self.test.end_flight()
            _, head, line = probe_said(
                answer.data, self._lamp.title, Stands(at_work=True, wanted=True)
            )
            todo = line if answer.data.get("cause") else ""
            self.answer.setText(f"{head}. {todo}".strip())

    def sheet_printed(self, news: SheetPrinted) -> None:
        """Say what became of the test slip."""
        is_mine = news.kind is SheetKind.TEST and news.printer == self._lamp.name
        if is_mine and not self._is_vendor() and self.test is not None and self.test.in_flight():
            self.test.end_flight()
            self.answer.setText(sheet_text(news))

    def _is_vendor(self) -> bool:
        return self._lamp.kind is LampKind.VENDOR

    def _show_use(self) -> None:
        is_stranger = self._lamp.word == PrinterWord.OTHER_DEVICE.value
        self.use.setVisible(is_stranger)
        if self.test is not None:
            self.test.setVisible(not is_stranger)  # nothing is printed on a stranger

    @Slot()
    def _on_use(self) -> None:
        self.use.rest(3000)
        self.answer.setText(self.tr("{name} is asked anew.").format(name=self._lamp.title))
        self.device_accepted.emit(self._lamp.kind.value, self._lamp.name)

    @Slot()
    def _on_pause(self) -> None:
        wanted = self.resume_wanted if self._is_paused else self.pause_wanted
        wanted.emit(self._lamp.name)

    @Slot()
    def _on_slips(self) -> None:
        self.slips_wanted.emit(self._lamp.name)

    @Slot()
    def _on_test(self) -> None:
        if self.test is None:
            return
        if self._is_vendor():
            self.test.start_flight(self.tr("Asking…"))
            self.answer.setText("")
        else:
            self.test.start_flight(self.tr("Printing…"))
            self.answer.setText(self.tr("A test slip is on its way. Look whether it comes out."))
        self.test_wanted.emit(self._lamp.kind.value, self._lamp.name)


class LampRow(Sheet):
    """One lamp in the list of all. Thread: gui. Signals: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, state: LampState) -> None:
        """Make the row of a lamp."""
        super().__init__(theme, "surface", ("bottom",))
        self._key = state.key
        self._mark = ShapeMark(theme, state.shape, 24)
        self._words = Label(theme, style="body_strong")
        self._age = Label(theme, style="small_tabular", ink="ink3")
        self.button = ActionButton(theme, self.tr("Open"), Kind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._age)
        row.addWidget(self.button)
        self.button.acted.connect(self._on_acted)
        self.show_state(state)

    def show_state(self, state: LampState) -> None:
        """Show how it stands now."""
        words = f"{state.name}: {state.word}"
        self._mark.set_shape(state.shape)
        self._words.setText(words)
        self._age.setText(state.age)
        self.button.set_words(self.tr("Open"), name=self.tr("Open {name}").format(name=state.name))

    @Slot()
    def _on_acted(self) -> None:
        self.chosen.emit(self._key)


class LampListDialog(Dialog):
    """All lamps, where they are folded into one.

    Thread: gui. Signals: `lamp_chosen(key)`; `help_wanted` for what is read out on the telephone.
    """

    lamp_chosen = Signal(str)
    help_wanted = Signal()

    def __init__(
        self, theme: Theme, states: Sequence[LampState], parent: QWidget | None = None
    ) -> None:
        """List the lamps."""
        super().__init__(theme, "", width=640, parent=parent)
        self.set_title(self.tr("Connections and devices"))
        self._rows: dict[str, LampRow] = {}
        self.show_lamps(states)
        self.body.addStretch(1)
        help_button = ActionButton(theme, self.tr("Help"), Kind.PLAIN, icon="info", height=72)
        help_button.acted.connect(self._on_help)
        self.set_foot(help_button)
        self.closed.connect(self.deleteLater)

    @Slot()
    def _on_help(self) -> None:
        self.reject()
        self.help_wanted.emit()

    def show_lamps(self, states: Sequence[LampState]) -> None:
        """Show how they stand now."""
        for place, state in enumerate(states):
            row = self._rows.get(state.key)
            if row is None:
                row = LampRow(self.theme, state)
                row.chosen.connect(self.lamp_chosen)
                self._rows[state.key] = row
                self.body.insertWidget(place, row)
                row.show()
            else:
                row.show_state(state)
