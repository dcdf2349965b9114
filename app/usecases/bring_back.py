"""Bring an ended order back to the board, here only."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Tone
from app.domain.order import Order
from app.domain.push import PushState
from app.domain.states import EndedBy, Move, OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.rest_in_later import rest_again
from app.usecases.settling import without_end
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import drop_waiting, moved_notice, take_up_dropped, with_money_as_told


@dataclass(frozen=True, slots=True)
class BringBack:
    """Staff press Bring back in History."""

    order_id: str


def bring_back(command: BringBack, desk: Desk) -> list[News]:
    """Put an order that was ended here into Preparing again; the vendor is not told.

    What was still to be told of its end is dropped. Where the vendor knows of the end already, its
    saying so again ends nothing here.
    """
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.BRING_BACK, situation_of(order, work, desk))
        now = desk.clock.now()
        drop_waiting(work, order, now, lambda push: push.kind.ends_order)
        back = replace(
            without_end(order).moved_to(OrderState.PREPARING, now),
            payment=_payment(order),
            ended_by=EndedBy.STAFF if _end_is_known(work, order) else None,
            quiet=False,
            opened=True,
            held_in=None,
            undo=None,
        )
        if back.payment is PaymentState.RECEIVED and order.ended_at is not None:
            # Cancelled, nobody was told any more of the money; now it counts again.
            take_up_dropped(work, order, order.ended_at, lambda push: push.kind.takes_money)
        back = rest_again(desk, with_money_as_told(work, back))
        work.orders.save(back)
        data = {"move": Move.BRING_BACK.name, "state": back.state.value}
        work.record([Event(order.id, now, EventKind.MOVED, data)])
        notice = moved_notice(desk, order, Move.BRING_BACK, None, Tone.OK)
        return conclude(work, desk, notice)


def _end_is_known(work: UnitOfWork, order: Order) -> bool:
    told = (PushState.SENDING, PushState.UNCONFIRMED, PushState.DONE)
    return any(
        push.kind.ends_order and push.system == order.vendor and push.state in told
        for push in work.outbox.of_order(order.id)
    )


def _payment(order: Order) -> PaymentState:
    """What is known of the money now that the order is wanted after all."""
    due = order.due > Money.zero(order.due.currency)
    if order.payment is PaymentState.RETURN_DUE and not order.returned:
        return PaymentState.RECEIVED
    if order.payment is PaymentState.RETURNED or (
        order.payment is PaymentState.NOT_DUE and not order.taken
    ):
        return PaymentState.DUE if due else PaymentState.NOT_DUE
    return order.payment
