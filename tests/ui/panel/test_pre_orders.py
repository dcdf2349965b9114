"""A pre-order's panel: what stands where, and what to do next, in every state of its payment."""

from __future__ import annotations

import pytest

from app.domain.states import Move
from app.ui.panel.places import places_of
from app.ui.wording.basket import sums
from app.ui.wording.card import marks_of
from app.ui.wording.facts import details_of
from app.ui.wording.next_step import next_step
from app.ui.wording.runs import plain_text
from app.ui.wording.troubles import troubles
from tests.builders import at
from tests.ui.preorders import NUMBER, pre_order_states
from tests.ui.snapshots import SHOP

STATES = pre_order_states()
M = Move


def places(name: str) -> dict[str, list[Move]]:
    snapshot = STATES[name]
    found = troubles(snapshot, SHOP, at(24))
    settling = tuple(move for trouble in found for move in trouble.moves)
    stand = places_of(snapshot, settling)
    return {
        "corner": [stand.corner.move] if stand.corner else [],
        "left": [stand.left.move] if stand.left else [],
        "row": [one.move for one in stand.row],
        "settling": [one.move for one in stand.settling],
    }


def test_a_new_one_is_paid_at_the_corner_or_left() -> None:
    expected = {"corner": [M.TAKE_PAYMENT], "left": [M.LEFT], "row": [], "settling": []}
    assert places("due") == expected


def test_a_paid_one_is_ready_at_the_corner_or_collected_in_one_tap() -> None:
    found = places("preparing")
    assert (found["corner"], found["left"]) == ([M.READY], [M.LEFT])
    assert found["row"][0] is M.COLLECTED


@pytest.mark.parametrize("name", ["telling", "retrying"])
def test_while_it_is_told_every_place_is_empty(name: str) -> None:
    assert places(name) == {"corner": [], "left": [], "row": [], "settling": []}


def test_money_taken_in_vain_is_told_again_or_given_back() -> None:
    assert places("in-vain")["settling"] == [M.ASK_AGAIN, M.MONEY_RETURNED]
    assert places("in-vain")["corner"] == []


@pytest.mark.parametrize("name", ["in-doubt", "left-to-staff"])
def test_a_doubt_is_settled_by_staffs_word_or_asked_about(name: str) -> None:
    assert places(name)["settling"] == [M.IT_HAPPENED, M.IT_DID_NOT_HAPPEN]
    assert places(name)["corner"] == [M.ASK_AGAIN]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("due", "Next: take the payment. Akinon makes the order with it."),
        ("telling", "The payment is on its way to Akinon. The slip follows its yes."),
        ("retrying", "Akinon has not answered yet. The payment is told when it does."),
        ("in-doubt", "Next: wait, or press Ask again. Do not charge again."),
        ("left-to-staff", "Next: look in Akinon whether it is paid, then say so here."),
        (
            "in-vain",
            "Next: scan the customer's new order number to use the money for it, or give it"
            " back and press Money returned.",
        ),
        ("preparing", "Next: prepare it, then press Ready. Akinon is not told."),
    ],
)
def test_the_next_step_is_one_plain_sentence(name: str, said: str) -> None:
    assert plain_text(next_step(STATES[name], SHOP, at(24)).runs).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("in-vain", "Money taken, not accepted. Akinon no longer has this pre-order."),
        ("other-amount", "Money taken, not accepted. Akinon now wants 540.00 TRY."),
        ("left-to-staff", "Akinon has not confirmed ₺514.10. Keep the money"),
    ],
)
def test_a_trouble_says_what_happened_and_where_the_money_is(name: str, said: str) -> None:
    (trouble,) = troubles(STATES[name], SHOP, at(24))
    assert plain_text(trouble.runs).replace("\xa0", " ").startswith(said)


def test_the_card_says_that_money_was_taken_in_vain() -> None:
    assert marks_of(STATES["in-vain"], SHOP)[0].text == "Money taken, not accepted"


def test_discounts_and_shipping_stand_below_the_lines() -> None:
    shown = [(one.label, one.value) for one in sums(STATES["due"], SHOP)]
    assert shown[:2] == [("10 % off in the basket", "\u221253.80"), ("Delivery", "29.90")]


def test_details_tell_number_invoice_address_and_instalment_card() -> None:
    details = dict(details_of(STATES["due"], SHOP, at(24)))
    assert details["Akinon order id"] == NUMBER
    assert details["Invoice address"] == "Örnek A.Ş., Cinnah Cad. 17, Ankara"
    assert details["Instalment card, name"] == "Bonus"
    assert details["Instalment card, installment count"] == "3"
