"""The catalogue as a list to search in, made ready away from the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.product import Product
from app.domain.text import folded


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One product with its name in the shop's language and what a search looks in."""

    product: Product
    name: str
    search: str


def entries_of(products: Iterable[Product], language: str) -> tuple[CatalogueEntry, ...]:
    """Return the products by name in `language`; a search ignores case and accents."""
    entries = [
        CatalogueEntry(product, product.name(language), _search_text(product))
        for product in products
    ]
    return tuple(sorted(entries, key=lambda entry: (folded(entry.name), entry.product.product_id)))


def _search_text(product: Product) -> str:
    parts = (
        product.product_id,
        *product.names.values(),
        product.barcode,
        product.station,
        product.article,
    )
    return "\n".join(folded(part) for part in parts if part)
