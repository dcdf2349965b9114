"""Every move has one place, and no move comes without being offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.moves import Lock
from app.domain.push import PushKind, PushState
from app.domain.snapshot import OrderSnapshot
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.ui.panel import Places, places_of
from app.ui.wording.troubles import troubles
from tests.builders import a_push, an_order, an_order_to_pay, at
from tests.ui.snapshots import (
    SHOP,
    a_slip_standing,
    a_snapshot,
    cancelled_after_payment,
    panel_states,
)


def places(snapshot: OrderSnapshot) -> Places:
    found = troubles(snapshot, SHOP, at(2))
    return places_of(snapshot, tuple(move for trouble in found for move in trouble.moves))


def moves(*offered: object) -> list[Move | None]:
    return [getattr(one, "move", None) for one in offered]


@pytest.mark.parametrize(
    ("state", "corner", "left"),
    [
        (OrderState.NEW, Move.ACCEPT, Move.REJECT),
        (OrderState.PREPARING, Move.READY, Move.LEFT),
        (OrderState.READY, Move.COLLECTED, Move.LEFT),
    ],
)
def test_the_next_move_is_at_the_right_and_the_destructive_one_at_the_left(
    state: OrderState, corner: Move, left: Move
) -> None:
    found = places(a_snapshot(an_order(state=state)))
    assert moves(found.corner, found.left) == [corner, left]


@pytest.mark.parametrize("state", [OrderState.NEW, OrderState.PREPARING, OrderState.READY])
def test_payment_due_takes_the_row_in_every_column(state: OrderState) -> None:
    found = places(a_snapshot(an_order_to_pay(state=state), slip=a_slip_standing()))
    assert moves(*found.row) == [Move.TAKE_PAYMENT]


def test_collected_keeps_its_place_with_a_padlock_while_payment_is_due() -> None:
    found = places(a_snapshot(an_order_to_pay(state=OrderState.READY)))
    assert found.corner is not None
    assert (found.corner.move, found.corner.lock) == (Move.COLLECTED, Lock.PAYMENT_DUE)
    assert Move.HAND_OVER_UNPAID in moves(*found.menu)


def test_a_slip_in_doubt_leaves_the_moves_where_they_are() -> None:
    unsure = a_slip_standing(JobState.UNSURE)
    found = places(a_snapshot(an_order(state=OrderState.PREPARING), slip=unsure))
    assert moves(found.corner, found.left) == [Move.READY, Move.LEFT]
    assert moves(*found.settling) == [Move.SLIP_CAME_OUT, Move.SLIP_DID_NOT_COME_OUT]
    assert moves(*found.row) == [Move.PRINT_AGAIN]


def test_an_accept_in_doubt_gives_its_place_to_ask_again() -> None:
    push = a_push(state=PushState.UNCONFIRMED)
    found = places(a_snapshot(pushes=(push,)))
    assert moves(found.corner) == [Move.ASK_AGAIN]
    assert moves(*found.settling) == [Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN]


def test_a_doubt_about_ready_does_not_stop_the_hand_over() -> None:
    push = a_push(kind=PushKind.READY, state=PushState.UNCONFIRMED)
    found = places(a_snapshot(an_order(state=OrderState.READY), pushes=(push,)))
    assert moves(found.corner) == [Move.COLLECTED]
    assert Move.ASK_AGAIN in moves(*found.row)


def test_what_somebody_else_ended_offers_seen_and_nothing_destructive() -> None:
    found = places(a_snapshot(cancelled_after_payment()))
    assert moves(found.corner, found.left) == [Move.SEEN, None]
    assert moves(*found.row) == [Move.MONEY_RETURNED]


def test_money_to_give_back_comes_next_once_it_was_seen() -> None:
    found = places(a_snapshot(replace(cancelled_after_payment(), attention=None)))
    assert moves(found.corner) == [Move.MONEY_RETURNED]


def test_a_move_the_vendor_lacks_leaves_its_place_empty() -> None:
    snapshot = a_snapshot(an_order(state=OrderState.READY))
    lacks = tuple(offered for offered in snapshot.offered if offered.move is not Move.COLLECTED)
    found = places(replace(snapshot, offered=lacks))
    assert (found.corner, moves(found.left)) == (None, [Move.LEFT])


@pytest.mark.parametrize("name", list(panel_states()))
def test_every_place_holds_only_offered_moves_and_each_once(name: str) -> None:
    snapshot = panel_states()[name]
    found = places(snapshot)
    held = [found.corner, found.left, *found.row, *found.settling, *found.menu]
    shown = [offered for offered in held if offered is not None]
    assert all(offered in snapshot.offered for offered in shown)
    assert len({offered.move for offered in shown}) == len(shown)


@pytest.mark.parametrize("name", list(panel_states()))
def test_every_offered_move_has_a_place_or_lives_in_a_dialog(name: str) -> None:
    snapshot = panel_states()[name]
    found = places(snapshot)
    shown = {one.move for one in (*found.row, *found.settling, *found.menu)}
    shown |= {one.move for one in (found.corner, found.left) if one is not None}
    in_dialogs = {Move.PAYMENT_RECEIVED, Move.PAYMENT_FAILED}
    resting = {one.move for one in snapshot.offered if one.lock is not Lock.NONE}
    offered = {one.move for one in snapshot.offered}
    assert offered - shown - in_dialogs - resting == set()


def test_a_failed_payment_still_leads_to_take_payment() -> None:
    order = an_order_to_pay(state=OrderState.READY, payment=PaymentState.FAILED)
    assert moves(*places(a_snapshot(order)).row) == [Move.TAKE_PAYMENT]
