"""Every move in every state where an order is taken by its payment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.capabilities import Capabilities, Telling
from app.domain.moves import BY_PAYMENT, TABLE, is_possible, offered_moves, rule_of
from app.domain.order import Order
from app.domain.push import Push, PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState
from tests.builders import a_push, an_order, an_order_to_pay
from tests.unit.domain.situations import a_situation, capabilities
from tests.unit.domain.test_moves import ANSWERS, EXPECTED, every_order, ready_for

S, P, M = OrderState, PaymentState, Move
ANY = "ndrfutb"
# What differs from other vendors, while nothing else stands in the way.
DIFFERS = {
    M.COLLECTED: {S.PREPARING: "nrutb", S.READY: "nrutb"},
    M.LEFT: {S.NEW: "ndf", S.PREPARING: ANY, S.READY: ANY},
}
PRE_ORDERS = Capabilities(
    moves={
        M.PAYMENT_RECEIVED: Telling.TOLD,
        M.READY: Telling.OURS_ALONE,
        M.COLLECTED: Telling.OURS_ALONE,
        M.LEFT: Telling.OURS_ALONE,
        M.CANCEL_ORDER: Telling.OURS_ALONE,
    },
    payment_accepts=True,
)


def offered(order: Order, *pushes: Push) -> set[Move]:
    situation = a_situation(order, capabilities=PRE_ORDERS, pushes=pushes)
    return {one.move for one in offered_moves(situation) if not one.lock}


def a_payment(state: PushState, **changes: object) -> Push:
    return a_push(kind=PushKind.PAYMENT_RECEIVED, state=state, **changes)


def paid(state: OrderState = S.NEW, payment: PaymentState = P.RECEIVED) -> Order:
    return an_order_to_pay(state=state, payment=payment)


@pytest.mark.parametrize("move", Move)
def test_move_is_possible_where_expected_and_nowhere_else(move: Move) -> None:
    expected = EXPECTED | DIFFERS
    for letter, order in every_order():
        situation = a_situation(
            ready_for(move, order),
            capabilities=capabilities(payment_accepts=True),
            **ANSWERS.get(move, {}),
        )
        known = letter in expected[move].get(order.state, "")
        assert is_possible(move, situation) == known, (order.state, order.payment)


@pytest.mark.parametrize("move", Move)
def test_move_leads_where_it_leads_everywhere(move: Move) -> None:
    assert BY_PAYMENT[move].to_state is TABLE[move].to_state
    assert rule_of(move, PRE_ORDERS) is BY_PAYMENT[move]


def test_a_new_order_is_paid_or_left_and_nothing_else() -> None:
    assert offered(an_order_to_pay()) == {M.TAKE_PAYMENT, M.PAYMENT_RECEIVED, M.LEFT}


def test_a_paid_order_is_handed_over_at_once_or_made_ready_first() -> None:
    assert {M.READY, M.COLLECTED} <= offered(paid(S.PREPARING))
    assert M.TAKE_PAYMENT not in offered(paid(S.PREPARING))


@pytest.mark.parametrize("state", [PushState.WAITING, PushState.SENDING])
def test_while_the_payment_is_on_its_way_nothing_is_offered(state: PushState) -> None:
    assert offered(paid(), a_payment(state)) == set()


def test_a_payment_in_doubt_is_asked_about_or_settled_and_the_order_does_not_leave() -> None:
    order = paid(payment=P.UNCONFIRMED)
    expected = {M.ASK_AGAIN, M.IT_HAPPENED, M.IT_DID_NOT_HAPPEN}
    assert offered(order, a_payment(PushState.UNCONFIRMED)) == expected


def test_money_taken_in_vain_is_told_once_more_or_given_back() -> None:
    order = paid(payment=P.UNCONFIRMED)
    assert offered(order, a_payment(PushState.REFUSED)) == {M.ASK_AGAIN, M.MONEY_RETURNED}


def test_money_refused_elsewhere_stays_a_question_to_staff() -> None:
    order = an_order_to_pay(state=S.READY, payment=P.UNCONFIRMED)
    situation = a_situation(order, pushes=(a_payment(PushState.REFUSED),))
    assert is_possible(M.IT_HAPPENED, situation)
    assert not is_possible(M.MONEY_RETURNED, situation)


def test_one_that_no_payment_accepted_is_not_brought_back_into_preparing() -> None:
    left = replace(an_order(state=S.LEFT), accepted_at=None)
    assert not is_possible(M.BRING_BACK, a_situation(left, capabilities=PRE_ORDERS))
    collected = an_order(state=S.COLLECTED)
    assert is_possible(M.BRING_BACK, a_situation(collected, capabilities=PRE_ORDERS))
    assert is_possible(M.BRING_BACK, a_situation(left))
