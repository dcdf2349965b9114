"""What a re-read shows of a push, and how an order stands with each system."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.push import KIND_OF_MOVE, Effect, PushKind, PushState, effect_of, sync_by_system
from app.domain.states import Move, PaymentState, Standing, SyncState
from tests.builders import a_push, a_report

K, T, P = PushKind, Standing, PaymentState
# kind: standings that show it happened / standings from which it can still be sent
EXPECTED = {
    K.ACCEPT: ({T.PREPARING, T.READY, T.COLLECTED}, {T.NEW}),
    K.REJECT: ({T.REJECTED}, {T.NEW}),
    K.READY: ({T.READY, T.COLLECTED}, {T.PREPARING}),
    K.ON_THE_WAY: ({T.COLLECTED}, {T.PREPARING, T.READY}),
    K.COLLECTED: ({T.COLLECTED}, {T.PREPARING, T.READY}),
    K.LEFT: ({T.LEFT}, {T.PREPARING, T.READY}),
    K.CANCEL_ORDER: ({T.CANCELLED}, {T.NEW, T.PREPARING, T.READY}),
}
MONEY = {
    K.PAYMENT_RECEIVED: ({P.RECEIVED}, {P.DUE, P.FAILED}),
    K.PAYMENT_FAILED: ({P.FAILED}, {P.DUE}),
}
ONWARD = {K.REGISTER, K.TICKET, K.RECTIFICATION}  # no move of staff's, and nothing to read back


@pytest.mark.parametrize(("kind", "standing"), list(product(EXPECTED, Standing)))
def test_effect_of_a_move(kind: PushKind, standing: Standing) -> None:
    happened, not_yet = EXPECTED[kind]
    expected = Effect.OTHERWISE
    if standing in happened:
        expected = Effect.HAPPENED
    elif standing in not_yet:
        expected = Effect.NOT_YET
    for payment in PaymentState:
        assert effect_of(kind, a_report(standing=standing, payment=payment)) is expected


@pytest.mark.parametrize(("kind", "payment"), list(product(MONEY, PaymentState)))
def test_effect_of_a_payment(kind: PushKind, payment: PaymentState) -> None:
    happened, not_yet = MONEY[kind]
    expected = Effect.OTHERWISE
    if payment in happened:
        expected = Effect.HAPPENED
    elif payment in not_yet:
        expected = Effect.NOT_YET
    for standing in Standing:
        assert effect_of(kind, a_report(standing=standing, payment=payment)) is expected


def test_every_kind_has_a_move_and_an_effect() -> None:
    assert set(KIND_OF_MOVE.values()) == set(PushKind) - ONWARD == {*EXPECTED, *MONEY}
    assert KIND_OF_MOVE[Move.HAND_OVER_UNPAID] is PushKind.COLLECTED


def test_kinds_are_told_apart() -> None:
    assert {kind for kind in K if kind.moves_on_yes} == {K.ACCEPT, K.REJECT}
    assert {kind for kind in K if kind.is_payment} == set(MONEY)
    assert {kind for kind in K if kind.takes_money} == {K.PAYMENT_RECEIVED}
    assert {kind for kind in K if kind.ends_order} == {
        K.REJECT,
        K.COLLECTED,
        K.LEFT,
        K.CANCEL_ORDER,
    }
    assert {state for state in PushState if state.is_open} == {
        PushState.WAITING,
        PushState.SENDING,
        PushState.UNCONFIRMED,
    }


@pytest.mark.parametrize(
    ("state", "changes", "sync"),
    [
        (PushState.WAITING, {}, SyncState.SENDING),
        (PushState.SENDING, {}, SyncState.SENDING),
        (PushState.WAITING, {"misses": 1}, SyncState.RETRYING),
        (PushState.SENDING, {"misses": 3}, SyncState.RETRYING),
        (PushState.UNCONFIRMED, {"misses": 3}, SyncState.UNCONFIRMED),
        (PushState.REFUSED, {}, SyncState.REFUSED),
        (PushState.REFUSED, {"acknowledged": True}, SyncState.IN_STEP),
        (PushState.DONE, {"misses": 2}, SyncState.IN_STEP),
        (PushState.DROPPED, {}, SyncState.IN_STEP),
    ],
)
def test_sync_of_one_push(state: PushState, changes: dict[str, int], sync: SyncState) -> None:
    assert sync_by_system([a_push(state=state, **changes)]) == {"cheers": sync}


def test_the_worst_of_each_system_counts_and_systems_stay_apart() -> None:
    pushes = [
        a_push(sequence=1, state=PushState.DONE),
        a_push(sequence=2, state=PushState.UNCONFIRMED),
        a_push(sequence=3),
        a_push(sequence=1, system="oktopos", state=PushState.DONE),
    ]
    assert sync_by_system(pushes) == {
        "cheers": SyncState.UNCONFIRMED,
        "oktopos": SyncState.IN_STEP,
    }
    assert sync_by_system([]) == {}


PUSHES = st.lists(
    st.builds(
        a_push,
        st.just("order-1"),
        st.integers(1, 9),
        state=st.sampled_from(PushState),
        misses=st.integers(0, 2),
        acknowledged=st.booleans(),
    ),
    max_size=6,
)


@given(PUSHES, st.randoms())
def test_sync_does_not_depend_on_the_order_of_rows(pushes: list, source: object) -> None:
    shuffled = list(pushes)
    source.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sync_by_system(shuffled) == sync_by_system(pushes)
    worst = [sync_by_system([push])["cheers"].badness for push in pushes]
    if pushes:
        assert sync_by_system(pushes)["cheers"].badness == max(worst)
