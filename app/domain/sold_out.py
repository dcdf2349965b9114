"""What is sold out today, and which lines of an order that concerns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.order import Order
from app.domain.text import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOut:
    """One item that cannot be had any more on the business day `day` (YYYY-MM-DD).

    `product_id` is the id under which it was marked, empty where it has none; `vendor` whose order
    it was marked in, empty where it was marked in the catalogue. `name` is what staff call it.
    """

    product_id: str
    name: str
    day: str
    since: datetime
    vendor: str = ""

    @property
    def key(self) -> str:
        """What tells it from all other items: its id, else its name."""
        return item_key(self.product_id, self.name)

    def means(self, product_id: str, name: str, vendor: str) -> bool:
        """Whether an item of an order of `vendor` is this one.

        The same id is the same item. Names decide where either has no id, and between vendors,
        whose ids have nothing to do with each other.
        """
        if product_id and product_id == self.product_id:
            return True
        comparable = bool(product_id and self.product_id) and vendor == self.vendor
        return not comparable and bool(name.strip()) and folded(name) == folded(self.name)


def item_key(product_id: str, name: str) -> str:
    """Return what an item is kept under: its id, else its name."""
    return f"id:{product_id}" if product_id else f"name:{folded(name)}"


def sold_out_parts(
    order: Order, items: Iterable[SoldOut], names: Mapping[str, str]
) -> dict[str, str]:
    """Return the keys of the lines and modifiers of the order that are sold out, and of the items
    that say so.

    `names` are the catalogue's, by product id: what a vendor sends without a name is called so.
    """
    known = tuple(items)
    if not known:
        return {}
    found: dict[str, str] = {}
    for part in (part for line in order.basket.lines for part in line.walk()):
        name = part.name or names.get(part.product_id, "")
        item = next((one for one in known if one.means(part.product_id, name, order.vendor)), None)
        if item is not None:
            found[item_key(part.product_id, part.name)] = item.key
    return found


def product_ids(orders: Iterable[Order]) -> set[str]:
    """Return the ids of everything in the orders, modifiers too."""
    return {
        part.product_id
        for order in orders
        for line in order.basket.lines
        for part in line.walk()
        if part.product_id
    }
