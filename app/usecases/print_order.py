"""Print an order's slip, or print it again."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.moves import check
from app.domain.news import News
from app.domain.states import Move, OrderState
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of
from app.usecases.slips import queue_reprint, queue_slip


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Staff press Print: the order's one slip."""

    order_id: str


@dataclass(frozen=True, slots=True)
class PrintAgain:
    """Staff press Print again: a further copy, marked as one."""

    order_id: str


def print_order(command: PrintOrder, desk: Desk) -> list[News]:
    """Queue the order's slip; while its accept is not confirmed the slip says so."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.PRINT, situation_of(order, work, desk))
        notices = queue_slip(work, desk, order, not_confirmed=order.state is OrderState.NEW)
        return conclude(work, desk, *notices)


def print_again(command: PrintAgain, desk: Desk) -> list[News]:
    """Queue a reprint."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.PRINT_AGAIN, situation_of(order, work, desk))
        return conclude(work, desk, *queue_reprint(work, desk, order))
