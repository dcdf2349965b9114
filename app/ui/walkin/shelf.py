"""The products that can be sold here, and how they are found."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.product import Product
from app.domain.scan import barcodes_of
from app.domain.text import folded


class Shelf:
    """Products in the order of their names, with what they are searched by.

    Thread: any; it never changes.
    """

    def __init__(self, products: Iterable[Product], language: str) -> None:
        """Sort `products` by their names in `language`."""
        named = [(folded(name_of(product, language)), product) for product in products]
        named.sort(key=lambda pair: (pair[0], pair[1].product_id))
        self._products = tuple(product for _, product in named)
        self._texts = [_search_text(product) for product in self._products]

    @property
    def products(self) -> tuple[Product, ...]:
        """Return all of them."""
        return self._products

    def find(self, text: str) -> tuple[Product, ...]:
        """Return the products whose names, id or barcode hold every word of `text`."""
        words = folded(text).split()
        if not words:
            return self._products
        return tuple(
            product
            for product, known in zip(self._products, self._texts, strict=True)
            if all(word in known for word in words)
        )

    def with_barcode(self, text: str) -> Product | None:
        """Return the product of exactly that barcode."""
        wanted = barcodes_of(text.strip())
        return next(
            (product for product in self._products if product.barcode in wanted and text.strip()),
            None,
        )


def name_of(product: Product, language: str) -> str:
    """Return what the product is called here: its name, else its id."""
    return product.name(language) or product.product_id


def _search_text(product: Product) -> str:
    return folded(" ".join((*product.names.values(), product.product_id, product.barcode)))
