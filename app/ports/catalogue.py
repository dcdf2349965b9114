"""The catalogue of one unit of work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from app.domain.product import Product


class CataloguePort(Protocol):
    """The shop's own products by id."""

    def names(self, product_ids: Iterable[str], language: str) -> Mapping[str, str]:
        """Return the names that are known, in `language`, else in any language."""
        ...

    def products(self, product_ids: Iterable[str]) -> Mapping[str, Product]:
        """Return the products that are known."""
        ...

    def all(self) -> Sequence[Product]:
        """Return every product, by id."""
        ...

    def find_by_barcode(self, barcode: str) -> Product | None:
        """Return the product with that barcode; of several the one with the smallest id."""
        ...

    def put(self, *products: Product) -> None:
        """Keep products as they now are, names included."""
        ...

    def remove(self, *product_ids: str) -> None:
        """Forget products; nothing happens to those that are not there."""
        ...

    def set_aside(self, now: datetime) -> None:
        """Keep a copy of the whole catalogue as the previous one, in place of any before."""
        ...

    def bring_back(self, now: datetime) -> bool:
        """Let the catalogue and the one set aside change places; False when there is none."""
        ...
