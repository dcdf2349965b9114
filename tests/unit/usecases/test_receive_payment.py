"""Money is taken once, whole or in parts, and only what is due."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove
from app.domain.money import Money
from app.domain.news import Noticed
from app.domain.notice import NoticeCode
from app.domain.order import PaymentPart
from app.domain.push import PushKind
from app.domain.report import DueDoubt
from app.domain.states import (
    Move,
    OrderState,
    PaymentState,
    SyncState,
)
from app.usecases.receive_payment import ReceivePayment, receive_payment
from tests.builders import huf
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import CARD, CASH, OTHER, owing, pay

S, P, K = OrderState, PaymentState, PushKind


@pytest.mark.parametrize(
    "parts",
    [
        (PaymentPart(CARD, huf(903)),),
        (PaymentPart(OTHER, huf(903)),),
        (PaymentPart(CASH, huf(905)),),
        (PaymentPart(CASH, huf(905), given=huf(1000)),),
        (PaymentPart(CASH, huf(903)),),
        (PaymentPart(CARD, huf(500)), PaymentPart(OTHER, huf(403))),
        (PaymentPart(CARD, huf(500)), PaymentPart(CASH, huf(405))),
        (PaymentPart(CASH, huf(500)), PaymentPart(CASH, huf(405))),
        (PaymentPart(CARD, huf(903)), PaymentPart(CASH, huf(0))),
    ],
)
def test_payment_whole_or_in_parts(counter: Counter, parts: tuple[PaymentPart, ...]) -> None:
    owing(counter)
    pay(counter, *parts)
    order = counter.order()
    assert (order.payment, order.taken, order.due) == (P.RECEIVED, parts, huf(903))
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.PAYMENT_RECEIVED]
    assert counter.snapshot().worst_sync is SyncState.IN_STEP


@pytest.mark.parametrize(
    "parts",
    [
        (PaymentPart(CARD, huf(905)),),
        (PaymentPart(CASH, huf(900)),),
        (PaymentPart(CASH, huf(904)),),
        (PaymentPart(CARD, huf(500)), PaymentPart(CASH, huf(400))),
        (PaymentPart(CARD, huf(1000)), PaymentPart(CASH, huf(-97))),
        (PaymentPart(CASH, huf(905), given=huf(900)),),
        (PaymentPart(CARD, Money(90_300, "EUR")),),
        (PaymentPart(CASH, huf(905), given=Money(100_000, "EUR")),),
    ],
)
def test_parts_that_do_not_make_up_what_is_due_take_nothing(
    quick: Counter, parts: tuple[PaymentPart, ...]
) -> None:
    owing(quick)
    with pytest.raises(IllegalMove):
        pay(quick, *parts)
    assert (quick.order().payment, quick.order().taken) == (P.DUE, ())
    assert [push.kind for push in quick.pushes()] == [K.ACCEPT]


def test_no_parts_take_nothing(quick: Counter) -> None:
    owing(quick)
    with pytest.raises(IllegalMove):
        quick.hear(receive_payment(ReceivePayment("id-1", huf(903), ()), quick.desk))


def test_an_amount_that_has_changed_meanwhile_is_not_taken(counter: Counter) -> None:
    owing(counter)
    counter.vendor.change("v-1", due=huf(1200))
    counter.report()
    with pytest.raises(IllegalMove):
        pay(counter)
    assert counter.order().payment is P.DUE
    pay(counter, PaymentPart(CARD, huf(1200)), due=huf(1200))
    assert counter.order().money_taken == huf(1200)


def test_where_the_amount_is_a_question_staff_say_what_they_took(counter: Counter) -> None:
    counter.at_work(payment=P.DUE, due=huf(0), due_doubt=DueDoubt.NOTHING_NAMED)
    with pytest.raises(IllegalMove):
        pay(counter, PaymentPart(CARD, Money(500, "EUR")), due=Money(500, "EUR"))
    pay(counter, PaymentPart(CARD, huf(1190)), due=huf(1190))
    assert (counter.order().due, counter.order().money_taken) == (huf(1190), huf(1190))
    counter.report()
    assert counter.order().due == huf(1190)


def test_money_is_taken_once(quick: Counter) -> None:
    owing(quick)
    pay(quick)
    with pytest.raises(IllegalMove):
        pay(quick)


def test_money_for_an_order_that_was_handed_over_unpaid(counter: Counter) -> None:
    owing(counter, 903, Move.READY)
    counter.move(Move.HAND_OVER_UNPAID, reason="comes back with cash")
    counter.clock.advance(5)
    counter.deliver()
    pay(counter)
    counter.deliver()
    assert counter.order().payment is P.RECEIVED
    assert counter.effects()[-1] is K.PAYMENT_RECEIVED


def test_the_message_says_what_goes_back_to_the_customer(counter: Counter) -> None:
    owing(counter)
    pay(counter, PaymentPart(CARD, huf(500)), PaymentPart(CASH, huf(405), given=huf(1000)))
    (said,) = [
        news.notice
        for news in counter.told(Noticed)
        if news.notice.code is NoticeCode.PAYMENT_TAKEN
    ]
    assert said.data["change"] == str(huf(595).minor)
