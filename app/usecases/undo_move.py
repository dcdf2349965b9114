"""Take the last move back while nobody has been told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.push import KIND_OF_MOVE, Push
from app.domain.states import Move
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import drop_waiting


@dataclass(frozen=True, slots=True)
class UndoMove:
    """Staff press Undo."""

    order_id: str


def undo_move(command: UndoMove, desk: Desk) -> list[News]:
    """Put the order back where it stood and drop what was to be told.

    Raises IllegalMove once the time has run out: the vendor may have been told by then.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.UNDO, situation_of(order, work, desk))
        undo = order.undo
        assert undo is not None  # `check` has just said so
        kind = KIND_OF_MOVE[undo.move]

        def newest_of_kind(push: Push) -> bool:
            return push.kind is kind

        drop_waiting(work, desk, order, newest_of_kind)
        now = desk.clock.now()
        back = replace(
            order.moved_to(undo.from_state, now),
            undo=None,
            handed_over_unpaid="",
            reject_reason="",
            payment=undo.from_payment,
            held_in=None,
        )
        work.orders.save(back)
        data = {"move": undo.move.name, "state": back.state.value}
        work.record([Event(order.id, now, EventKind.UNDONE, data)])
        notice = Notice(
            NoticeCode.UNDONE,
            Tone.PLAIN,
            order.id,
            order.number,
            order.vendor,
            {"move": undo.move.name},
        )
        return conclude(work, desk, notice)
