"""What is sold out today: products as tiles, a tap marks one and another takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.catalogue.entries import CatalogueEntry
from app.domain.sold_out import SoldOut
from app.domain.text import folded
from app.ui.history.search_field import SearchField
from app.ui.theme import Theme
from app.ui.walkin.shelf import name_of
from app.ui.widgets import CheckTile, Label
from app.ui.wording.marked import translate
from app.usecases.mark_sold_out import MarkSoldOut, PutOnSale

_COLUMNS: Final = 2
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Offer:
    """One tile: a product that can be marked, or an item (by its key) that is sold out."""

    name: str
    product_id: str = ""
    key: str = ""


class SoldOutPage(QWidget):
    """What is sold out comes first; the rest is found by a part of its name.

    The page scrolls; its `search` is for whoever shows it to put where it stays in sight.

    Thread: gui. Signals: `marked(command)`.
    """

    marked = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        """Make it before anything is known."""
        super().__init__()
        self._theme = theme
        self._language = language
        self._items: Sequence[SoldOut] = ()
        self._entries: Sequence[CatalogueEntry] = ()
        self._offers: list[Offer] = []
        self.tiles: list[CheckTile] = []
        self.search = SearchField(
            theme,
            name=translate("SoldOut", "Search products"),
            hint=translate("SoldOut", "Search products"),
        )
        hint = translate(
            "SoldOut",
            "Tap what is sold out today, tap again to take it back. The vendors still offer it.",
        )
        self.more = Label(theme, "", "body", "ink2", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, hint, "body", "ink2", wrap=True))
        column.addLayout(self._grid)
        column.addWidget(self.more)
        column.addStretch(1)
        self.search.wanted.connect(self._on_search)

    def show_items(self, items: Sequence[SoldOut]) -> None:
        """Show what is sold out."""
        self._items = items
        self._show()

    def show_catalogue(self, entries: Sequence[CatalogueEntry]) -> None:
        """Offer the catalogue's products."""
        self._entries = entries
        self._show()

    def _wanted(self) -> tuple[list[Offer], int]:
        """Return the tiles to show, and how many more there would be."""
        words = folded(self.search.text()).split()
        found: list[Offer] = []
        marked: dict[str, Offer] = {
            item.key: Offer(item.name, item.product_id, item.key)
            for item in self._items
            if all(word in folded(item.name) for word in words)
        }
        for entry in self._entries:
            product = entry.product
            name = name_of(product, self._language)
            if any(item.means(product.product_id, name, "") for item in self._items):
                continue
            if all(word in entry.search for word in words):
                found.append(Offer(name, product.product_id))
        return [*marked.values(), *found[:_MOST]], len(found) - _MOST

    def _show(self) -> None:
        offers, more = self._wanted()
        if offers != self._offers:
            self._fill(offers)
        text = ""
        if more > 0:
            text = translate("SoldOut", "{count} more: search for them").format(count=more)
        elif not offers and not self.search.text().strip():
            text = translate(
                "SoldOut",
                "The catalogue is empty. Open an order and tap the line that is sold out.",
            )
        elif not offers:
            text = translate("SoldOut", "No product found. Search for a part of its name.")
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def _fill(self, offers: list[Offer]) -> None:
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._offers, self.tiles = offers, []
        for place, offer in enumerate(offers):
            tile = CheckTile(self._theme, offer.name)
            tile.setChecked(bool(offer.key))
            tile.clicked.connect(self._on_tile)
            self.tiles.append(tile)
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            tile.show()

    def wake(self) -> None:
        """Let tiles be tapped again: what was asked did not happen."""
        for tile in self.tiles:
            tile.setEnabled(True)

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._show()

    @Slot()
    def _on_tile(self) -> None:
        """Mark it or take it back; the tiles change places once the till says so."""
        for tile, offer in zip(self.tiles, self._offers, strict=True):
            if tile.isChecked() != bool(offer.key):
                tile.setEnabled(False)
                command = PutOnSale(offer.key) if offer.key else None
                self.marked.emit(command or MarkSoldOut(offer.product_id, offer.name))
                tile.setChecked(bool(offer.key))
