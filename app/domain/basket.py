"""What the customer bought and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One product as the vendor sent it.

    `unit_price` and `discount` are for one unit and leave modifiers out; `collect` is the part of
    one unit's price that is to be collected at this counter; `vat` is in percent.
    """

    product_id: str
    unit_price: Money
    discount: Money
    collect: Money
    quantity: int = 1
    name: str = ""  # the vendor's own name; empty where it sends ids only
    vat: Decimal | None = None
    takeaway: bool = False
    note: str = ""
    modifiers: tuple[OrderLine, ...] = ()

    @property
    def net(self) -> Money:
        """The price of all units after discount, without modifiers."""
        return (self.unit_price - self.discount) * self.quantity

    def walk(self) -> Iterator[OrderLine]:
        """Yield the line itself and all its modifiers, however deep."""
        yield self
        for modifier in self.modifiers:
            yield from modifier.walk()


class DeliveryKind(StrEnum):
    """How the order leaves the shop."""

    TAKE_AWAY = "take_away"
    HOME_DELIVERY = "home_delivery"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The delivery chosen; `word` is the vendor's own, shown where `kind` is OTHER."""

    kind: DeliveryKind
    word: str
    fee: Money
    collect: Money
    vat: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the vendor took off the whole order, or put on it; below zero it is a discount."""

    label: str  # the vendor's own; empty where it sends none
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """All lines with adjustments, tip and delivery; `total` is the vendor's own figure or computed
    here.

    The tip is part of it where `total_has_tip`, else it comes on top.
    """

    currency: str
    lines: tuple[OrderLine, ...]
    tip: Money
    tip_collect: Money
    total: Money
    total_is_computed: bool = True
    total_has_tip: bool = True
    delivery: Delivery | None = None
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def is_delivered(self) -> bool:
        """Whether the order is brought to the customer."""
        return self.delivery is not None and self.delivery.kind is DeliveryKind.HOME_DELIVERY

    @property
    def item_count(self) -> int:
        """How many units there are, modifiers not counted."""
        return sum(line.quantity for line in self.lines)

    @property
    def collect(self) -> Money:
        """The sum of all parts that are to be collected outside the vendor's own payment."""
        parts = [part.collect * part.quantity for line in self.lines for part in line.walk()]
        parts.append(self.tip_collect)
        if self.delivery is not None:
            parts.append(self.delivery.collect)
        return total(parts, self.currency)


def computed_total(
    lines: tuple[OrderLine, ...], tip: Money, delivery: Delivery | None, currency: str
) -> Money:
    """Add up price less discount over lines and modifiers, tip and delivery fee."""
    parts = [part.net for line in lines for part in line.walk()]
    parts.append(tip)
    if delivery is not None:
        parts.append(delivery.fee)
    return total(parts, currency)


def grouped(lines: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Return the lines with equal ones drawn together, in the order of first appearance.

    For display only: a vendor that knows no quantity sends three beers as three lines.
    """
    counts: dict[OrderLine, int] = {}
    for line in lines:
        single = replace(line, quantity=1)
        counts[single] = counts.get(single, 0) + line.quantity
    return tuple(replace(line, quantity=count) for line, count in counts.items())
