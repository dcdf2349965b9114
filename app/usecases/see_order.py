"""Note that a person has opened an order, or seen what somebody else did to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.states import Move
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import acknowledge_refusals


@dataclass(frozen=True, slots=True)
class SeeOrder:
    """Staff press Seen."""

    order_id: str


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """Staff open an order in the panel."""

    order_id: str


def see_order(command: SeeOrder, desk: Desk) -> list[News]:
    """Let the order go where its state belongs, and take refusals off its card."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.SEEN, situation_of(order, work, desk))
        acknowledge_refusals(work, order, of_money=False)
        work.orders.save(replace(order, attention=None, opened=True))
        work.record([Event(order.id, desk.clock.now(), EventKind.SEEN)])
        return conclude(work, desk)


def open_order(command: OpenOrder, desk: Desk) -> list[News]:
    """Take the blue disc off the card; nothing is written when it was opened before."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        if order.opened:
            return []
        work.orders.save(replace(order, opened=True))
        return conclude(work, desk)
