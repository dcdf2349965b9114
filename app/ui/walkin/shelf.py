"""The products that can be sold here, and how they are found."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.catalogue.entries import CatalogueEntry
from app.domain.product import Product
from app.domain.scan import barcodes_of
from app.domain.text import folded


class Shelf:
    """The products of the catalogue that have a price in the shop's money, by name.

    Thread: any; it never changes.
    """

    def __init__(self, entries: Iterable[CatalogueEntry], currency: str) -> None:
        """Take what has a price in `currency`."""
        self._entries = tuple(
            entry for entry in entries if entry.product.price_in(currency) is not None
        )
        self.products = tuple(entry.product for entry in self._entries)

    def find(self, text: str) -> tuple[Product, ...]:
        """Return the products whose names, id or barcode hold every word of `text`."""
        words = folded(text).split()
        if not words:
            return self.products
        return tuple(
            entry.product for entry in self._entries if all(word in entry.search for word in words)
        )

    def with_barcode(self, text: str) -> Product | None:
        """Return the product of exactly that barcode."""
        wanted = barcodes_of(text.strip())
        found = (product for product in self.products if product.barcode in wanted)
        return next(found, None) if text.strip() else None


def name_of(product: Product, language: str) -> str:
    """Return what the product is called here: its name, else its id."""
    return product.name(language) or product.product_id
