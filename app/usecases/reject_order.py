"""Reject a new order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, Tone
from app.domain.order import Order, undo_point, unsold
from app.domain.states import Move, OrderState
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.settling import keep_end
from app.usecases.situation import conclude, situation_of
from app.usecases.slips import withdraw_slips
from app.usecases.telling import moved_notice, tell

LONGEST_MESSAGE: Final = 500


@dataclass(frozen=True, slots=True)
class RejectOrder:
    """Staff press Reject in its dialog; `message` is what the customer reads."""

    order_id: str
    message: str = ""


def reject_order(command: RejectOrder, desk: Desk) -> list[News]:
    """Ask the vendor to take the reject once the time to undo has run out.

    Until the vendor's yes the order stays in New, marked. Raises IllegalMove when the vendor
    requires a reason and there is none.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        situation = situation_of(order, work, desk)
        check(Move.REJECT, situation)
        message = plain(command.message, limit=LONGEST_MESSAGE)
        if situation.capabilities.reason_required and not message:
            raise IllegalMove("a reject needs a reason here")
        notice = reject_in(work, desk, order, message)
        return conclude(work, desk, notice)


def reject_in(
    work: UnitOfWork, desk: Desk, order: Order, message: str, by: Mapping[str, str] | None = None
) -> Notice:
    """Reject an order of which that is possible, in this unit of work; return what staff are told.

    `by` is kept with the event and told with the notice, where nobody pressed Reject.
    """
    now, wait = desk.clock.now(), desk.shop.undo_seconds
    undo = undo_point(order, Move.REJECT, now, wait)
    order = replace(order, opened=True, undo=undo, reject_reason=message, held_until=None)
    told = tell(work, desk, order, Move.REJECT, message=message, wait_seconds=wait)
    if told is None:
        order = unsold(order.moved_to(OrderState.REJECTED, now), Move.REJECT)
        withdraw_slips(work, order, now)
    data = {"move": Move.REJECT.name, "state": order.state.value, **(by or {})}
    work.record([Event(order.id, now, EventKind.MOVED, data)])
    work.orders.save(keep_end(work, desk, order, Move.REJECT, now))
    notice = moved_notice(desk, order, Move.REJECT, told, Tone.PLAIN, wait)
    return replace(notice, data={**notice.data, **(by or {})})
