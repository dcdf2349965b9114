"""Take the last move back while nobody has been told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order, payment_before
from app.domain.push import KIND_OF_MOVE, Push, PushState
from app.domain.states import Move
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.rest_in_later import rest_again
from app.usecases.settling import without_end
from app.usecases.situation import conclude, situation_of
from app.usecases.slips import take_up_withdrawn
from app.usecases.telling import (
    drop_waiting,
    take_up_dropped,
    told_word,
    ways_of,
    with_money_as_told,
)


@dataclass(frozen=True, slots=True)
class UndoMove:
    """Staff press Undo."""

    order_id: str


def undo_move(command: UndoMove, desk: Desk) -> list[News]:
    """Put the order back where it stood and drop what was to be told.

    What the move itself had dropped and withdrawn waits again; money that was taken or settled
    since stays as it is. Raises IllegalMove once the time has run out: the vendor may have been
    told by then.
    """
    with desk.store.begin() as work:
        notice = undo_in(work, desk, work.orders.get(command.order_id))
        return conclude(work, desk, notice)


def undo_in(work: UnitOfWork, desk: Desk, order: Order) -> Notice:
    """Take the last move back inside a unit of work that is under way; return what staff are told.

    Raises IllegalMove before anything is written.
    """
    check(Move.UNDO, situation_of(order, work, desk))
    undo = order.undo
    assert undo is not None  # `check` has just said so
    push = _push_of(work, desk, order, undo.move)
    now = desk.clock.now()
    if order.ended_at is not None:
        take_up_dropped(work, order, order.ended_at)
        take_up_withdrawn(work, desk, order, order.ended_at)
    order = without_end(order)
    if push is not None:
        drop_waiting(work, order, now, lambda waiting: waiting.id == push.id)
    back = replace(
        order.moved_to(undo.from_state, now),
        undo=None,
        payment=payment_before(order, undo),
        held_in=None,
    )
    if undo.move is Move.HAND_OVER_UNPAID:
        back = replace(back, handed_over_unpaid="")
    if undo.move is Move.REJECT:
        back = replace(back, reject_reason="")
    back = rest_again(desk, with_money_as_told(work, back))
    work.orders.save(back)
    data = {"move": undo.move.name, "state": back.state.value}
    work.record([Event(order.id, now, EventKind.UNDONE, data)])
    return Notice(
        NoticeCode.UNDONE,
        Tone.PLAIN,
        order.id,
        order.number,
        order.vendor,
        {"move": undo.move.name, "told": told_word(desk, order, None)},
    )


def _push_of(work: UnitOfWork, desk: Desk, order: Order, move: Move) -> Push | None:
    """Return what the vendor was to be told of the move, None where it hears nothing of it; of the
    same kind only the newest. Raises IllegalMove when it has left."""
    if ways_of(work, desk, order).telling(move) is not Telling.TOLD:
        return None
    kind = KIND_OF_MOVE[move]
    told = [push for push in work.outbox.of_order(order.id) if push.system == order.vendor]
    newest = [push for push in told if push.kind is kind][-1]
    if newest.state is not PushState.WAITING:
        raise IllegalMove(f"{move} cannot be undone: its push is {newest.state}")
    return newest
