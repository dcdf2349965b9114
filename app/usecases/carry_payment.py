"""Use money for an order that was taken for another one, which it did not accept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.push import Push
from app.domain.states import Move, OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.check_due import must_be_read, not_checked
from app.usecases.desk import Desk
from app.usecases.payment_accepts import with_payment_as_accept
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import acknowledge_refusals, tell


@dataclass(frozen=True, slots=True)
class CarryPayment:
    """Staff use the money of `from_order_id` for `order_id`, the customer's new order number."""

    order_id: str
    from_order_id: str


def carry_payment(command: CarryPayment, desk: Desk) -> list[News]:
    """Move the money over and tell the vendor of it under the same id as before.

    The first order ends as left, with nothing to give back. Raises IllegalMove unless both ask for
    the same amount and the first one's payment was plainly refused.
    """
    with desk.store.begin() as work:
        order, first = work.orders.get(command.order_id), work.orders.get(command.from_order_id)
        check(Move.PAYMENT_RECEIVED, situation_of(order, work, desk))
        refused = _refused_payment(work, desk, first)
        if refused is None or first.vendor != order.vendor or first.due != order.due:
            raise IllegalMove("that money does not fit this order")
        if must_be_read(order, desk):
            return not_checked(order, "CarryPayment", desk)
        told = tell(work, desk, order, Move.PAYMENT_RECEIVED)
        assert told is not None  # a vendor that accepts by payment is told of it
        work.outbox.save(replace(told, reference=refused.reference or refused.id))
        acknowledge_refusals(work, first, of_money=True, system=first.vendor)
        work.orders.save(_without_money(first, desk))
        taken = replace(
            with_payment_as_accept(order, desk),
            payment=PaymentState.RECEIVED,
            taken=(*order.taken, *first.taken),
            opened=True,
        )
        work.orders.save(taken)
        _record(work, desk, first, taken)
        money = {"minor": str(order.due.minor), "currency": order.due.currency}
        code = NoticeCode.PAYMENT_TAKEN
        return conclude(
            work, desk, Notice(code, Tone.OK, order.id, order.number, order.vendor, money)
        )


def _refused_payment(work: UnitOfWork, desk: Desk, first: Order) -> Push | None:
    return None if first.returned else situation_of(first, work, desk).money_refused


def _without_money(first: Order, desk: Desk) -> Order:
    left = first.moved_to(OrderState.LEFT, desk.clock.now())
    return replace(left, taken=(), payment=PaymentState.NOT_DUE, undo=None)


def _record(work: UnitOfWork, desk: Desk, first: Order, taken: Order) -> None:
    now = desk.clock.now()
    moved = {"move": Move.LEFT.name, "state": OrderState.LEFT.value, "carried_to": taken.number}
    paid = {"payment": PaymentState.RECEIVED.value, "carried_from": first.number}
    work.record(
        [
            Event(first.id, now, EventKind.MOVED, moved),
            Event(taken.id, now, EventKind.PAYMENT, paid),
        ]
    )
