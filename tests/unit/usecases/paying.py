"""Orders to pay, and paying them, in tests."""

from __future__ import annotations

from app.domain.money import Money
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.states import Move, PaymentState
from app.usecases.receive_payment import ReceivePayment, receive_payment
from tests.builders import huf
from tests.unit.usecases.counter import Counter

CASH, CARD, OTHER = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.OTHER
P = PaymentState


def pay(
    counter: Counter, *parts: PaymentPart, due: Money | None = None, order_id: str = "id-1"
) -> None:
    given = parts or (PaymentPart(CARD, huf(903)),)
    command = ReceivePayment(order_id, due or huf(903), given)
    counter.hear(receive_payment(command, counter.desk))


def owing(counter: Counter, units: int = 903, *moves: Move) -> None:
    counter.at_work(*moves, payment=P.DUE, due=huf(units))
