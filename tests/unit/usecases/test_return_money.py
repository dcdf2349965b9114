"""Money taken for an order that ends unsold stays in sight until it went back."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove, VendorUnavailable
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.order import PaymentPart, ReturnReason
from app.domain.push import PushKind, PushState
from app.domain.states import (
    JobState,
    Move,
    OrderState,
    PaymentState,
    Standing,
)
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.settle_push import settle_push
from tests.builders import huf
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import CARD, CASH, owing, pay

S, P, K = OrderState, PaymentState, PushKind
STATE_AFTER = {Move.COLLECTED: S.COLLECTED, Move.LEFT: S.LEFT}


def test_a_vendors_cancel_after_money_was_taken(counter: Counter) -> None:
    owing(counter)
    counter.vendor.go_away()
    pay(counter)
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.cancel("v-1")
    counter.report()
    order = counter.order()
    assert (order.state, order.payment) == (S.CANCELLED, P.RETURN_DUE)
    assert {push.state for push in counter.pushes()[1:]} == {PushState.DROPPED}
    assert counter.jobs()[0].state is JobState.FAILED
    assert counter.notices()[-1] is NoticeCode.ENDED_ELSEWHERE
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.board() == ["id-1"]
    assert Move.MONEY_RETURNED in counter.offered()
    back = ReturnMoney("id-1", huf(903), CARD)
    counter.hear(return_money(back, counter.desk))
    assert counter.order().payment is P.RETURNED
    assert counter.board() == []


def test_a_lost_finalize_on_an_order_cancelled_meanwhile_is_money_to_return(
    counter: Counter,
) -> None:
    owing(counter)
    pay(counter)
    counter.vendor.lose_next_request()
    counter.deliver()
    counter.vendor.change("v-1", standing=Standing.CANCELLED, payment=P.NOT_DUE)
    counter.clock.advance(1)
    counter.deliver()
    assert counter.order().payment is P.RETURN_DUE
    assert counter.snapshot().question is None
    assert counter.board() == ["id-1"]


def test_a_late_answer_does_not_turn_money_to_return_into_money_kept(counter: Counter) -> None:
    for error in (None, VendorUnavailable("cheers", "lost", sent=True)):
        order_id = counter.at_work(payment=P.DUE, due=huf(903))
        command = ReceivePayment(order_id, huf(903), (PaymentPart(CARD, huf(903)),))
        counter.hear(receive_payment(command, counter.desk))
        push = counter.put_on_wire()
        counter.move(Move.CANCEL_ORDER, order_id)
        assert counter.order(order_id).payment is P.RETURN_DUE
        counter.hear(settle_push(push.id, error, counter.desk))
        assert counter.order(order_id).payment is P.RETURN_DUE


def test_money_goes_back_in_parts(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    counter.move(Move.CANCEL_ORDER)
    for amount in (huf(0), huf(-1), huf(904)):
        with pytest.raises(IllegalMove):
            counter.hear(return_money(ReturnMoney("id-1", amount, CASH), counter.desk))
    counter.hear(return_money(ReturnMoney("id-1", huf(403), CASH), counter.desk))
    assert (counter.order().payment, counter.order().money_taken) == (P.RETURN_DUE, huf(500))
    counter.hear(return_money(ReturnMoney("id-1", huf(500), CARD), counter.desk))
    assert (counter.order().payment, counter.order().money_taken) == (P.RETURNED, huf(0))
    with pytest.raises(IllegalMove):
        counter.hear(return_money(ReturnMoney("id-1", huf(1), CASH), counter.desk))


def test_who_paid_and_left_gets_nothing_back(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    counter.move(Move.LEFT)
    assert counter.order().payment is P.RECEIVED
    assert counter.board() == []


def test_why_money_went_back_is_kept_and_staff_s_own_words_stay_out_of_the_events(
    counter: Counter,
) -> None:
    owing(counter)
    pay(counter)
    counter.move(Move.CANCEL_ORDER)
    first = ReturnMoney("id-1", huf(403), CASH, ReturnReason.WRONG)
    second = ReturnMoney("id-1", huf(500), CARD, ReturnReason.OTHER, " the boss\n said so ")
    for command in (first, second):
        counter.hear(return_money(command, counter.desk))
    assert counter.order().return_notes == ("", "the boss said so")
    reader = counter.store.reader()
    paid = [each.data for each in reader.events("id-1") if each.kind is EventKind.PAYMENT]
    reader.close()
    told = [(data["amount"], data["method"], data["reason"]) for data in paid if "reason" in data]
    assert told == [("40300", "cash", "wrong"), ("50000", "card", "other")]


@pytest.mark.parametrize("end", [Move.COLLECTED, Move.LEFT])
def test_who_brings_the_goods_back_gets_money_back_in_parts(counter: Counter, end: Move) -> None:
    owing(counter)
    pay(counter)
    counter.move(Move.READY)
    counter.move(end)
    counter.clock.advance(60)
    counter.deliver()
    back = ReturnMoney("id-1", huf(400), CASH, ReturnReason.GOODS_BACK)
    counter.hear(return_money(back, counter.desk))
    assert (counter.order().payment, counter.order().money_taken) == (P.RECEIVED, huf(503))
    counter.hear(return_money(ReturnMoney("id-1", huf(503), CASH), counter.desk))
    assert (counter.order().payment, counter.order().state) == (P.RETURNED, STATE_AFTER[end])
    assert counter.board() == []
    with pytest.raises(IllegalMove):
        counter.hear(return_money(ReturnMoney("id-1", huf(1), CASH), counter.desk))


def test_money_is_not_given_back_of_an_order_still_in_work(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    with pytest.raises(IllegalMove):
        counter.hear(return_money(ReturnMoney("id-1", huf(903), CASH), counter.desk))
