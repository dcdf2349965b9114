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
from app.ports.store import UnitOfWork
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
        notices = accept_in(work, desk, replace(order, opened=True))
        return conclude(work, desk, *notices)


def accept_in(
    work: UnitOfWork, desk: Desk, order: Order, *, by_itself: bool = False
) -> tuple[Notice, ...]:
    """Accept an order of which that is possible, in this unit of work; return what staff are told.

    `by_itself` is kept with the event: nobody pressed Accept.
    """
    now = desk.clock.now()
    order = replace(order, quiet=False, accepted_here=True, undo=None, held_until=None)
    told = tell(work, desk, order, Move.ACCEPT)
    if told is None:
        order = order.moved_to(OrderState.PREPARING, now)
    work.orders.save(order)
    data = {"move": Move.ACCEPT.name, "state": order.state.value}
    if by_itself:
        data["by"] = "itself"
    work.record([Event(order.id, now, EventKind.MOVED, data)])
    if told is None:
        return print_or_rest(work, desk, order)
    if desk.shop.print_on == "accepted" and not _will_rest(order, desk):
        return queue_slip(work, desk, order)
    return ()


def _will_rest(order: Order, desk: Desk) -> bool:
    now = desk.clock.now()
    return has_time(order.moved_to(OrderState.PREPARING, now), desk.shop.lead_minutes, now)
