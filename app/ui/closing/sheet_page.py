"""The figures of a business day or a shift on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.books import Books, OpenMoney, ShiftBook
from app.domain.states import OrderState
from app.ui.closing.parts import PAGE_WIDTH, Column, Line, boxed, head_label
from app.ui.closing.shift_page import count_lines, method_lines, movement_lines, of_currency
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet
from app.ui.wording.closing import (
    day_text,
    difference_text,
    doubt_text,
    minutes_text,
    outcome_text,
    shift_text,
)
from app.ui.wording.figures import TIMES, Counts, amount
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_ROLES = {OrderState.COLLECTED.value: "ok", "": "warn"}


class SheetPage(QWidget):
    """One day after the other, or one shift, with the ways to paper and to a file.

    Thread: gui. Signals: `wanted(date | shift id)` when other figures are to be read,
    `print_wanted(date | shift id)`, `file_wanted(date | shift id)`.
    """

    wanted = Signal(object)
    print_wanted = Signal(object)
    file_wanted = Signal(object)

    def __init__(
        self, theme: Theme, shop: Shop, titles: Mapping[str, str], now: Callable[[], datetime]
    ) -> None:
        """Make the page; `titles` are vendors' titles by name."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._titles = titles
        self._now = now
        self._books: Books | None = None
        self._is_shown = False
        self.shown: date | str = shop.business_date(now())
        tr = translate
        self.before = ActionButton(
            theme, "", Kind.PLAIN, icon="chevron-left", name=tr("Closing", "The day before")
        )
        self.after = ActionButton(
            theme, "", Kind.PLAIN, icon="chevron-right", name=tr("Closing", "The day after")
        )
        self.title = Label(theme, "", "title", elide=True)
        self.today = ActionButton(theme, tr("Closing", "Today"), Kind.QUIET, height=56)
        self.area = Column(theme)
        self.print = ActionButton(theme, tr("Closing", "Print"), Kind.PLAIN, icon="printer")
        self.file = ActionButton(theme, tr("Closing", "Write CSV"), Kind.PLAIN, icon="download")
        self.said = Label(theme, "", "body", "ink2", wrap=True)
        self._lay_out()
        self.before.acted.connect(self._on_before)
        self.after.acted.connect(self._on_after)
        self.today.acted.connect(self._on_today)
        self.print.acted.connect(self._on_print)
        self.file.acted.connect(self._on_file)

    def read(self, wanted: date | str | None = None) -> None:
        """Ask for a day or a shift, or once more for what is shown."""
        if wanted is not None:
            self.shown = wanted
            self.say("")
        self.wanted.emit(self.shown)

    def say(self, text: str) -> None:
        """Say what became of the print or the file."""
        self.said.setText(text)

    def show_books(self, books: Books) -> None:
        """Show figures as soon as somebody looks, unless others are wanted by now."""
        of = books.shift.shift.id if books.shift is not None else books.day
        if of != self.shown or books == self._books:
            return
        self._books = books
        self._is_shown = False
        self._show_head(books)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was read meanwhile."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if self._books is not None and self.isVisible() and not self._is_shown:
            self._is_shown = True
            self.area.fill(self._parts(self._books))

    def _parts(self, books: Books) -> Iterator[QWidget]:
        for head, lines in self._sections(books):
            rows = list(lines)
            yield head_label(self._theme, head)
            if rows:
                yield boxed(self._theme, *rows)
            else:
                yield Label(self._theme, translate("Closing", "Nothing."), "body", "ink2")

    def lines(self) -> list[Line]:
        """Return the lines that are shown, from top to bottom."""
        return [line for line in self.area.findChildren(Line) if line.isVisibleTo(self)]

    def _show_head(self, books: Books) -> None:
        day = books.day
        today = self._shop.business_date(self._now())
        if day is not None:
            self.title.setText(day_text(day, self._shop))
        elif books.shift is not None:
            hours = shift_text(books.shift.shift, self._shop, self._now())
            self.title.setText(translate("Closing", "Shift · {hours}").format(hours=hours))
        self.before.setVisible(day is not None)
        self.after.setVisible(day is not None)
        self.after.setEnabled(day is not None and day < today)
        self.today.setVisible(day != today)

    def _sections(self, books: Books) -> Iterator[tuple[str, Iterator[Line]]]:
        tr = translate
        yield tr("Closing", "Orders"), self._orders(books)
        yield tr("Closing", "Money taken here"), method_lines(self._theme, books.money, self._shop)
        for book in books.shifts or ((books.shift,) if books.shift is not None else ()):
            head = tr("Closing", "Drawer")
            if books.day is not None:
                hours = shift_text(book.shift, self._shop, self._now())
                head = tr("Closing", "Drawer · {hours}").format(hours=hours)
            yield head, self._drawer(book)
        yield tr("Closing", "Handed over unpaid"), self._open(books.unpaid)
        yield tr("Closing", "Not confirmed"), self._open(books.unconfirmed)
        yield tr("Closing", "Out of order"), self._outages(books)

    def _orders(self, books: Books) -> Iterator[Line]:
        most = max((count.count for count in books.orders), default=1)
        for count in books.orders:
            name = translate("Closing", "{vendor} · {outcome}").format(
                vendor=self._titles.get(count.vendor, count.vendor),
                outcome=outcome_text(count.state),
            )
            figure = f"{Counts().orders(count.count)} · {amount(count.total, self._shop)}"
            role = _ROLES.get(count.state, "ink3")
            yield Line(self._theme, name, figure, share=count.count / most, role=role)

    def _drawer(self, book: ShiftBook) -> Iterator[Line]:
        for count in book.cash:
            yield from count_lines(self._theme, count, self._shop)
            if count.counted is not None:
                text = of_currency(translate("Closing", "Counted"), count, self._shop)
                yield Line(self._theme, text, amount(count.counted, self._shop), strong=True)
                text = of_currency(translate("Closing", "Difference"), count, self._shop)
                yield Line(self._theme, text, difference_text(count, self._shop), strong=True)
        yield from movement_lines(self._theme, book.movements, self._shop)
        if book.shift.note:
            yield Line(self._theme, translate("Closing", "Note"), "", note=book.shift.note)

    def _open(self, entries: tuple[OpenMoney, ...]) -> Iterator[Line]:
        for entry in entries:
            vendor = self._titles.get(entry.vendor, entry.vendor)
            name = translate("Closing", "{number} · {vendor}")
            yield Line(
                self._theme,
                name.format(number=entry.number, vendor=vendor),
                amount(entry.amount, self._shop),
                note=doubt_text(entry, self._titles),
            )

    def _outages(self, books: Books) -> Iterator[Line]:
        longest = max((each.minutes for each in books.outages), default=1)
        for each in books.outages:
            name = f"{self._titles.get(each.name, each.name)} · {each.times} {TIMES}"
            yield Line(
                self._theme,
                name,
                minutes_text(each.minutes),
                share=each.minutes / max(1, longest),
                role="bad",
            )

    def _lay_out(self) -> None:
        px = self._theme.px
        top = QWidget()
        top.setMaximumWidth(px(PAGE_WIDTH))
        head = QHBoxLayout(top)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(px(12))
        middle = QHBoxLayout()
        middle.setContentsMargins(px(16), px(8), px(16), 0)
        middle.addStretch(1)
        middle.addWidget(top, 100)
        middle.addStretch(1)
        for button in (self.before, self.after):
            button.setFixedSize(px(64), px(56))
        head.addWidget(self.before)
        head.addWidget(self.title, 1)
        head.addWidget(self.today)
        head.addWidget(self.after)
        foot = Sheet(self._theme, "surface", ("top",))
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(8))
        row.addWidget(self.said, 1)
        for button in (self.file, self.print):
            button.setFixedHeight(px(72))
            button.setMinimumWidth(px(168))
            row.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(middle)
        page.addWidget(self.area, 1)
        page.addWidget(foot)

    def _turn(self, days: int) -> None:
        if isinstance(self.shown, date):
            self.read(self.shown + timedelta(days=days))

    @Slot()
    def _on_before(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_after(self) -> None:
        self._turn(1)

    @Slot()
    def _on_today(self) -> None:
        self.read(self._shop.business_date(self._now()))

    @Slot()
    def _on_print(self) -> None:
        self.say(translate("Closing", "Printing…"))
        self.print_wanted.emit(self.shown)

    @Slot()
    def _on_file(self) -> None:
        self.file_wanted.emit(self.shown)
