"""Collect several orders at one press, and take that back as long as nobody was told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.errors import IllegalMove
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.states import Move
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.move_order import MoveOrder, move_in
from app.usecases.situation import conclude
from app.usecases.undo_move import undo_in


@dataclass(frozen=True, slots=True)
class CollectOrders:
    """Staff collect these orders together."""

    order_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UndoCollected:
    """Staff press Undo for orders that were collected together."""

    order_ids: tuple[str, ...]


def collect_orders(command: CollectOrders, desk: Desk) -> list[News]:
    """Do the ordinary Collected for each order, each with its own push, in one commit.

    One that cannot be collected any more stays as it is and stops none of the others.
    """

    def collect(work: UnitOfWork, order: Order) -> Notice:
        return move_in(work, desk, order, MoveOrder(order.id, Move.COLLECTED))

    with desk.store.begin() as work:
        done = _each(work, command.order_ids, collect)
        told = {notice.data["told"] for notice in done}
        data = _data(done, command.order_ids) | {
            "told": "yes" if "yes" in told else "no" if "no" in told else "nobody",
            "undo": str(desk.shop.undo_seconds if done else 0),
        }
        tone = Tone.OK if done else Tone.WARN
        return conclude(work, desk, Notice(NoticeCode.COLLECTED_TOGETHER, tone, data=data))


def undo_collected(command: UndoCollected, desk: Desk) -> list[News]:
    """Take Collected back for each order of which nobody has been told yet, in one commit."""

    def undo(work: UnitOfWork, order: Order) -> Notice:
        if order.undo is None or order.undo.move is not Move.COLLECTED:
            raise IllegalMove("something else was done with it since")
        return undo_in(work, desk, order)

    with desk.store.begin() as work:
        done = _each(work, command.order_ids, undo)
        tone = Tone.PLAIN if len(done) == len(command.order_ids) else Tone.WARN
        data = _data(done, command.order_ids)
        return conclude(work, desk, Notice(NoticeCode.UNDONE_TOGETHER, tone, data=data))


def _each(
    work: UnitOfWork, order_ids: Iterable[str], do: Callable[[UnitOfWork, Order], Notice]
) -> list[Notice]:
    done = []
    for order_id in dict.fromkeys(order_ids):
        try:
            done.append(do(work, work.orders.get(order_id)))
        except IllegalMove:
            continue  # it is counted as missed, and staff are told how many were
    return done


def _data(done: list[Notice], order_ids: tuple[str, ...]) -> dict[str, str]:
    return {
        "orders": " ".join(notice.order_id for notice in done),
        "count": str(len(done)),
        "missed": str(len(set(order_ids)) - len(done)),
    }
