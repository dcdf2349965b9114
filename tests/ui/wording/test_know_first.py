"""Before a move that stays for good is pressed, the screen says that it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.capabilities import Capabilities, Telling
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState, PaymentState
from app.ui.wording.moves import move_note
from app.ui.wording.next_step import next_step
from app.ui.wording.runs import plain_text
from app.usecases.desk import Shop
from tests.builders import a_basket, a_delivery, an_order, an_order_to_pay, at
from tests.ui.snapshots import MUTE, SHOP, a_snapshot

pytestmark = pytest.mark.usefixtures("theme")

NO_UNDO = replace(SHOP, undo_seconds=0)
DELIVERS = replace(MUTE, moves={**MUTE.moves, Move.ON_THE_WAY: Telling.TOLD})
OURS = Capabilities(moves=dict.fromkeys(Move, Telling.OURS_ALONE))


def said(snapshot: OrderSnapshot, shop: Shop = SHOP) -> str:
    return plain_text(next_step(snapshot, shop, at(2)).runs)


def in_state(state: OrderState, capabilities: Capabilities = MUTE) -> OrderSnapshot:
    return a_snapshot(an_order(state=state), capabilities=capabilities)


def test_accept_is_said_to_stay_before_it_is_pressed() -> None:
    assert said(in_state(OrderState.NEW)).endswith("Accept cannot be undone.")


@pytest.mark.parametrize(
    ("state", "move"), [(OrderState.PREPARING, "Ready"), (OrderState.READY, "Collected")]
)
def test_moves_are_said_to_stay_where_the_shop_has_no_undo(state: OrderState, move: str) -> None:
    assert "undone" not in said(in_state(state))
    assert said(in_state(state), NO_UNDO).endswith(f"{move} cannot be undone.")
    told = said(in_state(state, OURS), NO_UNDO)
    assert told.endswith(f"Cheers is not told. {move} cannot be undone.")


def test_a_vendor_that_takes_nothing_back_is_named_instead() -> None:
    ready = in_state(OrderState.READY, replace(MUTE, for_good=frozenset({Move.COLLECTED})))
    assert said(ready, NO_UNDO).endswith("Cheers does not undo it.")


def test_on_the_way_is_said_to_stay() -> None:
    order = an_order(state=OrderState.READY, basket=a_basket(delivery=a_delivery()))
    snapshot = a_snapshot(order, capabilities=DELIVERS)
    assert said(snapshot).endswith("then press On the way. On the way cannot be undone.")
    offered = snapshot.offers(Move.ON_THE_WAY)
    assert offered is not None
    assert move_note(offered, snapshot, SHOP) == "It cannot be undone"


@pytest.mark.parametrize("move", [Move.CANCEL_ORDER, Move.LEFT])
def test_the_line_below_a_move_says_it_where_there_is_no_undo(move: Move) -> None:
    snapshot = in_state(OrderState.PREPARING)
    offered = snapshot.offers(move)
    if offered is None:
        snapshot = in_state(OrderState.PREPARING, OURS)
        offered = snapshot.offers(move)
    assert offered is not None
    before = move_note(offered, snapshot, SHOP)
    assert "undone" not in before
    after = move_note(offered, snapshot, NO_UNDO)
    assert after == " · ".join(filter(None, (before, "It cannot be undone")))


def test_what_is_locked_or_asked_about_says_nothing_of_undo() -> None:
    due = a_snapshot(an_order_to_pay(state=OrderState.READY, payment=PaymentState.DUE))
    assert "undone" not in said(due, NO_UNDO)


def test_an_order_for_later_says_when_it_comes_forward() -> None:
    scheduled = a_snapshot(an_order(wanted_at=at(90)), capabilities=MUTE)
    assert "It then rests in Later until 13:10." in said(scheduled)
    soon = a_snapshot(an_order(wanted_at=at(21)), capabilities=MUTE)
    assert "Later" not in said(soon)
    resting = an_order(state=OrderState.PREPARING, wanted_at=at(90), in_later=True)
    text = said(a_snapshot(resting, capabilities=MUTE))
    assert text.startswith("Nothing to do before 13:10. Then its slip comes out.")
