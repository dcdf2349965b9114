"""What an order knows of itself: its column, its age, its money."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from app.domain.order import (
    Order,
    PaymentMethod,
    PaymentPart,
    payment_before,
    undo_point,
    unsold,
)
from app.domain.states import COLUMNS, Attention, EndedBy, Move, OrderState, PaymentState
from tests.builders import an_order, an_order_to_pay, at, huf

S, P = OrderState, PaymentState
CASH = PaymentMethod.CASH


def paid(units: int = 4600, **changes: object) -> Order:
    part = PaymentPart(CASH, huf(units))
    given = {"payment": P.RECEIVED, "taken": (part,)}
    return an_order_to_pay(units, **(given | changes))


# --- columns and ages -----------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "attention", "payment"), list(product(S, [None, *Attention], P)))
def test_column_of_every_order(
    state: OrderState, attention: Attention | None, payment: PaymentState
) -> None:
    order = an_order(state=state, attention=attention, payment=payment, held_in=S.PREPARING)
    if state in COLUMNS:
        expected: OrderState | None = state
    elif attention is not None or payment is P.RETURN_DUE:
        expected = S.PREPARING
    else:
        expected = None
    assert order.column is expected


@pytest.mark.parametrize("state", COLUMNS)
@pytest.mark.parametrize("end", [S.COLLECTED, S.REJECTED, S.LEFT, S.CANCELLED])
def test_an_ended_order_remembers_the_column_it_stood_in(
    state: OrderState, end: OrderState
) -> None:
    ended = an_order(state=state).moved_to(end, at(20))
    assert (ended.state, ended.held_in, ended.ended_at) == (end, state, at(20))
    assert ended.ended_by is EndedBy.STAFF
    assert ended.column is None


def test_age_counts_from_when_the_order_came_into_its_column() -> None:
    order = an_order()
    assert order.in_column_since == order.received_at
    accepted = order.moved_to(S.PREPARING, at(3))
    assert accepted.in_column_since == at(3)
    ready = accepted.moved_to(S.READY, at(8))
    assert ready.in_column_since == at(8)
    left = replace(ready.moved_to(S.LEFT, at(9)), attention=Attention.ENDED_ELSEWHERE)
    assert (left.column, left.in_column_since) == (S.READY, at(8))


def test_going_back_does_not_restart_the_age() -> None:
    ready = an_order().moved_to(S.PREPARING, at(3)).moved_to(S.READY, at(8))
    again = ready.moved_to(S.COLLECTED, at(9)).moved_to(S.READY, at(10))
    assert (again.in_column_since, again.ended_at, again.ended_by) == (at(8), None, None)
    preparing = ready.moved_to(S.PREPARING, at(10))
    assert (preparing.in_column_since, preparing.ready_at) == (at(3), None)
    new = preparing.moved_to(S.NEW, at(11))
    assert (new.accepted_at, new.in_column_since) == (None, new.received_at)


# --- money ----------------------------------------------------------------------------------------


def test_money_taken_is_what_is_left_after_returns() -> None:
    order = paid(4600)
    assert order.money_taken == huf(4600)
    part_back = replace(order, returned=(PaymentPart(CASH, huf(1000)),))
    assert part_back.money_taken == huf(3600)


@pytest.mark.parametrize(
    ("payment", "after"),
    [
        (P.NOT_DUE, P.NOT_DUE),
        (P.DUE, P.NOT_DUE),
        (P.FAILED, P.NOT_DUE),
        (P.UNCONFIRMED, P.NOT_DUE),
        (P.RECEIVED, P.RECEIVED),  # by the vendor: nothing lies in our till
        (P.RETURNED, P.RETURNED),
    ],
)
def test_an_order_that_ends_unsold_owes_nothing(payment: PaymentState, after: PaymentState) -> None:
    assert an_order_to_pay(payment=payment).without_payment_claim().payment is after


@pytest.mark.parametrize("payment", [P.RECEIVED, P.UNCONFIRMED, P.FAILED, P.DUE])
def test_money_taken_here_must_go_back_when_the_order_ends_unsold(payment: PaymentState) -> None:
    assert paid(payment=payment).without_payment_claim().payment is P.RETURN_DUE


def test_who_has_paid_and_left_gets_no_money_back() -> None:
    assert unsold(paid(), Move.LEFT).payment is P.RECEIVED
    assert unsold(paid(), Move.CANCEL_ORDER).payment is P.RETURN_DUE
    assert unsold(paid(), Move.REJECT).payment is P.RETURN_DUE
    assert unsold(an_order_to_pay(), Move.LEFT).payment is P.NOT_DUE


@pytest.mark.parametrize("move", [Move.REJECT, Move.LEFT, Move.CANCEL_ORDER])
@pytest.mark.parametrize("payment", [P.DUE, P.FAILED, P.NOT_DUE, P.RECEIVED])
def test_undo_gives_the_payment_back_that_the_move_took(move: Move, payment: PaymentState) -> None:
    order = paid() if payment is P.RECEIVED else an_order_to_pay(payment=payment)
    point = undo_point(order, move, at(10), 5)
    assert point is not None
    assert payment_before(unsold(order, move), point) is payment


@pytest.mark.parametrize("move", [Move.READY, Move.COLLECTED, Move.HAND_OVER_UNPAID])
def test_undo_of_a_move_that_has_nothing_to_do_with_money_leaves_it(move: Move) -> None:
    point = undo_point(an_order_to_pay(), move, at(10), 5)
    assert point is not None
    assert payment_before(paid(), point) is P.RECEIVED


def test_undo_does_not_forget_what_was_settled_since() -> None:
    point = undo_point(paid(payment=P.UNCONFIRMED), Move.CANCEL_ORDER, at(10), 5)
    assert point is not None
    returned = paid(payment=P.RETURNED, returned=(PaymentPart(CASH, huf(4600)),))
    assert payment_before(returned, point) is P.RETURNED


def test_an_order_taken_up_again_is_known_as_such() -> None:
    assert an_order(state=S.PREPARING, ended_by=EndedBy.STAFF).brought_back
    assert an_order(state=S.PREPARING, ended_by=EndedBy.STAFF).moved_to(S.READY, at(9)).brought_back
    assert not an_order(state=S.COLLECTED).moved_to(S.READY, at(9)).brought_back
    assert not an_order(state=S.PREPARING).brought_back
    assert not an_order(state=S.COLLECTED).brought_back
