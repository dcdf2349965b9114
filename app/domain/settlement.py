"""What is still to be settled about an order outside this till, until somebody ticks it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.money import Money
from app.domain.states import Move


class SettleKind(StrEnum):
    """What there is to do."""

    NOT_TOLD = "not_told"  # the vendor does not know how the order ended here
    REFUND_THERE = "refund_there"  # what the vendor was paid goes back in its own system
    RETURNED_HERE = "returned_here"  # the vendor counts as paid what was given back here


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSettle:
    """One thing to settle; `kind` and `since` together tell it from the others of its order.

    `move` is what led to it, `amount` the money it is about; `ticked_at` is when it was settled.
    """

    kind: SettleKind
    since: datetime
    move: Move
    amount: Money | None = None
    ticked_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has ticked it yet."""
        return self.ticked_at is None


def ticked(
    entries: Iterable[ToSettle], kind: SettleKind, now: datetime, *, since: datetime | None = None
) -> tuple[ToSettle, ...]:
    """Return the entries with the open ones of `kind` ticked, of one moment or of all."""
    return tuple(
        replace(entry, ticked_at=now)
        if entry.kind is kind and entry.is_open and since in (None, entry.since)
        else entry
        for entry in entries
    )
