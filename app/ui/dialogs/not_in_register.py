"""Orders the register does not have: why, and what can be done about each on the spot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.news import NotInRegisterChanged
from app.domain.open_questions import NotInRegister, RegisterLine
from app.ui.dialogs.article_row import ArticleRow, FigureRow
from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Dialog, Kind, ShapeMark, Sheet
from app.ui.widgets.keypad import press_into
from app.ui.wording.marked import translate
from app.ui.wording.refusals import refusal_details
from app.usecases.not_in_register import MapArticle, RungUp, SendToRegister

NOTHING_TYPED: Final[Mapping[str, str]] = MappingProxyType({})


class NotInRegisterRow(Sheet):
    """One order, the articles it lacks, and its ways on.

    Thread: gui. Signals: `wanted(command)`; `mapped(commands)` for articles that were given;
    `field_entered(ArticleRow)` when its field is typed in.
    """

    wanted = Signal(object)
    mapped = Signal(object)
    field_entered = Signal(object)

    def __init__(self, theme: Theme, entry: NotInRegister, titles: Mapping[str, str]) -> None:
        """Make the row of `entry`."""
        super().__init__(theme, "surface", ("bottom",))
        self._theme = theme
        self.entry = entry
        self._register = titles.get(entry.register) or entry.register.title()
        vendor = titles.get(entry.vendor) or entry.vendor.title()
        self.head = Sentence(theme, f"{entry.number} · {vendor}", "body_strong", "ink")
        self.line = Sentence(theme, self._reason(), "body_medium", "ink2")
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(self.head)
        words.addWidget(self.line)
        self.articles = [self._article(line) for line in self._shown_lines()]
        for article in self.articles:
            words.addWidget(article)
        words.addLayout(self._ways_on())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(ShapeMark(theme, Shape.BAD, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def lacking(self) -> tuple[RegisterLine, ...]:
        """Return the products without an article."""
        return tuple(line for line in self.entry.lines if not line.article)

    def _reason(self) -> str:
        if self.lacking:
            names = ", ".join(line.name for line in self.lacking)
            text = translate("Register", "{register} needs its article for: {names}.")
            return text.format(register=self._register, names=names)
        if self.entry.asks_takeaway:
            return translate(
                "Register", "Some of it is eaten here and some taken away. Which should it be?"
            )
        reason = refusal_details(self.entry.reason, self._register)
        return translate("Register", "Why: “{reason}”.").format(reason=reason)

    def _shown_lines(self) -> tuple[RegisterLine, ...]:
        """Those to be filled in; else, where one may be wrong, all that are known."""
        if self.lacking or self.entry.asks_takeaway:
            return self.lacking
        return self.entry.lines

    def _article(self, line: RegisterLine) -> ArticleRow:
        row = ArticleRow(self._theme, line, self._register)
        row.kept.connect(self._on_kept)
        row.entered.connect(self.field_entered)
        return row

    def _ways_on(self) -> QHBoxLayout:
        theme = self._theme
        ways = QHBoxLayout()
        ways.setSpacing(theme.px(8))
        ways.setContentsMargins(0, theme.px(4), 0, 0)
        self.here = self._button(translate("Register", "All eaten here"), self._on_here)
        self.away = self._button(translate("Register", "All taken away"), self._on_away)
        self.again = self._button(translate("Register", "Send again"), self._on_again, "retry")
        by_hand = translate("Register", "Rung up by hand")
        self.by_hand = self._button(by_hand, self._on_by_hand, "check")
        asks = self.entry.asks_takeaway and not self.lacking
        for button, shown in (
            (self.here, asks),
            (self.away, asks),
            (self.again, not asks),
            (self.by_hand, True),
        ):
            ways.addWidget(button)
            button.setVisible(shown)
        ways.addStretch(1)
        return ways

    def _button(self, text: str, slot: Callable[[], None], icon: str | None = None) -> ActionButton:
        name = f"{text}, {self.entry.number}"
        button = ActionButton(self._theme, text, Kind.PLAIN, icon=icon, height=56, name=name)
        button.acted.connect(slot)
        return button

    def _keeps_typed(self) -> bool:
        """Keep what stands in a field and was not kept; the last article sends the order itself."""
        typed = [article for article in self.articles if article.is_changed]
        if typed:
            self.mapped.emit([self._map(each.line, each.field.text().strip()) for each in typed])
        return bool(typed)

    def _map(self, line: RegisterLine, article: str) -> MapArticle:
        return MapArticle(line.product_id, article, line.name)

    def _send(self, away: bool | None) -> None:
        self.wanted.emit(SendToRegister(self.entry.push_id, away))

    @Slot(str, str)
    def _on_kept(self, product_id: str, article: str) -> None:
        line = next(line for line in self.entry.lines if line.product_id == product_id)
        self.mapped.emit([self._map(line, article)])

    @Slot()
    def _on_here(self) -> None:
        self._send(away=False)

    @Slot()
    def _on_away(self) -> None:
        self._send(away=True)

    @Slot()
    def _on_again(self) -> None:
        if not self._keeps_typed():
            self._send(away=None)

    @Slot()
    def _on_by_hand(self) -> None:
        self.wanted.emit(RungUp(self.entry.push_id))


class NotInRegisterDialog(Dialog):
    """All orders that are not in a register; articles can be typed with figures on the screen.

    Articles belong to Settings: whoever opens the list hears of them by themselves.

    Thread: gui. Signals: `mapped(commands)`.
    """

    mapped = Signal(object)

    def __init__(
        self,
        theme: Theme,
        dispatch: Callable[[object], None],
        entries: Sequence[NotInRegister],
        titles: Mapping[str, str],
        typed: Mapping[str, str] = NOTHING_TYPED,
    ) -> None:
        """Make the list; `titles` are vendors' titles by name, `typed` what stands in the fields of
        products already, by their ids."""
        super().__init__(theme, translate("Register", "Not in register"), width=872, height=640)
        self._dispatch = dispatch
        self._titles = dict(titles)
        self._typed_in: ArticleRow | None = None
        self.rows: list[NotInRegisterRow] = []
        text = translate(
            "Register",
            "Kitchen, slip and hand-over go on. What you settle here goes to the register at once.",
        )
        self.body.addWidget(Sentence(theme, text, "body_medium", "ink2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.figures = FigureRow(theme)
        self.figures.key_pressed.connect(self._on_key)
        self.later = ActionButton(theme, translate("Register", "Later"), Kind.PLAIN, height=72)
        self.set_foot(self.later)
        self.add_to_foot(self.figures)
        self.later.acted.connect(self.reject)
        self._show(entries, typed)

    def first_focus(self) -> QWidget | None:
        """Return the first article to be filled in, else the way back."""
        fields = (article.field for row in self.rows for article in row.articles if row.lacking)
        return next(fields, None) or self.later

    def show_entries(self, news: NotInRegisterChanged) -> None:
        """Show the list as it is now; an empty list closes."""
        self._show(news.entries, self.typed())

    def typed(self) -> dict[str, str]:
        """What stands in fields of a product and was not kept yet, by product id."""
        return {
            article.line.product_id: article.field.text()
            for row in self.rows
            for article in row.articles
            if article.is_changed
        }

    def _show(self, entries: Sequence[NotInRegister], typed: Mapping[str, str]) -> None:
        known = {row.entry: row for row in self.rows}
        wanted = [known.get(entry) or self._new_row(entry) for entry in entries]
        for row in self.rows:
            if row not in wanted:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.rows = wanted
        for place, row in enumerate(wanted):
            self._list.insertWidget(place, row)
            self._refill(row, typed)
        self._typed_in = None
        self.figures.setVisible(any(row.articles for row in self.rows))
        if not self.rows:
            self.done_with()

    def _refill(self, row: NotInRegisterRow, typed: Mapping[str, str]) -> None:
        for article in row.articles:
            if text := typed.get(article.line.product_id):
                article.field.setText(text)

    def _new_row(self, entry: NotInRegister) -> NotInRegisterRow:
        row = NotInRegisterRow(self.theme, entry, self._titles)
        row.wanted.connect(self._on_wanted)
        row.mapped.connect(self.mapped)
        row.field_entered.connect(self._on_field_entered)
        return row

    @Slot(object)
    def _on_wanted(self, command: object) -> None:
        self._dispatch(command)

    @Slot(object)
    def _on_field_entered(self, article: ArticleRow) -> None:
        self._typed_in = article

    @Slot(str)
    def _on_key(self, key: str) -> None:
        """Type into the field last touched, else into the first."""
        fields = [article for row in self.rows for article in row.articles]
        if self._typed_in is None and not fields:
            return
        field = (self._typed_in or fields[0]).field
        press_into(field, key)
