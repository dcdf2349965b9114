"""Opens the dialog for walk-in orders, keeps what was keyed in, and follows it to the board."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.catalogue_news import CatalogueRead
from app.domain.news import CommandRefused
from app.domain.product import Product
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.snapshot import OrderSnapshot
from app.domain.sold_out import SoldOut
from app.ui.errands import Errands
from app.ui.theme import Shape, Theme
from app.ui.walkin.dialog import BY_AMOUNT, WalkinDialog
from app.ui.walkin.draft import Draft
from app.ui.widgets import DialogLayer, Message
from app.ui.wording.figures import amount, clock
from app.ui.wording.marked import translate
from app.usecases.desk import Shop
from app.usecases.place_walkin import PlaceWalkin


class WalkinDesk(QObject):
    """One walk-in order at a time: what closes unplaced is there again when it is opened.

    Thread: gui. Signals: `order_placed(order_id, pay)` once the order stands; `said(Message)`;
    `on_sale_wanted(key)` when a product can be had after all.
    """

    order_placed = Signal(str, bool)
    said = Signal(object)
    on_sale_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        errands: Errands,
        now: Callable[[], datetime],
    ) -> None:
        """Open dialogs in `layer`; `errands` take commands and read the catalogue."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._errands = errands
        self._now = now
        self._draft = Draft(currency=shop.currency)
        self._by = BY_AMOUNT
        self._on_its_way = ""
        self._pays = False
        self._sold_out: tuple[SoldOut, ...] = ()
        self.dialog: WalkinDialog | None = None

    @Slot()
    def on_wanted(self) -> None:
        """Open the dialog, with what was left in it."""
        if self.dialog is not None or not self._shop.walkin:
            return
        dialog = WalkinDialog(self._theme, self._shop, self._draft, by=self._by)
        self._layer.open(dialog)
        self.dialog = dialog
        dialog.placed.connect(self.on_placed)
        dialog.changed.connect(self.on_changed)
        dialog.closed.connect(self.on_closed)
        dialog.items.on_sale_wanted.connect(self.on_sale_wanted)
        dialog.show_sold_out(self._sold_out)
        if self._on_its_way:
            dialog.start_flight()
        self._errands.read_catalogue()

    def add(self, product: Product) -> None:
        """Open the dialog with one more of a product in it; nothing while one is being placed."""
        self.on_wanted()
        if self.dialog is not None and not self._on_its_way:
            self.dialog.add(product)

    def takes(self, answered: ScanAnswered) -> bool:
        """Put a scanned product into the order that is being keyed in; False when it cannot."""
        product = answered.product
        if self.dialog is None or self._on_its_way or answered.verdict is not ScanVerdict.PRODUCT:
            return False
        if product is None or product.price_in(self._shop.currency) is None:
            return False
        self.dialog.add(product)
        return True

    def show_sold_out(self, items: tuple[SoldOut, ...]) -> None:
        """Strike what is sold out."""
        self._sold_out = items
        if self.dialog is not None:
            self.dialog.show_sold_out(items)

    def catalogue_read(self, news: CatalogueRead) -> None:
        """Offer what can be sold."""
        if self.dialog is not None:
            self.dialog.show_catalogue(news.entries)

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Go on once the order that was placed stands on the board."""
        for snapshot in snapshots:
            if self._on_its_way and snapshot.order.vendor_order_id == self._on_its_way:
                self._on_its_way = ""
                self._draft, self._by = Draft(currency=self._shop.currency), BY_AMOUNT
                if self.dialog is not None:
                    self.dialog.done_with()
                self.order_placed.emit(snapshot.order.id, self._pays)

    def command_refused(self, news: CommandRefused) -> None:
        """Let staff press again: nothing was placed, or nobody knows; it is placed once."""
        if news.command == PlaceWalkin.__name__:
            self._on_its_way = ""
            if self.dialog is not None:
                self.dialog.end_flight()

    @Slot(bool)
    def on_placed(self, pay: bool) -> None:
        """Place the order."""
        if self.dialog is None or self._on_its_way:
            return
        self._pays = pay
        self._on_its_way = self._draft.key
        self.dialog.start_flight()
        self._errands.dispatch(self._draft.command())

    @Slot()
    def on_changed(self) -> None:
        """Keep what is keyed in."""
        if self.dialog is not None:
            self._draft = self.dialog.draft

    @Slot()
    def on_closed(self) -> None:
        """Say that what was keyed in is kept."""
        dialog, self.dialog = self.dialog, None
        if dialog is None or self._draft.is_empty or self._on_its_way:
            return
        self._by = dialog.by
        self._draft = replace(self._draft, since=self._draft.since or self._now())
        head = translate("Walkin", "Walk-in order kept, {amount}.")
        rest = translate("Walkin", "Nothing was placed. Press “Walk-in order” to go on.")
        words = head.format(amount=amount(self._draft.total, self._shop))
        self.said.emit(Message(Shape.READY, words, rest, clock(self._now(), self._shop)))
