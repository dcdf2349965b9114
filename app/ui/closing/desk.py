"""Looks after closing: makes the page, hands it its news, and sends what staff press."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.book_news import (
    BooksRead,
    BooksWritten,
    ClosedChanged,
    ShiftChanged,
    TillMoneyRead,
)
from app.domain.device_news import SheetPrinted
from app.domain.news import OrderShown
from app.domain.open_matters import open_matter
from app.domain.sheet import SheetKind
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.closing.band import ClosedBand
from app.ui.errands import Errands
from app.ui.pages import Page
from app.ui.panel.commands import command_of
from app.ui.status.causes import Causes
from app.ui.status.slip_desk import SlipDesk
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.closing import books_printed_text, closed_text
from app.ui.wording.marked import translate
from app.usecases.close_day import CloseDay, OpenDay
from app.usecases.desk import Shop

if TYPE_CHECKING:  # made when Closing is first opened
    from app.ui.closing.page import ClosingPage
    from app.ui.closing.shift_desk import ShiftDesk

CLOSING: Final = "closing"
READ_MS: Final = 150
"""So long after a change the figures are read anew; a rush of changes is read once."""
_WAITING: Final = "waiting "


class ClosingDesk(QObject):
    """Knows what is still open, and whether this till is closed.

    Thread: gui. Signals: `dialog_wanted(move, snapshot)` for a move that asks, `settle_wanted` for
    the list To settle.
    """

    dialog_wanted = Signal(object, object)
    settle_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        titles: Mapping[str, str],
        errands: Errands,
        causes: Causes,
        slips: SlipDesk,
        band: ClosedBand,
        now: Callable[[], datetime],
        *,
        guarded: Callable[[Callable[[], None]], None],
        has_drawer: bool,
    ) -> None:
        """Open dialogs in `layer`; `causes` and `slips` have the lists of what is not an order,
        `band` says on the board that the till is closed. What closes, or touches the drawer
        without a sale, goes through `guarded`, which may ask for a PIN first."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._titles = titles
        self._errands = errands
        self._causes = causes
        self._slips = slips
        self._band = band
        band.open_wanted.connect(self.on_open)
        self._now = now
        self._guarded = guarded
        self._has_drawer = has_drawer
        self._orders: dict[str, OrderSnapshot] = {}
        self._closed = ClosedChanged(None)
        self._file_of: date | str = ""
        self._page: ClosingPage | None = None
        self.shift: ShiftDesk | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(READ_MS)
        self._soon.timeout.connect(self.on_read)

    def make_page(self) -> Page:
        """Return the page."""
        from app.ui.closing.page import ClosingPage
        from app.ui.closing.shift_desk import ShiftDesk

        page = ClosingPage(
            self._theme, self._shop, self._titles, self._now, has_drawer=self._has_drawer
        )
        page.opened.connect(self.on_opened)
        page.close_wanted.connect(self.on_close)
        page.open_wanted.connect(self.on_open)
        page.list.move_wanted.connect(self.on_move)
        page.list.command_wanted.connect(self._errands.on_command)
        page.list.settle_wanted.connect(self.settle_wanted)
        page.list.list_wanted.connect(self.on_list_wanted)
        page.sheet.wanted.connect(self.on_figures_wanted)
        page.sheet.print_wanted.connect(self.on_print)
        page.sheet.file_wanted.connect(self.on_file)
        page.show_closed(self._closed)
        self.shift = ShiftDesk(
            self._theme, self._layer, self._shop, self._errands, page.shift, self._guarded
        )
        self._page = page
        return page

    # --- news -------------------------------------------------------------------------------------

    def orders_changed(self, snapshots: Iterable[OrderSnapshot], *, meanwhile: bool = True) -> None:
        """Keep what is still open, and show what changed, as what came in `meanwhile` or not."""
        changed = tuple(snapshots)
        for snapshot in changed:
            if open_matter(snapshot) is not None:
                self._orders[snapshot.order.id] = snapshot
            else:
                self._orders.pop(snapshot.order.id, None)
        if self._page is not None and self._page.isVisible():
            self._page.list.show_orders(changed, meanwhile=meanwhile)
            self._soon.start()

    def order_shown(self, news: OrderShown) -> None:
        """Take in an order that is not on the board and was asked for."""
        if open_matter(news.order) is not None and self._is_seen:
            self.orders_changed([news.order], meanwhile=False)

    def lists_changed(self) -> None:
        """Show how much stands in the lists of slips, of the register and of unknown ids."""
        if self._page is not None:
            self._page.list.show_lists(self._lists())

    def closed(self, news: ClosedChanged) -> None:
        """Show whether the till is closed."""
        self._closed = news
        if self._page is not None:
            self._page.show_closed(news)
        self._band.show_text(closed_text(news, self._shop, self._now()))

    def shift_changed(self, _news: ShiftChanged) -> None:
        """Read the money anew."""
        if self._is_seen:
            self.on_read()

    def money_read(self, news: TillMoneyRead) -> None:
        """Show how the money stands."""
        if self._page is not None:
            self._page.shift.show_money(news)

    def books_read(self, news: BooksRead) -> None:
        """Show figures, and ask for the orders they name that are not known here."""
        if self._page is None or news.books is None:
            return
        self._page.sheet.show_books(news.books)
        if news.books.day == self._shop.business_date(self._now()):
            open_ = (*news.books.unpaid, *news.books.unconfirmed)
            for order_id in {entry.order_id for entry in open_} - set(self._orders):
                self._errands.show_order(order_id)

    def books_written(self, news: BooksWritten) -> None:
        """Say where the figures were written to."""
        if self._page is None:
            return
        text = translate("Closing", "Written to {path}.")
        if news.problem:
            text = translate("Closing", "Not written: {path}: {reason}.")
        self._page.sheet.say(text.format(path=news.path, reason=news.problem))

    def sheet_printed(self, news: SheetPrinted) -> None:
        """Say what became of the printed sheet."""
        if self._page is not None and news.kind is SheetKind.BOOKS:
            self._page.sheet.say(books_printed_text(news))

    @property
    def _is_seen(self) -> bool:
        return self._page is not None and self._page.isVisible()

    # --- what is to be finished -------------------------------------------------------------------

    @Slot()
    def on_opened(self) -> None:
        """Show everything anew: somebody looks at it."""
        if self._page is not None:
            self._page.list.show_lists(self._lists())
            self._page.list.show_all(self._orders.values())
            self.on_read()

    @Slot(object, object)
    def on_move(self, move: Move, snapshot: OrderSnapshot) -> None:
        """Do a move at once, or let its dialog ask."""
        command = command_of(move, snapshot.order.id)
        if command is None:
            self.dialog_wanted.emit(move, snapshot)
        else:
            self._errands.dispatch(command)

    @Slot(str)
    def on_list_wanted(self, key: str) -> None:
        """Open the list of what is not an order."""
        if key.startswith(_WAITING):
            self._slips.on_list_wanted(key.removeprefix(_WAITING))
        else:
            self._causes.on_acted(key)

    def _lists(self) -> tuple[tuple[str, str, int], ...]:
        found = [*self._causes.open_lists()]
        for printer, count in self._slips.waiting().items():
            text = translate("Closing", "Slips that wait for {printer}").format(printer=printer)
            found.append((f"{_WAITING}{printer}", text, count))
        return tuple(found)

    # --- closed and open --------------------------------------------------------------------------

    @Slot()
    def on_close(self) -> None:
        """Close this till for orders."""
        self._guarded(lambda: self._errands.dispatch(CloseDay()))

    @Slot()
    def on_open(self) -> None:
        """Open it again."""
        self._errands.dispatch(OpenDay())

    # --- figures ----------------------------------------------------------------------------------

    @Slot(object)
    def on_figures_wanted(self, wanted: date | str) -> None:
        """Have a day or a shift read."""
        if self._errands.books is not None:
            self._errands.books.read(wanted)

    @Slot(object)
    def on_print(self, wanted: date | str) -> None:
        """Have it printed."""
        if self._errands.books is not None:
            self._errands.books.print_sheet(wanted)

    @Slot(object)
    def on_file(self, wanted: date | str) -> None:
        """Let a place for the file be chosen."""
        from app.ui.catalogue.file_dialog import FileDialog, FileWords

        self._file_of = wanted
        name = f"day-{wanted.isoformat()}.csv" if isinstance(wanted, date) else "shift.csv"
        words = FileWords(translate("Closing", "Write CSV"), translate("Closing", "Write"))
        dialog = FileDialog(self._theme, words, new_file=name)
        dialog.folder_wanted.connect(self.on_folder_wanted)
        dialog.chosen.connect(self.on_place_chosen)
        self._layer.open(dialog)
        self.on_folder_wanted("")

    @Slot(str)
    def on_folder_wanted(self, path: str) -> None:
        """Ask what is in a folder."""
        if self._errands.catalogue is not None:
            self._errands.catalogue.read_folder(path)

    @Slot(str)
    def on_place_chosen(self, path: str) -> None:
        """Have the file written."""
        if self._errands.books is not None:
            self._errands.books.write_file(self._file_of, path)

    @Slot()
    def on_read(self) -> None:
        """Have money and figures read anew."""
        books = self._errands.books
        if books is None or self._page is None:
            return
        books.read_money()
        today = self._shop.business_date(self._now())
        books.read(today)
        if self._page.sheet.shown != today:
            books.read(self._page.sheet.shown)
