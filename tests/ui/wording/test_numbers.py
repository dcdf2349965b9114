"""Equal numbers, and numbers of ours beside those of the vendor: what the screen says of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.product import Product
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.dialogs.order_number import find
from app.ui.panel.body import fact_lines
from app.ui.theme import Shape
from app.ui.wording.card import accessible_name, card_of, marks_of
from app.ui.wording.figures import lower_first
from app.ui.wording.order import twins_text, vendor_number_text
from app.ui.wording.scan import scan_answer
from tests.builders import an_order, an_order_to_pay, at, huf
from tests.ui.snapshots import SHOP, a_snapshot

pytestmark = pytest.mark.usefixtures("qapp")


def ready(**changes: Any) -> OrderSnapshot:
    return a_snapshot(an_order("order-42", state=OrderState.READY), **changes)


@pytest.mark.parametrize(
    ("twins", "said"),
    [
        ((), ""),
        (("LOKE",), "A-42 twice: Cheers and LOKE"),
        (("LOKE", "Walk-in"), "A-42 more than once: Cheers, LOKE and Walk-in"),
        (("LOKE", "LOKE"), "A-42 more than once: Cheers and LOKE"),
        (("Cheers",), "A-42 more than once at Cheers"),
    ],
)
def test_equal_numbers_are_named_with_their_vendors(twins: tuple[str, ...], said: str) -> None:
    assert twins_text(ready(twins=twins)) == said


def test_the_card_says_whose_the_number_is_and_its_name_says_it_all() -> None:
    snapshot = ready(twins=("LOKE",))
    card = card_of(snapshot, SHOP, at(8))
    assert card.number_of == "Cheers"
    assert marks_of(snapshot, SHOP)[0].icon is Shape.WARN
    assert accessible_name(snapshot, SHOP).endswith(", A-42 twice: Cheers and LOKE")
    assert card_of(ready(), SHOP, at(8)).number_of == ""


def test_money_stands_before_an_equal_number() -> None:
    snapshot = a_snapshot(an_order_to_pay(900, state=OrderState.READY), twins=("LOKE",))
    assert [mark.text for mark in marks_of(snapshot, SHOP)] == [
        "To pay 900 Ft",
        "A-1 twice: Cheers and LOKE",
    ]


def test_the_answer_to_a_slip_names_both_first() -> None:
    answered = ScanAnswered(ScanVerdict.HANDED_OVER, Intent.SLIP, "", ready(twins=("LOKE",)))
    assert scan_answer(answered, SHOP, at(8)).lines[0] == "A-42 twice: Cheers and LOKE"


def test_a_number_in_the_middle_of_a_sentence_stays_as_it_is() -> None:
    assert lower_first("A-42 twice") == "A-42 twice"
    assert lower_first("To pay") == "to pay"


def test_the_vendor_s_own_number_stands_in_the_panel_and_is_found() -> None:
    order = an_order("order-7", number="31", number_is_ours=True, vendor="akinon")
    snapshot = a_snapshot(order, vendor_title="Akinon", vendor_number="816910908011148")
    assert vendor_number_text(snapshot) == "Akinon: 816910908011148"
    assert ("keypad", "Akinon: 816910908011148") in fact_lines(snapshot, SHOP, at(8))
    others = [ready(), snapshot]
    assert find(others, "11148") == [snapshot]
    assert find(others, "148") == []  # so few figures are a number to call out
    assert find(others, "31") == [snapshot]


# --- products -------------------------------------------------------------------------------------

LAGER = Product(product_id="lager", names={"en": "Draught lager"}, price=huf(1200))


def answer_to(product: Product | None, verdict: ScanVerdict = ScanVerdict.PRODUCT) -> Any:
    answered = ScanAnswered(verdict, Intent.PRODUCT, "96385074", product=product)
    return scan_answer(answered, SHOP, at(8))


def test_a_product_is_answered_with_name_price_and_one_button() -> None:
    answer = answer_to(LAGER)
    assert (answer.headline, answer.lines) == ("Draught lager", ("1,200 Ft",))
    assert [button.text for button in answer.buttons] == ["Walk-in order"]
    assert not answer.waits
    off = scan_answer(
        ScanAnswered(ScanVerdict.PRODUCT, Intent.PRODUCT, "", product=LAGER),
        replace(SHOP, walkin=False),
        at(8),
    )
    assert off.buttons == ()


def test_a_product_without_a_price_or_name_is_said_to_be_one() -> None:
    answer = answer_to(replace(LAGER, price=None, names={}))
    assert answer.headline == "lager"
    assert "no price" in answer.lines[0]
    assert answer.buttons == ()


def test_an_unknown_barcode_says_what_to_do() -> None:
    answer = answer_to(None, ScanVerdict.NO_SUCH_PRODUCT)
    assert answer.headline == "No product has this barcode"
    assert answer.hint == "96385074"
