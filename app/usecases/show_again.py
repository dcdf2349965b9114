"""Show an order again when it, or what is offered for it, has changed by time alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from app.domain.later import comes_forward_at, is_due_forward
from app.domain.moves import CONFIRM_WAIT_SECONDS, is_possible, offered_moves
from app.domain.news import News, OrdersChanged
from app.domain.order import Order
from app.domain.push import PushKind
from app.domain.situation import Situation
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.usecases.desk import Desk
from app.usecases.move_order import MoveOrder, move_in
from app.usecases.place_practice import practice_ends_at
from app.usecases.rest_in_later import come_forward
from app.usecases.situation import conclude, situation_of, snapshot_of

_TIMED: Final = (Move.PRINT, Move.UNDO)


def next_change(shown: OrderSnapshot, desk: Desk) -> datetime | None:
    """Return when the order will next look different from `shown` although nothing happens to it.

    Undo ends at its time; Print is offered for an accept that nobody has confirmed for a while;
    what set out long enough ago has arrived; what rests in Later comes forward, and a practice
    order ends. At once where that time has passed while nobody looked, or since it was shown.
    """
    with desk.store.begin() as work:
        order = work.orders.get(shown.order.id)
        situation = situation_of(order, work, desk)
    lead = desk.shop.lead_minutes
    moves_by_itself = is_due_forward(order, lead, situation.now) or _due_move(
        order, situation, desk
    )
    if moves_by_itself or _is_out_of_date(shown, situation):
        return situation.now
    moments = []
    ends_at = practice_ends_at(order)
    if ends_at is not None:
        moments.append(ends_at)
    forward = comes_forward_at(order, lead) if order.rests_in_later else None
    if forward is not None:
        moments.append(forward)
    if order.undo is not None:
        moments.append(order.undo.until)
    awaited = situation.awaited
    if awaited is not None and awaited.kind is PushKind.ACCEPT:
        moments.append(awaited.created_at + timedelta(seconds=CONFIRM_WAIT_SECONDS))
    arrives_at = _arrives_at(situation, desk)
    if arrives_at is not None:
        moments.append(arrives_at)
    return min((moment for moment in moments if moment > situation.now), default=None)


def show_again(order_id: str, desk: Desk) -> list[News]:
    """Return the order's snapshot as it stands now.

    One whose time has come leaves Later, one that has arrived meanwhile is collected, and practice
    that nobody finished is cancelled.
    """
    with desk.store.begin() as work:
        order = work.orders.get(order_id)
        situation = situation_of(order, work, desk)
        if is_due_forward(order, desk.shop.lead_minutes, situation.now):
            return conclude(work, desk, *come_forward(work, desk, order))
        move = _due_move(order, situation, desk)
        if move is not None:
            return conclude(work, desk, move_in(work, desk, order, MoveOrder(order_id, move)))
        return [OrdersChanged((snapshot_of(order, work, desk),))]


def _due_move(order: Order, situation: Situation, desk: Desk) -> Move | None:
    """The move the order makes by itself now, if it can make it."""
    ends_at, arrives_at = practice_ends_at(order), _arrives_at(situation, desk)
    if ends_at is not None and ends_at <= situation.now:
        move = Move.CANCEL_ORDER
    elif arrives_at is not None and arrives_at <= situation.now:
        move = Move.COLLECTED
    else:
        return None
    return move if is_possible(move, situation) else None


def _is_out_of_date(shown: OrderSnapshot, situation: Situation) -> bool:
    """Whether a move that time alone offers or takes away was offered otherwise then."""
    offered = {one.move for one in offered_moves(situation)}
    return any((shown.offers(move) is not None) != (move in offered) for move in _TIMED)


def _arrives_at(situation: Situation, desk: Desk) -> datetime | None:
    """When an order on its way counts as collected; None where only a tap says so."""
    minutes = desk.shop.on_the_way_minutes
    if not minutes or situation.on_the_way_at is None:
        return None
    return situation.on_the_way_at + timedelta(minutes=minutes)
