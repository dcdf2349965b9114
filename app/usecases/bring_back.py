"""Bring an ended order back to the board, here only."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.states import Move, OrderState
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of


@dataclass(frozen=True, slots=True)
class BringBack:
    """Staff press Bring back in History."""

    order_id: str


def bring_back(command: BringBack, desk: Desk) -> list[News]:
    """Put an order that was ended here into Preparing again; the vendor is not told."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.BRING_BACK, situation_of(order, work, desk))
        now = desk.clock.now()
        back = order.moved_to(OrderState.PREPARING, now)
        back = replace(back, quiet=False, opened=True, attention=None, held_in=None, undo=None)
        work.orders.save(back)
        data = {"move": Move.BRING_BACK.name, "state": back.state.value}
        work.record([Event(order.id, now, EventKind.MOVED, data)])
        notice = Notice(
            NoticeCode.MOVED,
            Tone.OK,
            order.id,
            order.number,
            order.vendor,
            {"move": Move.BRING_BACK.name, "told": "no", "undo": "0"},
        )
        return conclude(work, desk, notice)
