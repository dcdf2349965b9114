"""Which cards stand in a column, in which order, and which are folded away at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.later import comes_forward_at
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.wording.waiting import is_folded
from app.usecases.desk import Shop

Oldest = tuple[datetime, datetime, str]


@dataclass(frozen=True, slots=True)
class ColumnOrders:
    """The orders of one column: those in sight, oldest first, and the three kinds that rest.

    `later` are accepted and rest until they come forward, the earliest first; `older` were accepted
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


def oldest_first(snapshot: OrderSnapshot, shop: Shop) -> Oldest:
    """Return the key by which a column is sorted; nothing in it changes while the order waits.

    What came forward stands behind what was accepted before its time had come.
    """
    order, since = snapshot.order, snapshot.order.in_column_since
    forward = comes_forward_at(order, shop.lead_minutes)
    if order.state is OrderState.PREPARING and forward is not None:
        since = max(since, forward)
    return since, order.received_at, order.id


def in_column(snapshots: Iterable[OrderSnapshot], shop: Shop) -> ColumnOrders:
    """Sort the snapshots of one column into what is seen and what rests."""
    shown: list[OrderSnapshot] = []
    later: list[OrderSnapshot] = []
    older: list[OrderSnapshot] = []
    away: list[OrderSnapshot] = []
    for snapshot in sorted(snapshots, key=lambda one: oldest_first(one, shop)):
        if snapshot.order.rests_in_later and not _is_amiss(snapshot):
            later.append(snapshot)
        elif _is_away(snapshot):
            away.append(snapshot)
        elif is_folded(snapshot.order):
            older.append(snapshot)
        else:
            shown.append(snapshot)
    later.sort(key=lambda snapshot: snapshot.order.wanted_at or snapshot.order.received_at)
    away.sort(key=lambda snapshot: snapshot.on_the_way_at or snapshot.order.received_at)
    return ColumnOrders(tuple(shown), tuple(later), tuple(older), tuple(away))


def _is_away(snapshot: OrderSnapshot) -> bool:
    return snapshot.on_the_way_at is not None and not _is_amiss(snapshot)


def _is_amiss(snapshot: OrderSnapshot) -> bool:
    asks = snapshot.refused or snapshot.question or snapshot.slip_in_doubt
    return bool(snapshot.order.needs_seen or asks)


def is_unanswered(snapshot: OrderSnapshot) -> bool:
    """Tell whether the order waits in New for a person to accept or reject it."""
    order = snapshot.order
    return not order.state.is_end and not order.quiet and snapshot.awaited is None
