"""The half of the walk-in dialog where products are chosen: a search, and tiles to tap."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.catalogue.entries import CatalogueEntry
from app.domain.product import Product
from app.domain.sold_out import SoldOut
from app.ui.history.search_field import SearchField
from app.ui.theme import Theme
from app.ui.walkin.shelf import Shelf, name_of
from app.ui.walkin.sold_out_ask import SoldOutAsk
from app.ui.walkin.tiles import Tiles
from app.ui.widgets import EmptyState
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class ItemsPage(QWidget):
    """Products by tile, by a part of their names, or by the figures of a barcode.

    A product that is sold out is asked about first.

    Thread: gui. Signals: `chosen(Product)` at each tap, and at Enter where one product is meant;
    `on_sale_wanted(key)` when a product can be had after all.
    """

    chosen = Signal(object)
    on_sale_wanted = Signal(str)

    def __init__(self, theme: Theme, shop: Shop) -> None:
        """Make it without products: they are being read."""
        super().__init__()
        self._shop = shop
        self._shelf: Shelf | None = None
        self._quantity_of: Callable[[str], int] = lambda _product_id: 0
        self.search = SearchField(
            theme,
            name=translate("Walkin", "Search products"),
            hint=translate("Walkin", "Name or barcode"),
        )
        self.tiles = Tiles(theme, shop)
        self.none = EmptyState(theme, "list", "", "")
        self.none.hide()
        self.ask = SoldOutAsk(theme)
        self._sold_out: Sequence[SoldOut] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self.take_search()
        self._column.addWidget(self.tiles, 1)
        self._column.addWidget(self.none, 1)
        self._column.addWidget(self.ask)
        self.search.wanted.connect(self._on_search)
        self.search.returnPressed.connect(self._on_enter)
        self.tiles.chosen.connect(self.choose)
        self.ask.anyway.connect(self.chosen)
        self.ask.on_sale.connect(self._on_sale)

    def take_search(self) -> None:
        """Put the search above the tiles, from wherever it is now."""
        self._column.insertWidget(0, self.search)

    def show_catalogue(self, entries: Sequence[CatalogueEntry]) -> None:
        """Offer what of the catalogue can be sold."""
        self._shelf = Shelf(entries, self._shop.currency)
        self._show()

    def show_quantities(self, quantity_of: Callable[[str], int]) -> None:
        """Say on the tiles how many of each product have been chosen."""
        self._quantity_of = quantity_of
        self._show()

    def show_sold_out(self, items: Sequence[SoldOut]) -> None:
        """Strike what is sold out."""
        self._sold_out = items
        if self.ask.product is not None and self._item_of(self.ask.product) is None:
            self.ask.end()
        self._show()

    @Slot(object)
    def choose(self, product: Product) -> None:
        """Add a product, or ask first where it is sold out."""
        if self._item_of(product) is None:
            self.ask.end()
            self.chosen.emit(product)
        else:
            self.ask.about(product, name_of(product, self._shop.language))

    def _item_of(self, product: Product) -> SoldOut | None:
        name = name_of(product, self._shop.language)
        found = (one for one in self._sold_out if one.means(product.product_id, name, ""))
        return next(found, None)

    def _is_sold_out(self, product: Product) -> bool:
        return self._item_of(product) is not None

    def clear_search(self) -> None:
        """Show all products again."""
        self.search.clear()
        self._show()

    def _show(self) -> None:
        shelf = self._shelf
        found = shelf.find(self.search.text()) if shelf is not None else ()
        self.tiles.show_products(found, self._quantity_of, self._is_sold_out)
        self.tiles.setVisible(bool(found) or shelf is None)
        self.none.setVisible(not found and shelf is not None)
        searched = bool(self.search.text().strip() and shelf is not None and shelf.products)
        self.search.show_count(str(len(found)) if searched else "")
        if searched:
            head = translate("Walkin", "No product found")
            line = translate("Walkin", "Search for a part of its name, or key the amount in.")
        else:
            head = translate("Walkin", "No products with a price")
            line = translate("Walkin", "Key the amount in, or give the catalogue prices.")
        self.none.say(head, line)

    @Slot(object)
    def _on_sale(self, product: Product) -> None:
        item = self._item_of(product)
        if item is not None:
            self.on_sale_wanted.emit(item.key)
        self.chosen.emit(product)

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._show()

    @Slot()
    def _on_enter(self) -> None:
        if self._shelf is None or not self.search.text().strip():
            return
        found = self._shelf.find(self.search.text())
        only = found[0] if len(found) == 1 else None
        product = self._shelf.with_barcode(self.search.text()) or only
        if product is not None:
            self.choose(product)
            self.search.selectAll()
