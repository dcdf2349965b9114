"""Payments that fail, are lost or refused: somebody settles them, and nothing is taken twice."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove, VendorRefused
from app.domain.notice import NoticeCode
from app.domain.push import PushKind, PushState
from app.domain.states import (
    Attention,
    Move,
    OrderState,
    PaymentState,
    SyncState,
)
from app.usecases.fail_payment import FailPayment, fail_payment
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.settle_question import (
    AskAgain,
    SettleQuestion,
    ask_again,
    settle_question,
)
from tests.builders import huf
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import owing, pay

S, P, K = OrderState, PaymentState, PushKind


def test_a_payment_that_failed_blocks_and_can_still_be_made(counter: Counter) -> None:
    owing(counter, 903, Move.READY)
    counter.hear(fail_payment(FailPayment("id-1"), counter.desk))
    assert counter.order().payment is P.FAILED
    with pytest.raises(IllegalMove):
        counter.move(Move.COLLECTED)
    counter.deliver()
    assert counter.effects()[-1] is K.PAYMENT_FAILED
    assert counter.order().payment is P.FAILED
    assert Move.TAKE_PAYMENT in counter.offered()


def test_a_lost_payment_failed_does_not_open_the_hand_over(counter: Counter) -> None:
    owing(counter, 903, Move.READY)
    counter.hear(fail_payment(FailPayment("id-1"), counter.desk))
    counter.vendor.lose_next_reply()
    counter.deliver()
    assert counter.order().payment is P.FAILED
    assert counter.snapshot().worst_sync is SyncState.UNCONFIRMED
    with pytest.raises(IllegalMove):
        counter.move(Move.COLLECTED)
    counter.clock.advance(1)
    counter.deliver()
    assert counter.snapshot().worst_sync is SyncState.IN_STEP


def test_a_refused_payment_failed_goes_back_to_due(counter: Counter) -> None:
    owing(counter)
    counter.hear(fail_payment(FailPayment("id-1"), counter.desk))
    counter.vendor.fail_next(VendorRefused("cheers", "no"), on="send")
    counter.deliver()
    assert counter.order().payment is P.DUE
    assert counter.snapshot().question is None
    assert counter.snapshot().refused is not None


# --- lost and refused -----------------------------------------------------------------------------


def test_a_lost_confirmation_is_not_confirmed_until_it_is_read(counter: Counter) -> None:
    owing(counter, 903, Move.READY)
    pay(counter)
    counter.vendor.lose_next_reply()
    counter.deliver()
    assert counter.order().payment is P.UNCONFIRMED
    assert counter.order().money_taken == huf(903)
    assert Move.COLLECTED in counter.offered()
    with pytest.raises(IllegalMove):
        pay(counter)
    counter.clock.advance(1)
    counter.deliver()
    assert counter.order().payment is P.RECEIVED
    assert counter.effects().count(K.PAYMENT_RECEIVED) == 1


def test_a_lost_finalize_is_never_repeated_without_a_look(counter: Counter) -> None:
    owing(counter)
    pay(counter)
    counter.vendor.lose_next_request()
    counter.deliver()
    fetched = len(counter.vendor.fetched)
    counter.clock.advance(1)
    counter.deliver()
    assert len(counter.vendor.fetched) == fetched + 1
    assert counter.effects().count(K.PAYMENT_RECEIVED) == 1
    assert counter.order().payment is P.RECEIVED


def refused_finalize(counter: Counter, *moves: Move) -> None:
    owing(counter, 903, *moves)
    pay(counter)
    counter.vendor.fail_next(VendorRefused("cheers", "no payment here"), on="send")
    counter.deliver()


def test_a_refused_finalize_is_a_question(counter: Counter) -> None:
    refused_finalize(counter)
    snapshot = counter.snapshot()
    assert snapshot.order.payment is P.UNCONFIRMED
    assert snapshot.order.money_taken == huf(903)
    assert snapshot.question is not None
    assert snapshot.question.refusal == "no payment here"
    assert {Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN, Move.ASK_AGAIN} <= counter.offered()


def test_the_order_goes_on_while_the_money_is_a_question(counter: Counter) -> None:
    refused_finalize(counter)
    counter.move(Move.READY)
    counter.clock.advance(15)
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY, K.COLLECTED]
    assert counter.snapshot().question is not None


def test_it_happened_settles_it(counter: Counter) -> None:
    refused_finalize(counter)
    counter.hear(settle_question(SettleQuestion("id-1", happened=True), counter.desk))
    assert counter.order().payment is P.RECEIVED
    assert counter.snapshot().worst_sync is SyncState.IN_STEP
    assert counter.pushes()[-1].state is PushState.DONE


def test_it_did_not_happen_sends_it_once_more_after_a_look(counter: Counter) -> None:
    refused_finalize(counter)
    counter.hear(settle_question(SettleQuestion("id-1", happened=False), counter.desk))
    assert counter.order().payment is P.RECEIVED
    counter.deliver()
    assert counter.effects().count(K.PAYMENT_RECEIVED) == 1
    assert counter.pushes()[-1].state is PushState.DONE


def test_it_did_not_happen_although_it_had(counter: Counter) -> None:
    """Staff were wrong: the look before the second request finds the payment booked."""
    owing(counter)
    pay(counter)
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.hear(settle_question(SettleQuestion("id-1", happened=False), counter.desk))
    counter.deliver()
    assert counter.vendor.sent.count(("v-1", K.PAYMENT_RECEIVED)) == 1
    assert counter.order().payment is P.RECEIVED


def test_ask_again_finds_out(counter: Counter) -> None:
    refused_finalize(counter)
    counter.vendor.change("v-1", payment=P.RECEIVED)
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    counter.deliver()
    assert counter.order().payment is P.RECEIVED
    assert counter.snapshot().question is None


def test_ask_again_that_finds_nothing_new_keeps_the_question(counter: Counter) -> None:
    refused_finalize(counter)
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    counter.deliver()
    assert counter.order().payment is P.UNCONFIRMED
    assert counter.snapshot().question is not None
    assert counter.effects() == [K.ACCEPT]


def test_money_refused_after_the_hand_over_comes_back_into_sight(counter: Counter) -> None:
    owing(counter, 903, Move.READY)
    counter.vendor.go_away()
    pay(counter)
    counter.move(Move.COLLECTED)
    counter.clock.advance(5)
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.fail_next(VendorRefused("cheers", "no payment here"), on="send")
    counter.clock.advance(20)
    counter.deliver()
    assert counter.order().attention is Attention.WENT_ANOTHER_WAY
    assert counter.board() == ["id-1"]
    assert counter.effects() == [K.ACCEPT, K.READY, K.COLLECTED]
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.board() == []
    assert counter.snapshot().question is not None


def test_money_the_vendor_does_not_wait_for_is_a_refusal_in_its_own_word(
    counter: Counter,
) -> None:
    owing(counter)
    pay(counter)
    counter.vendor.lose_next_request()
    counter.deliver()
    counter.vendor.change("v-1", payment=P.NOT_DUE, payment_word="PAYMENT_NOT_REQUIRED")
    counter.clock.advance(1)
    counter.deliver()
    snapshot = counter.snapshot()
    assert snapshot.order.payment is P.UNCONFIRMED
    assert snapshot.question is not None
    assert snapshot.question.refusal == "PAYMENT_NOT_REQUIRED"
    assert counter.notices()[-1] is NoticeCode.REFUSED


def test_money_booked_by_somebody_else_before_ours_left_is_said(counter: Counter) -> None:
    owing(counter)
    counter.vendor.go_away()
    pay(counter)
    counter.deliver()
    counter.vendor.come_back()
    counter.vendor.change("v-1", payment=P.RECEIVED)
    counter.clock.advance(20)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT]
    assert counter.order().payment is P.RECEIVED
    assert counter.notices()[-1] is NoticeCode.OVERTAKEN
