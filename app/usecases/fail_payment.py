"""Give up taking the money for an order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.events import Event, EventKind
from app.domain.moves import check
from app.domain.news import News
from app.domain.notice import Tone
from app.domain.states import Move, PaymentState
from app.usecases.desk import Desk
from app.usecases.situation import conclude, situation_of
from app.usecases.telling import moved_notice, tell


@dataclass(frozen=True, slots=True)
class FailPayment:
    """Staff press Payment failed and say so a second time."""

    order_id: str


def fail_payment(command: FailPayment, desk: Desk) -> list[News]:
    """Note that the customer did not pay and keep what the vendor is to be told of it."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        check(Move.PAYMENT_FAILED, situation_of(order, work, desk))
        told = tell(work, desk, order, Move.PAYMENT_FAILED)
        work.orders.save(replace(order, payment=PaymentState.FAILED, opened=True))
        data = {"payment": PaymentState.FAILED.value}
        work.record([Event(order.id, desk.clock.now(), EventKind.PAYMENT, data)])
        notice = moved_notice(desk, order, Move.PAYMENT_FAILED, told, Tone.WARN)
        return conclude(work, desk, notice)
