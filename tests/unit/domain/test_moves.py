"""Every move in every state with every payment, for every way of telling the vendor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from app.domain.basket import DeliveryKind
from app.domain.capabilities import EXITS, Capabilities, Telling
from app.domain.errors import IllegalMove
from app.domain.moves import TABLE, check, is_possible, offered_moves
from app.domain.order import Order, PaymentMethod, PaymentPart, undo_point
from app.domain.push import PushKind, PushState
from app.domain.states import COLUMNS, Attention, JobState, Move, OrderState, PaymentState
from tests.builders import a_basket, a_delivery, a_push, an_order, at, huf
from tests.unit.domain.situations import a_situation, capabilities

S, P = OrderState, PaymentState
LETTERS = {
    "n": P.NOT_DUE,
    "d": P.DUE,
    "r": P.RECEIVED,
    "f": P.FAILED,
    "u": P.UNCONFIRMED,
    "t": P.RETURN_DUE,
    "b": P.RETURNED,
}
ANY = "ndrfutb"
EVERYWHERE = dict.fromkeys(S, ANY)
# What is possible, by state and payment, while nothing else stands in the way.
EXPECTED: dict[Move, dict[OrderState, str]] = {
    Move.ACCEPT: {S.NEW: ANY},
    Move.REJECT: {S.NEW: ANY},
    Move.READY: {S.PREPARING: ANY},
    Move.COLLECTED: {S.READY: "nrutb"},
    Move.LEFT: {S.PREPARING: ANY, S.READY: ANY},
    Move.CANCEL_ORDER: {S.PREPARING: ANY, S.READY: ANY},
    Move.ON_THE_WAY: {S.READY: ANY},
    Move.TAKE_PAYMENT: {S.NEW: "df", S.PREPARING: "df", S.READY: "df", S.COLLECTED: "df"},
    Move.PAYMENT_RECEIVED: {S.NEW: "df", S.PREPARING: "df", S.READY: "df", S.COLLECTED: "df"},
    Move.PAYMENT_FAILED: {S.NEW: "d", S.PREPARING: "d", S.READY: "d"},
    Move.HAND_OVER_UNPAID: {S.READY: "df"},
    Move.MONEY_RETURNED: dict.fromkeys(S, "t"),  # and what a customer brings back: see below
    Move.PRINT: {S.PREPARING: ANY, S.READY: ANY},
    Move.PRINT_AGAIN: EVERYWHERE,
    Move.UNDO: EVERYWHERE,
    Move.BRING_BACK: {S.COLLECTED: ANY, S.REJECTED: ANY, S.LEFT: ANY, S.CANCELLED: ANY},
    Move.ASK_AGAIN: EVERYWHERE,
    Move.IT_HAPPENED: EVERYWHERE,
    Move.IT_DID_NOT_HAPPEN: EVERYWHERE,
    Move.SLIP_CAME_OUT: EVERYWHERE,
    Move.SLIP_DID_NOT_COME_OUT: EVERYWHERE,
    Move.SEEN: EVERYWHERE,
}
LEADS_TO = {
    Move.ACCEPT: S.PREPARING,
    Move.REJECT: S.REJECTED,
    Move.READY: S.READY,
    Move.COLLECTED: S.COLLECTED,
    Move.HAND_OVER_UNPAID: S.COLLECTED,
    Move.LEFT: S.LEFT,
    Move.CANCEL_ORDER: S.CANCELLED,
    Move.BRING_BACK: S.PREPARING,
}
# Moves that are none of the vendor's business, whatever it can be told.
HERE_ONLY = {
    Move.MONEY_RETURNED,
    Move.PRINT,
    Move.PRINT_AGAIN,
    Move.UNDO,
    Move.BRING_BACK,
    Move.ASK_AGAIN,
    Move.IT_HAPPENED,
    Move.IT_DID_NOT_HAPPEN,
    Move.SLIP_CAME_OUT,
    Move.SLIP_DID_NOT_COME_OUT,
    Move.SEEN,
}
# Moves that answer something, and a situation in which there is something to answer.
LOST = a_push(kind=PushKind.READY, state=PushState.UNCONFIRMED)
ANSWERS = {
    Move.PRINT_AGAIN: {"slip": JobState.PRINTED},
    Move.SLIP_CAME_OUT: {"slip": JobState.UNSURE},
    Move.SLIP_DID_NOT_COME_OUT: {"slip": JobState.UNSURE},
    Move.ASK_AGAIN: {"pushes": (LOST,)},
    Move.IT_HAPPENED: {"pushes": (LOST,)},
    Move.IT_DID_NOT_HAPPEN: {"pushes": (LOST,)},
}


def every_order() -> Iterator[tuple[str, Order]]:
    for state, (letter, payment) in product(S, LETTERS.items()):
        yield letter, an_order(state=state, payment=payment)


def ready_for(move: Move, order: Order) -> Order:
    """Give the order what the move answers, if it answers something about the order itself."""
    if move is Move.SEEN:
        return replace(order, attention=Attention.ENDED_ELSEWHERE)
    if move is Move.ON_THE_WAY:
        return replace(order, basket=a_basket(delivery=a_delivery()))
    if move is Move.UNDO:
        return replace(order, undo=undo_point(order, Move.READY, at(10), 5))
    return order


def test_the_table_names_every_move() -> None:
    assert set(TABLE) == set(Move) == set(EXPECTED)


@pytest.mark.parametrize("telling", Telling)
@pytest.mark.parametrize("move", Move)
def test_move_is_possible_where_expected_and_nowhere_else(move: Move, telling: Telling) -> None:
    for letter, order in every_order():
        situation = a_situation(
            ready_for(move, order),
            capabilities=capabilities(telling),
            **ANSWERS.get(move, {}),
        )
        known = telling is not Telling.NOT_POSSIBLE or move in HERE_ONLY | EXITS
        if move is Move.ON_THE_WAY:
            known = telling is Telling.TOLD
        expected = known and letter in EXPECTED[move].get(order.state, "")
        if move is Move.CANCEL_ORDER and order.state is S.NEW:
            expected = telling is Telling.NOT_POSSIBLE  # where nothing can be rejected
        assert is_possible(move, situation) == expected, (order.state, order.payment)


@pytest.mark.parametrize("move", Move)
def test_move_leads_where_expected(move: Move) -> None:
    assert TABLE[move].to_state is LEADS_TO.get(move)


@pytest.mark.parametrize("move", [*ANSWERS, Move.SEEN, Move.UNDO])
def test_answers_are_offered_only_to_a_question(move: Move) -> None:
    for _, order in every_order():
        assert not is_possible(move, a_situation(order))


def test_only_what_is_delivered_sets_out_and_only_once() -> None:
    here = an_order(state=S.READY)
    taken = replace(a_delivery(), kind=DeliveryKind.TAKE_AWAY)
    for order in (here, replace(here, basket=a_basket(delivery=taken))):
        assert not is_possible(Move.ON_THE_WAY, a_situation(order))
    home = replace(here, basket=a_basket(delivery=a_delivery()))
    assert is_possible(Move.ON_THE_WAY, a_situation(home))
    for state in PushState:
        sent = a_push(kind=PushKind.ON_THE_WAY, state=state, created_at=at(7))
        situation = a_situation(home, pushes=(sent,))
        gone = state in (PushState.REFUSED, PushState.DROPPED)
        assert situation.on_the_way_at == (None if gone else at(7))
        assert is_possible(Move.ON_THE_WAY, situation) is gone


def test_what_is_made_anew_is_on_its_way_no_more() -> None:
    sent = a_push(kind=PushKind.ON_THE_WAY, state=PushState.DONE, created_at=at(7))
    basket = a_basket(delivery=a_delivery())
    again = an_order(state=S.READY, ready_at=at(8), basket=basket)
    assert a_situation(again, pushes=(sent,)).on_the_way_at is None
    back = an_order(state=S.PREPARING, basket=basket)
    assert a_situation(back, pushes=(sent,)).on_the_way_at is None


def test_check_gives_the_rule_or_says_no() -> None:
    order = an_order(state=S.PREPARING)
    assert check(Move.READY, a_situation(order)).to_state is S.READY
    with pytest.raises(IllegalMove, match="Collected"):
        check(Move.COLLECTED, a_situation(order))


def test_a_vendor_that_was_switched_off_leaves_only_what_is_ours() -> None:
    for _, order in every_order():
        situation = a_situation(order, capabilities=Capabilities())
        assert {offered.move for offered in offered_moves(situation)} <= HERE_ONLY | EXITS


@pytest.mark.parametrize("telling", Telling)
def test_left_and_cancel_order_exist_at_every_vendor(telling: Telling) -> None:
    knows = capabilities(telling)
    kept = Telling.OURS_ALONE if telling is Telling.NOT_POSSIBLE else telling
    assert {knows.telling(move) for move in EXITS} == {kept}
    assert {Capabilities().telling(move) for move in EXITS} == {Telling.OURS_ALONE}


@pytest.mark.parametrize("telling", Telling)
@pytest.mark.parametrize("payment", P)
def test_every_open_order_has_an_exit(telling: Telling, payment: PaymentState) -> None:
    exits = {Move.REJECT, Move.LEFT, Move.CANCEL_ORDER}
    for state in COLUMNS:
        situation = a_situation(
            an_order(state=state, payment=payment), capabilities=capabilities(telling)
        )
        assert any(is_possible(move, situation) for move in exits), state


@pytest.mark.parametrize("payment", P)
@pytest.mark.parametrize("state", S)
def test_money_taken_here_goes_back_also_after_the_hand_over(
    state: OrderState, payment: PaymentState
) -> None:
    taken = (PaymentPart(PaymentMethod.CASH, huf(900)),)
    paid = an_order(state=state, payment=payment, taken=taken)
    gone = (S.COLLECTED, S.LEFT)
    expected = payment is P.RETURN_DUE or (payment is P.RECEIVED and state in gone)
    assert is_possible(Move.MONEY_RETURNED, a_situation(paid)) is expected
    whole = replace(paid, returned=taken)
    owed = payment is P.RETURN_DUE
    assert is_possible(Move.MONEY_RETURNED, a_situation(whole)) is owed


def test_what_the_vendor_never_takes_back_is_offered_as_such() -> None:
    final = capabilities(for_good=frozenset({Move.LEFT, Move.COLLECTED}))
    order = an_order(state=S.READY, payment=P.DUE)
    offered = {one.move: one for one in offered_moves(a_situation(order, capabilities=final))}
    assert offered[Move.LEFT].for_good
    assert offered[Move.COLLECTED].for_good
    assert offered[Move.HAND_OVER_UNPAID].for_good
    assert not offered[Move.CANCEL_ORDER].for_good
    alone = capabilities(Telling.OURS_ALONE, for_good=frozenset({Move.LEFT}))
    assert not alone.is_for_good(Move.LEFT)
