"""A walk-in order while it is keyed in: nothing of it is placed yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_hex

from app.domain.money import Money, total
from app.domain.product import Product
from app.domain.walkin import MOST_OF_ONE, WalkinItem
from app.usecases.place_walkin import PlaceWalkin


def _new_key() -> str:
    return token_hex(8)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """So many of one product, at the price shown when it was first chosen."""

    product: Product
    price: Money
    quantity: int = 1

    @property
    def sum(self) -> Money:
        """The price of all of them."""
        return self.price * self.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What has been keyed in; `key` stays the same until it was placed, so that it is placed once.

    `since` is when it was closed with something in it, None while it is new. Thread: any.
    """

    currency: str
    key: str = field(default_factory=_new_key)
    amount: Money | None = None
    lines: tuple[DraftLine, ...] = ()
    name: str = ""
    since: datetime | None = None

    @property
    def total(self) -> Money:
        """What is to be paid."""
        return total(self._sums(), self.currency)

    @property
    def item_count(self) -> int:
        """How many pieces there are; an amount counts as one."""
        return sum(line.quantity for line in self.lines) + bool(self.amount)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was keyed in that somebody could miss."""
        return not (self.amount or self.lines or self.name)

    def quantity_of(self, product_id: str) -> int:
        """Return how many of a product are in it."""
        line = self._line(product_id)
        return line.quantity if line is not None else 0

    def with_one_more(self, product: Product) -> Draft:
        """Return the draft with one piece more, at its end when it is the first.

        Raises ValueError for a product that has no price in the draft's money.
        """
        line = self._line(product.product_id)
        if line is not None:
            return self.with_quantity(product.product_id, line.quantity + 1)
        price = product.price_in(self.currency)
        if price is None:
            raise ValueError(f"{product.product_id} has no price in {self.currency}")
        return replace(self, lines=(*self.lines, DraftLine(product, price)))

    def with_quantity(self, product_id: str, quantity: int) -> Draft:
        """Return the draft with so many of a product; none takes the line out."""
        lines = (
            replace(line, quantity=min(quantity, MOST_OF_ONE))
            if line.product.product_id == product_id
            else line
            for line in self.lines
        )
        return replace(self, lines=tuple(line for line in lines if line.quantity > 0))

    def command(self) -> PlaceWalkin:
        """Return what places it."""
        items = (
            WalkinItem(line.product.product_id, line.quantity, line.price) for line in self.lines
        )
        return PlaceWalkin(self.key, self.amount or None, tuple(items), self.name)

    def _line(self, product_id: str) -> DraftLine | None:
        return next((line for line in self.lines if line.product.product_id == product_id), None)

    def _sums(self) -> Iterator[Money]:
        if self.amount is not None:
            yield self.amount
        for line in self.lines:
            yield line.sum
