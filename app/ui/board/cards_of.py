"""Which cards stand in a column, in which order, and which are folded away at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.order import Order
from app.domain.snapshot import OrderSnapshot
from app.ui.wording.waiting import rests_in_later

Oldest = tuple[datetime, datetime, str]


@dataclass(frozen=True, slots=True)
class ColumnOrders:
    """The orders of one column: those in sight, oldest first, and the three kinds that rest.

    `later` are wanted so much later that they rest, the earliest first; `older` were accepted
    elsewhere or came in long ago; `away` have left the shop, and nothing is amiss with them.
    """

    shown: tuple[OrderSnapshot, ...]
    later: tuple[OrderSnapshot, ...]
    older: tuple[OrderSnapshot, ...]
    away: tuple[OrderSnapshot, ...] = ()

    @property
    def resting(self) -> tuple[OrderSnapshot, ...]:
        """All that is folded away."""
        return self.older + self.away + self.later


def oldest_first(snapshot: OrderSnapshot) -> Oldest:
    """Return the key by which a column is sorted; nothing in it changes while the order waits."""
    order = snapshot.order
    return order.in_column_since, order.received_at, order.id


def in_column(snapshots: Iterable[OrderSnapshot], now: datetime) -> ColumnOrders:
    """Sort the snapshots of one column into what is seen and what rests."""
    shown: list[OrderSnapshot] = []
    later: list[OrderSnapshot] = []
    older: list[OrderSnapshot] = []
    away: list[OrderSnapshot] = []
    for snapshot in sorted(snapshots, key=oldest_first):
        if rests_in_later(snapshot.order, now):
            later.append(snapshot)
        elif _is_away(snapshot):
            away.append(snapshot)
        elif _is_folded(snapshot.order):
            older.append(snapshot)
        else:
            shown.append(snapshot)
    later.sort(key=lambda snapshot: snapshot.order.wanted_at or snapshot.order.received_at)
    away.sort(key=lambda snapshot: snapshot.on_the_way_at or snapshot.order.received_at)
    return ColumnOrders(tuple(shown), tuple(later), tuple(older), tuple(away))


def _is_away(snapshot: OrderSnapshot) -> bool:
    amiss = snapshot.order.needs_seen or snapshot.refused or snapshot.question
    return snapshot.on_the_way_at is not None and not amiss


def _is_folded(order: Order) -> bool:
    # What has ended and still takes a place asks for somebody, however quiet the order was.
    return order.quiet and not order.needs_seen and not order.state.is_end


def is_unanswered(snapshot: OrderSnapshot) -> bool:
    """Tell whether the order waits in New for a person to accept or reject it."""
    order = snapshot.order
    return not order.state.is_end and not order.quiet and snapshot.awaited is None
