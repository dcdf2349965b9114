"""Products that vendors send and the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.snapshot import OrderSnapshot


@dataclass(frozen=True, slots=True)
class Nameless:
    """A product id that is shown for want of a name; `numbers` are those of the orders it is on."""

    product_id: str
    numbers: tuple[str, ...]


def nameless_on(orders: Iterable[OrderSnapshot]) -> tuple[Nameless, ...]:
    """Return the ids that neither the vendor nor the catalogue names; most orders first."""
    found: dict[str, dict[str, None]] = {}
    for snapshot in orders:
        for top in snapshot.order.basket.lines:
            for line in top.walk():
                if line.product_id and not line.name and line.product_id not in snapshot.names:
                    found.setdefault(line.product_id, {})[snapshot.order.number] = None
    ranked = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return tuple(Nameless(product_id, tuple(numbers)) for product_id, numbers in ranked)
