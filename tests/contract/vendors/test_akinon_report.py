"""What is read of a pre-order: the guide's sample, what may be missing, and what is no amount."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from app.domain.basket import DeliveryKind
from app.domain.errors import VendorSpokeOddly
from app.domain.report import OrderReport
from app.domain.states import PaymentState
from app.simulators._akinon_orders import basket_no
from app.vendors._http.answers import parse_json
from app.vendors.akinon.report import read_report
from tests.builders import NOON

# The guide's answer as far as it shows it.
GUIDE_SAMPLE = """{"order_number": "816910908011148", "pre_order": {"basket": {"basketitem_set": [{
"quantity": 1, "unit_price": "269.00", "tax_rate": "8.00", "currency_type": "try",
"product": [{"pk": 30387, "name": "WOMEN SNEAKER", "sku": "5637936095",
"base_code": "18WFD1728SM", "attributes": {"integration_config": "PASS"}}]}], "discounts": []},
"unpaid_amount": "269.00", "shipping_amount": "0.00"}}"""


def read(content: dict[str, Any] | str, **top: Any) -> OrderReport:
    text = content if isinstance(content, str) else json.dumps({"pre_order": content, **top})
    return read_report(parse_json(text), text, "816910908011148", lambda: NOON)


def basket(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"unpaid_amount": "10.00", "basket": {"basketitem_set": list(items), **more}}


def item(**changes: Any) -> dict[str, Any]:
    given = {"quantity": 1, "unit_price": "10.00", "currency_type": "try", "product": {"sku": "s"}}
    return {**given, **changes}


def test_the_guides_own_sample() -> None:
    report = read(GUIDE_SAMPLE)
    line = report.basket.lines[0]
    assert (line.name, line.product_id, line.quantity) == ("WOMEN SNEAKER", "5637936095", 1)
    assert (line.unit_price.units, line.vat) == (Decimal("269.00"), Decimal("8.00"))
    assert report.due == report.basket.total
    assert report.basket.delivery is None
    assert report.raw == GUIDE_SAMPLE


def test_discounts_stand_at_the_end_and_not_on_the_lines() -> None:
    found = basket(
        item(quantity=2),
        discounts=[{"name": "Ten off", "discount": "2.50"}, {"amount": -1}, "0.50", {}, None],
    )
    report = read(found)
    assert [(one.label, one.amount.units) for one in report.basket.adjustments] == [
        ("Ten off", Decimal("-2.50")),
        ("", Decimal("-1.00")),
        ("", Decimal("-0.50")),
    ]
    assert report.basket.lines[0].discount.minor == 0
    assert report.basket.total.units == Decimal("16.00")


def test_shipping_is_an_amount_of_its_own() -> None:
    found = {**basket(item()), "shipping_amount": "29.90", "shipping_option": {"name": "Cargo"}}
    delivery = read(found).basket.delivery
    assert delivery is not None
    assert (delivery.kind, delivery.word) == (DeliveryKind.OTHER, "Cargo")
    assert delivery.fee.units == Decimal("29.90")


def test_the_other_spelling_of_the_lines_is_read_too() -> None:
    found = {"unpaid_amount": 10, "basket": {"basket_itemset": [item(product=[])]}}
    assert len(read(found).basket.lines) == 1


def test_addresses_are_the_customers() -> None:
    found = basket_no(0)
    found["billing_address"] = {"company_name": "Örnek A.S.", "line": "Street 1", "city": "Izmir"}
    customer = read(found).customer
    assert customer.name == "Ayşe Güneş"
    assert customer.phone == "5321112233"
    assert customer.address == "Barbaros Cad. 210 D:4, Beşiktaş, 34728, İstanbul, Türkiye"
    assert customer.facts[0].value == "Örnek A.S., Street 1, Izmir"


def test_what_is_missing_hides_nothing() -> None:
    report = read({"unpaid_amount": "5.00"})
    facts = {fact.key: fact.value for fact in report.facts}
    assert facts["not_told"] == "currency_type, basketitem_set"
    assert (report.due.units, report.due.currency) == (Decimal("5.00"), "XXX")
    bare = read(basket({"currency_type": "try"}, "odd", item(product="odd", quantity=None)))  # type: ignore[arg-type]
    assert len(bare.basket.lines) == 2


@pytest.mark.parametrize(
    "amount", [None, "", "five", "-1.00", True, "5.005", "NaN", [], {}, "1e3", "١٢"]
)
def test_without_a_sound_amount_there_is_no_order(amount: object) -> None:
    with pytest.raises(VendorSpokeOddly) as odd:
        read({**basket(item()), "unpaid_amount": amount})
    assert odd.value.raw


@pytest.mark.parametrize("quantity", [0, -1, "1.5", 10**9])
def test_a_quantity_that_is_none_makes_the_answer_unfit(quantity: object) -> None:
    with pytest.raises(VendorSpokeOddly):
        read(basket(item(quantity=quantity)))


def test_two_currencies_in_one_basket_are_odd() -> None:
    with pytest.raises(VendorSpokeOddly):
        read(basket(item(), item(currency_type="eur")))


def test_nothing_to_pay_is_not_due() -> None:
    report = read({**basket(item()), "unpaid_amount": "0.00"})
    assert report.payment is PaymentState.NOT_DUE


def test_customer_text_is_made_harmless() -> None:
    found = basket(item(product={"sku": "a\x1b@b", "name": "x\u202e\ny"}))
    line = read(found).basket.lines[0]
    assert (line.product_id, line.name) == ("a@b", "x y")
