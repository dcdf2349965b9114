"""Hand the screen the products that can be sold at the counter."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.news import News, ProductsRead
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ReadProducts:
    """Staff open the dialog for a walk-in order."""


def read_products(_command: ReadProducts, desk: Desk) -> list[News]:
    """Return every product of the catalogue that has a price in the shop's money."""
    currency = desk.shop.currency
    with desk.store.begin() as work:
        products = work.catalogue.all()
    return [
        ProductsRead(
            tuple(product for product in products if product.price_in(currency) is not None)
        )
    ]
