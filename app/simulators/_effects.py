"""What really happened to the orders of a simulator: how much of it is kept, and reading it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

EFFECT_LIMIT = 50_000


class HappenedTo(Protocol):
    """One change that really happened to an order, and who made it."""

    @property
    def order_id(self) -> str:
        """The order's id."""

    @property
    def word(self) -> str:
        """What the order is now, in the vendor's word."""

    @property
    def by(self) -> str:
        """Who changed it."""


def words_of(effects: Iterable[HappenedTo], order_id: str, by: str | None) -> list[str]:
    """Return the words of the changes to one order, in order; of everybody with `by` None."""
    return [
        effect.word for effect in effects if effect.order_id == order_id and by in (None, effect.by)
    ]
