"""Move an order along: ready, collected, left, cancelled, handed over unpaid, on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.moves import UNDOABLE, check
from app.domain.news import News
from app.domain.notice import Notice, Tone
from app.domain.order import Order, undo_point, unsold
from app.domain.staff import GuardedAct
from app.domain.states import Move, OrderState
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.settling import keep_end
from app.usecases.situation import conclude, situation_of
from app.usecases.slips import queue_slip, withdraw_slips
from app.usecases.telling import drop_waiting, moved_notice, tell

MOVES_AT_THE_TAP = frozenset(
    {
        Move.READY,
        Move.COLLECTED,
        Move.LEFT,
        Move.CANCEL_ORDER,
        Move.HAND_OVER_UNPAID,
        Move.ON_THE_WAY,
    }
)


@dataclass(frozen=True, slots=True)
class MoveOrder:
    """Staff press one of `MOVES_AT_THE_TAP`; `reason` is for Hand over unpaid."""

    order_id: str
    move: Move
    reason: str = ""


def move_order(command: MoveOrder, desk: Desk) -> list[News]:
    """Move the order at once and keep what the vendor is to be told."""
    with desk.store.begin() as work:
        notice = move_in(work, desk, work.orders.get(command.order_id), command)
        return conclude(work, desk, notice)


def move_in(work: UnitOfWork, desk: Desk, order: Order, command: MoveOrder) -> Notice:
    """Do the move inside a unit of work that is under way; return what staff are told.

    Raises IllegalMove, also for Hand over unpaid without a reason, or without the PIN it needs.
    """
    move = command.move
    if move not in MOVES_AT_THE_TAP:
        raise IllegalMove(f"{move} has a command of its own")
    rule = check(move, situation_of(order, work, desk))
    reason = plain(command.reason, limit=200)
    if move is Move.HAND_OVER_UNPAID:
        if not reason:
            raise IllegalMove("handing over unpaid needs a reason")
        need_pin(GuardedAct.HAND_OVER_UNPAID, work, desk)
    now = desk.clock.now()
    wait = desk.shop.undo_seconds if move in UNDOABLE else 0
    undo = undo_point(order, move, now, wait)
    told = tell(work, desk, order, move, wait_seconds=wait)
    data = {"move": move.name, "state": (rule.to_state or order.state).value}
    work.record([Event(order.id, now, EventKind.MOVED, data)])
    moved = order.moved_to(rule.to_state, now) if rule.to_state else order
    moved = replace(moved, opened=True, quiet=False, undo=undo)
    if reason:
        moved = replace(moved, handed_over_unpaid=reason)
    if rule.to_state in (OrderState.LEFT, OrderState.CANCELLED):
        moved = unsold(moved, move)
        withdraw_slips(work, moved, now)
        moved = keep_end(work, desk, moved, move, now)
    if rule.to_state is OrderState.CANCELLED and not told:
        # Nobody there hears of the end, so nobody is told of what led to it either.
        drop_waiting(work, moved, now, lambda push: push.system == order.vendor)
    work.orders.save(moved)
    if order.rests_in_later and rule.to_state is OrderState.READY:
        queue_slip(work, desk, moved)  # a printer that is missing is said on the card
    return moved_notice(desk, order, move, told, Tone.OK, wait)
