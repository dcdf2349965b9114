"""Accept a new order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.later import has_time
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice
from app.domain.order import Order
from app.domain.states import Move, OrderState
from app.usecases.desk import Desk
from app.usecases.rest_in_later import print_or_rest
from app.usecases.situation import conclude, situation_of
from app.usecases.slips import queue_slip
from app.usecases.telling import tell


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """Staff press Accept."""

    order_id: str


def accept_order(command: AcceptOrder, desk: Desk) -> list[News]:
    """Ask the vendor to take the accept; the order moves on its yes, see `settle_push`.

    Where the vendor is not told the order moves at once. The slip goes with the move, or with the
    tap where the shop prints on "accepted"; one that is wanted much later has no slip before then.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.ACCEPT, situation_of(order, work, desk))
        now = desk.clock.now()
        order = replace(order, opened=True, quiet=False, accepted_here=True, undo=None)
        told = tell(work, desk, order, Move.ACCEPT)
        if told is None:
            order = order.moved_to(OrderState.PREPARING, now)
        work.orders.save(order)
        data = {"move": Move.ACCEPT.name, "state": order.state.value}
        work.record([Event(order.id, now, EventKind.MOVED, data)])
        notices: tuple[Notice, ...] = ()
        if told is None:
            notices = print_or_rest(work, desk, order)
        elif desk.shop.print_on == "accepted" and not _will_rest(order, desk):
            notices = queue_slip(work, desk, order)
        return conclude(work, desk, *notices)


def _will_rest(order: Order, desk: Desk) -> bool:
    now = desk.clock.now()
    return has_time(order.moved_to(OrderState.PREPARING, now), desk.shop.lead_minutes, now)
