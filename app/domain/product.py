"""The shop's catalogue and one product of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What the shop knows of a product id that vendors send, or that is sold at the counter.

    `names` are by language; `vat` is in percent; `article` is the register's own id of it.
    """

    product_id: str
    names: Mapping[str, str] = field(default_factory=dict)
    barcode: str = ""
    price: Money | None = None
    station: str = ""
    vat: Decimal | None = None
    article: str = ""

    def price_in(self, currency: str) -> Money | None:
        """Return the price where there is one in that currency: what it can be sold for."""
        price = self.price
        return price if price is not None and price.currency == currency else None

    def name(self, language: str) -> str:
        """Return the name in `language`, else in any language, else nothing."""
        known = self.names.get(language)
        return known or (self.names[min(self.names)] if self.names else "")


@dataclass(frozen=True, slots=True)
class PreviousCatalogue:
    """The catalogue that was set aside for the present one: since when, and how many products."""

    at: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All products by id, and the catalogue that can be brought back instead, if any."""

    products: tuple[Product, ...] = ()
    previous: PreviousCatalogue | None = None


class CatalogueStep(StrEnum):
    """What was done to the catalogue."""

    IMPORTED = "imported"
    RESTORED = "restored"
    NOTHING_TO_RESTORE = "nothing to restore"
    KEPT = "kept"
    REMOVED = "removed"
