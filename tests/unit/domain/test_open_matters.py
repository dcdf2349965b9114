"""Whatever is not finished is on the list once, with the moves that end it."""

from __future__ import annotations

import pytest

from app.domain.open_matters import MatterKind, can_be_collected, open_matter
from app.domain.push import PushKind, PushState
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Attention, Move, OrderState, PaymentState
from tests.builders import a_push, an_order, an_order_to_pay, huf
from tests.ui.snapshots import a_snapshot, to_settle

S, K = OrderState, MatterKind


def unconfirmed() -> OrderSnapshot:
    push = a_push(kind=PushKind.READY, state=PushState.UNCONFIRMED)
    return a_snapshot(an_order(state=S.READY), pushes=(push,))


@pytest.mark.parametrize(
    ("snapshot", "kind", "moves"),
    [
        (a_snapshot(an_order()), K.OPEN, (Move.REJECT,)),
        (a_snapshot(an_order(state=S.PREPARING)), K.OPEN, (Move.READY, Move.LEFT)),
        (a_snapshot(an_order(state=S.READY)), K.OPEN, (Move.COLLECTED, Move.LEFT)),
        (
            a_snapshot(an_order_to_pay(state=S.READY)),
            K.UNPAID,
            (Move.TAKE_PAYMENT, Move.LEFT),
        ),
        (a_snapshot(an_order_to_pay(state=S.COLLECTED)), K.UNPAID, (Move.TAKE_PAYMENT,)),
        (unconfirmed(), K.NOT_CONFIRMED, (Move.IT_HAPPENED, Move.ASK_AGAIN)),
        (
            a_snapshot(
                an_order(state=S.CANCELLED, held_in=S.READY, attention=Attention.ENDED_ELSEWHERE)
            ),
            K.TO_SETTLE,
            (Move.SEEN,),
        ),
        (
            a_snapshot(an_order(state=S.CANCELLED, payment=PaymentState.RETURN_DUE, due=huf(900))),
            K.TO_SETTLE,
            (Move.MONEY_RETURNED,),
        ),
    ],
)
def test_what_is_open_has_its_place_and_its_moves(
    snapshot: OrderSnapshot, kind: MatterKind, moves: tuple[Move, ...]
) -> None:
    matter = open_matter(snapshot)
    assert matter is not None
    assert (matter.kind, matter.moves) == (kind, moves)


@pytest.mark.parametrize("state", [S.COLLECTED, S.REJECTED, S.LEFT, S.CANCELLED])
def test_what_has_ended_is_not_on_the_list(state: OrderState) -> None:
    assert open_matter(a_snapshot(an_order(state=state))) is None


def test_what_is_settled_elsewhere_has_a_list_of_its_own() -> None:
    kinds = {open_matter(snapshot) for snapshot in to_settle() if not snapshot.order.column}
    assert {matter.kind for matter in kinds if matter is not None} <= {K.TO_SETTLE}


def test_only_what_nothing_is_asked_about_is_collected_together() -> None:
    assert can_be_collected(a_snapshot(an_order(state=S.READY)))
    assert not can_be_collected(a_snapshot(an_order_to_pay(state=S.READY)))
    assert not can_be_collected(a_snapshot(an_order(state=S.PREPARING)))
    assert not can_be_collected(unconfirmed())
