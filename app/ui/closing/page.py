"""The page Closing: what is to be finished, the shift, and the figures of the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.book_news import ClosedChanged
from app.ui.closing.open_list import OpenList
from app.ui.closing.parts import PAGE_WIDTH
from app.ui.closing.sheet_page import SheetPage
from app.ui.closing.shift_page import ShiftPage
from app.ui.pages import Page
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Segment, Segments, Sheet
from app.ui.wording.closing import closed_text
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

OPEN, SHIFT, SHEET = "open", "shift", "sheet"


class ClosingPage(Page):
    """Three parts, of which one is seen.

    Thread: gui. Signals: `opened` when the page is entered; `close_wanted` and `open_wanted` for
    this till; those of the parts are theirs.
    """

    opened = Signal()
    close_wanted = Signal()
    open_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        titles: Mapping[str, str],
        now: Callable[[], datetime],
        *,
        has_drawer: bool,
    ) -> None:
        """Make the page; its parts ask for what they show when it is entered."""
        super().__init__(theme, translate("Closing", "Closing"))
        self._theme = theme
        self._shop = shop
        self._now = now
        self._closed = ClosedChanged(None)
        self._count = 0
        self.parts = Segments(
            theme,
            [
                Segment(OPEN, translate("Closing", "To finish"), "list"),
                Segment(SHIFT, translate("Closing", "Shift"), "banknote"),
                Segment(SHEET, translate("Closing", "Day sheet"), "slip"),
            ],
            name=translate("Closing", "Parts of Closing"),
            chosen=OPEN,
        )
        self.list = OpenList(theme, shop, now)
        self.shift = ShiftPage(theme, shop, now, has_drawer=has_drawer)
        self.sheet = SheetPage(theme, shop, titles, now)
        self.advice = Sentence(theme, "", "body", "ink2", middle=True)
        self.close_day = ActionButton(theme, "", Kind.NEXT)
        self._lay_out()
        self.parts.chosen.connect(self._on_part)
        self.list.counted.connect(self._on_counted)
        self.close_day.acted.connect(self._on_close)
        self.shift.figures_wanted.connect(self._on_figures)
        self.show_closed(self._closed)

    @property
    def part(self) -> str:
        """Return the part that is seen."""
        return (OPEN, SHIFT, SHEET)[self.stack.currentIndex()]

    def entered(self) -> None:
        """Let everything be read anew."""
        self.opened.emit()

    def show_closed(self, closed: ClosedChanged) -> None:
        """Show whether the till is closed."""
        self._closed = closed
        self.close_day.set_words(
            translate("Closing", "Open")
            if closed.since
            else translate("Closing", "Close for today")
        )
        self._say()

    def show_part(self, key: str) -> None:
        """Show one of the parts."""
        self.parts.choose(key)
        self.stack.setCurrentIndex((OPEN, SHIFT, SHEET).index(key))

    def show_figures(self, wanted: date | str) -> None:
        """Show the figures of a day or a shift."""
        self.show_part(SHEET)
        self.sheet.read(wanted)

    def _lay_out(self) -> None:
        px = self._theme.px
        top = Sheet(self._theme, "canvas")
        row = QHBoxLayout(top)
        row.setContentsMargins(px(16), px(12), px(16), px(4))
        self.parts.setMaximumWidth(px(PAGE_WIDTH))
        row.addStretch(1)
        row.addWidget(self.parts, 100)
        row.addStretch(1)
        foot = Sheet(self._theme, "surface", ("top",))
        last = QHBoxLayout(foot)
        last.setContentsMargins(px(16), px(10), px(16), px(10))
        last.setSpacing(px(16))
        self.close_day.setMinimumWidth(px(232))
        last.addWidget(self.advice, 1)
        last.addWidget(self.close_day)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self.stack = QStackedWidget()
        for part in (first, self.shift, self.sheet):
            self.stack.addWidget(part)
        ground = Sheet(self._theme, "canvas")
        under = QVBoxLayout(ground)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(top)
        under.addWidget(self.stack, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(ground, 1)

    def _say(self) -> None:
        if self._closed.since is not None:
            text = closed_text(self._closed, self._shop, self._now())
        else:
            text = translate(
                "Closing",
                "While closed, new orders are kept without ringing or being accepted by"
                " themselves. They ring when you open. Vendors are not told: customers can still"
                " order there.",
            )
            if self._count:
                open_ = translate("Closing", "What is still open stays on the board.")
                text = f"{open_} {text}"
        self.advice.say_plainly(text)

    @Slot(str)
    def _on_part(self, key: str) -> None:
        self.stack.setCurrentIndex((OPEN, SHIFT, SHEET).index(key))
        if key == SHEET:
            self.sheet.read()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        if bool(count) != bool(self._count):
            self._count = count
            self._say()
        self._count = count

    @Slot(str)
    def _on_figures(self, shift_id: str) -> None:
        self.show_figures(shift_id)

    @Slot()
    def _on_close(self) -> None:
        self.close_day.rest()  # Open comes to the same place
        (self.open_wanted if self._closed.since is not None else self.close_wanted).emit()
