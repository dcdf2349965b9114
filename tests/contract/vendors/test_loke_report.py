"""How an order in LOKE's words is read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.domain.basket import Adjustment, DeliveryKind
from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money
from app.domain.states import PaymentState, Standing
from app.vendors._http.answers import parse_json
from app.vendors.loke.basket import DEEPEST
from app.vendors.loke.report import read_report
from tests.builders import NOON
from tests.contract.vendors.loke_side import (
    ORDER,
    PAGE_ID,
    PAGE_ORDER,
    PRICE,
    fact,
    read,
    read_with,
)


def aud(minor: int) -> Money:
    return Money(minor, "AUD")


class TestThePagesSample:
    """The page's one order, which contradicts itself in several ways."""

    report = read_report(parse_json(PAGE_ORDER), PAGE_ORDER, PAGE_ID, lambda: NOON)

    def test_it_is_rejected_whatever_its_other_times_say(self) -> None:
        assert self.report.standing is Standing.REJECTED
        assert self.report.word == "rejected"
        assert fact(self.report, "rejection_reason").startswith("Couldn't fulfill")

    def test_lines_have_their_quantities_notes_and_options(self) -> None:
        burger = self.report.basket.lines[0]
        assert (burger.product_id, burger.name, burger.quantity) == ("FOOD001", "Burger", 1)
        assert (burger.unit_price, burger.vat) == (aud(2300), Decimal(5))
        assert burger.note == "No tomato please"
        sauces = burger.modifiers
        assert {sauce.name for sauce in sauces} == {"Sauce Selection: BBQ Sauce"}
        assert {sauce.quantity for sauce in sauces} == {2}
        assert all(sauce.modifiers == () for sauce in sauces)  # the page's {} are nothing

    def test_the_cart_rules_where_cart_and_payment_have_two_currencies(self) -> None:
        basket = self.report.basket
        assert (basket.currency, basket.total) == ("AUD", aud(10_000))
        assert not basket.total_is_computed
        assert basket.tip == aud(0)
        assert fact(self.report, "payment_total") == "10.00 SGD"
        assert fact(self.report, "charged_amount") == "6.00 SGD"
        assert fact(self.report, "tip_amount") == "1.00 SGD"

    def test_discounts_of_the_whole_order_are_adjustments(self) -> None:
        deal = Adjustment("Taco Tuesday 2-for-1 Deal", aud(-500))
        assert set(self.report.basket.adjustments) == {deal}

    def test_who_where_and_when(self) -> None:
        who = self.report.customer
        assert (who.name, who.phone, who.email) == (
            "John Smith",
            "+61411222333",
            "john@example.com",
        )
        assert who.address == "2B, 41 Derby Street, Collingwood Victoria 3066, Australia"
        assert who.comment == "Red coloured house with black stripes."
        assert self.report.placed_at == datetime(2021, 8, 4, 4, 22, 43, tzinfo=UTC)
        assert self.report.wanted_at == datetime(2022, 1, 12, 21, tzinfo=UTC)
        delivery = self.report.basket.delivery
        assert delivery is not None and delivery.kind is DeliveryKind.HOME_DELIVERY

    def test_texts_that_look_like_money_stay_texts(self) -> None:
        assert fact(self.report, "discount") == "Sint unde."
        assert fact(self.report, "tax") == "Aliquid quibusdam dolorum id."

    def test_the_service_reference_is_shown_and_kept(self) -> None:
        assert self.report.desk == "Ref. 5"
        assert fact(self.report, "service_ref") == "5"
        assert read_with(cart_serviceRef="Table 9").desk == "Table 9"


@pytest.mark.parametrize(
    ("word", "times", "standing"),
    [
        ("pending", {}, Standing.NEW),
        ("created", {"acceptedAt": "x"}, Standing.NEW),
        ("accepted", {"completedAt": "x"}, Standing.PREPARING),
        ("Accepted", {}, Standing.PREPARING),
        ("completed", {"rejectedAt": "x"}, Standing.COLLECTED),
        ("rejected", {"completedAt": "x"}, Standing.REJECTED),
        ("", {}, Standing.NEW),
        ("on_hold", {}, Standing.NEW),
        ("on_hold", {"acceptedAt": "x"}, Standing.PREPARING),
        ("on_hold", {"acceptedAt": "x", "completedAt": "x"}, Standing.COLLECTED),
        ("on_hold", {"acceptedAt": "x", "completedAt": "x", "rejectedAt": "x"}, Standing.REJECTED),
        (None, {"acceptedAt": None}, Standing.NEW),
        (17, {"rejectedAt": "x"}, Standing.REJECTED),
    ],
)
def test_words_decide_and_times_only_where_the_word_is_not_known(
    word: Any, times: dict[str, Any], standing: Standing
) -> None:
    report = read_with(state=word, **times)
    assert report.standing is standing
    assert report.word == ("" if word is None else str(word))


class TestMoney:
    def test_the_total_is_the_payments_own_never_added_up(self) -> None:
        report = read_with(payment_total=1234, cart_total=9999)
        assert report.basket.total == aud(1234)
        assert fact(report, "cart_total") == "99.99 AUD"
        assert not report.basket.total_is_computed
        assert report.payment is PaymentState.NOT_DUE
        assert report.due == aud(0)

    def test_without_a_payment_the_carts_total_stands_and_that_is_said(self) -> None:
        report = read_with(payment=None)
        assert report.basket.total == aud(1000)
        assert "payment" in fact(report, "not_told")

    def test_every_figure_of_the_payment_is_kept(self) -> None:
        report = read_with(
            payment={
                "currency": "AUD",
                "state": "completed",
                "total": 1000,
                "tipAmount": 100,
                "discountAmount": 300,
                "creditAmount": 200,
                "chargedAmount": 600,
                "feeAmount": 10,
                "payoutAmount": 590,
                "deliveryAmount": 1200,
                "refId": "INV123456",
            }
        )
        basket = report.basket
        assert (basket.total, basket.tip) == (aud(1000), aud(100))
        assert basket.delivery is not None and basket.delivery.fee == aud(1200)
        assert fact(report, "charged_amount") == "6.00 AUD"
        assert fact(report, "discount_amount") == "3.00 AUD"
        assert fact(report, "credit_amount") == "2.00 AUD"
        assert fact(report, "fee_amount") == "0.10 AUD"
        assert fact(report, "payout_amount") == "5.90 AUD"
        assert fact(report, "payment_ref") == "INV123456"

    def test_a_refund_is_told_with_its_word(self) -> None:
        report = read_with(payment_state="refunded", payment_refundedAt="2026-11-20T11:05:00Z")
        assert report.payment_word == "refunded"
        assert fact(report, "refunded") == "2026-11-20T11:05:00Z"
        assert fact(read_with(payment_state="refunded"), "refunded") == "refunded"
        assert fact(read_with(), "refunded") == ""

    def test_an_items_own_amount_stands_in_where_it_has_no_price(self) -> None:
        line = read_with(cart_items=[{"id": "a", "amount": 1100}]).basket.lines[0]
        assert line.unit_price == aud(1100)

    @pytest.mark.parametrize("bad", [10.5, "1000", "10.00", True, {}, [], 10**13, 1e400])
    def test_what_is_no_whole_number_makes_the_order_unfit(self, bad: Any) -> None:
        for change in (
            {"payment_total": bad},
            {"cart_total": bad},
            {"cart_items": [{"id": "a", "price": {"amount": bad}}]},
            {"cart_adjustments": [{"label": "x", "amount": bad}]},
        ):
            text = json.dumps({**ORDER, **_nested(change)}).replace("Infinity", "1e400")
            with pytest.raises(VendorSpokeOddly) as odd:
                read_report(parse_json(text), text, PAGE_ID, lambda: NOON)
            assert odd.value.raw == text

    @pytest.mark.parametrize(
        ("code", "shown", "as_sent"),
        [
            ("GBP", Money(1000, "GBP"), ""),
            ("jpy", Money(1000, "JPY"), "1000 JPY"),
            ("ZZQ", Money(100_000, "ZZQ"), "1000 ZZQ"),
            ("", Money(100_000, "XXX"), "1000 XXX"),
        ],
    )
    def test_the_smallest_unit_is_the_currencys_own_where_it_is_known(
        self, code: str, shown: Money, as_sent: str
    ) -> None:
        report = read_with(cart_currency=code, payment_currency=code)
        assert fact(report, "as_sent") == as_sent
        if code:
            assert report.basket.total == shown
        else:
            assert "currency" in fact(report, "not_told")


def _nested(changes: dict[str, Any]) -> dict[str, Any]:
    order: dict[str, Any] = {"cart": dict(ORDER["cart"]), "payment": dict(ORDER["payment"])}
    for name, value in changes.items():
        part, _, key = name.partition("_")
        order[part][key] = value
    return order


class TestTimes:
    @pytest.mark.parametrize(
        ("fulfill_at", "wanted"),
        [
            (None, None),
            ("", None),
            ("soon", None),
            ("2026-11-20T11:04:30Z", None),  # five minutes after it was validated
            ("2026-11-20T11:04:31.000Z", datetime(2026, 11, 20, 11, 4, 31, tzinfo=UTC)),
            ("2026-11-21T09:00:00+11:00", datetime(2026, 11, 20, 22, 0, tzinfo=UTC)),
            ("2026-11-20T18:00:00", datetime(2026, 11, 20, 18, 0, tzinfo=UTC)),
            ("0001-01-01T00:00:00Z", None),
        ],
    )
    def test_it_is_wanted_later_or_now(self, fulfill_at: str | None, wanted: Any) -> None:
        assert read_with(cart_fulfillAt=fulfill_at).wanted_at == wanted

    def test_without_its_time_an_order_is_placed_now_and_that_is_said(self) -> None:
        report = read_with(createdAt=None, cart_createdAt=None)
        assert report.placed_at == NOON
        assert "createdAt" in fact(report, "not_told")


class TestLines:
    def test_options_nest_and_the_deepest_are_left_out_but_named(self) -> None:
        choice: dict[str, Any] = {"id": "last", "title": "last", "options": [{}, {}]}
        for depth in range(DEEPEST + 2):
            option = {"id": "o", "title": f"level {depth}", "choices": [choice]}
            choice = {"id": f"c{depth}", "title": f"choice {depth}", "options": [option]}
        report = read_with(cart_items=[{"id": "i", "price": PRICE, "options": choice["options"]}])
        assert len(list(report.basket.lines[0].walk())) == 1 + DEEPEST
        assert "options" in fact(report, "not_told")

    def test_choices_multiply_items(self) -> None:
        sauce = {"title": "BBQ", "quantity": 2, "price": {"amount": 150}}
        item = {"title": "Burger", "quantity": 3, "price": PRICE}
        options = [{"title": "Sauce", "choices": [sauce]}]
        line = read_with(cart_items=[{**item, "options": options}]).basket.lines[0]
        assert line.quantity == 3
        assert (line.modifiers[0].quantity, line.modifiers[0].name) == (2, "Sauce: BBQ")

    @pytest.mark.parametrize("odd", [0, -1, 0.5, "two", True, [], 10**9])
    def test_a_quantity_that_is_none_is_shown_to_the_kitchen(self, odd: Any) -> None:
        report = read_with(cart_items=[{"title": "a", "quantity": odd, "price": PRICE}])
        line = report.basket.lines[0]
        assert line.quantity == 1
        assert line.note.startswith("(") and line.note.endswith("x)")
        assert "items.0.quantity" in fact(report, "not_told")

    def test_a_quantity_left_out_is_one(self) -> None:
        line = read_with(cart_items=[{"title": "a", "price": PRICE}]).basket.lines[0]
        assert (line.quantity, line.note) == (1, "")
        whole = read_with(cart_items=[{"title": "a", "quantity": 2.0, "price": PRICE}])
        assert whole.basket.lines[0].quantity == 2


@pytest.mark.parametrize("key", [key for key in ORDER if key != "id"])
@pytest.mark.parametrize("value", [None, "word", 5, [], {}, [None, 1, "a", {}]], ids=str)
def test_no_field_but_money_hides_an_order(key: str, value: Any) -> None:
    report = read({**ORDER, key: value})
    assert report.vendor_order_id == PAGE_ID


@pytest.mark.parametrize(
    "key",
    ["items", "adjustments", "deliveryAddress", "notes", "status", "serviceRef", "fulfillAt"],
)
@pytest.mark.parametrize("value", [None, "word", 5, [], {}, [None, 1, "a", {}]], ids=str)
def test_no_field_of_the_cart_hides_an_order(key: str, value: Any) -> None:
    report = read({**ORDER, "cart": {**ORDER["cart"], key: value}})
    assert report.basket.total == aud(1000)


def test_unknown_fields_are_let_be() -> None:
    report = read({**ORDER, "surprise": {"deep": [1]}, "cart": {**ORDER["cart"], "new": 1}})
    assert report.standing is Standing.NEW


def test_customers_texts_are_made_harmless() -> None:
    report = read_with(
        customer={"firstName": "\x1b@Ann", "lastName": "\u202ezzz", "phoneNumber": "1\n2"},
        cart_notes="one\x00\ntwo",
        cart_items=[{"title": "<b>\x07Burger", "note": "\x1dno", "price": PRICE}],
    )
    assert (report.customer.name, report.customer.phone) == ("@Ann zzz", "1 2")
    assert report.customer.comment == "one\ntwo"
    assert (report.basket.lines[0].name, report.basket.lines[0].note) == ("<b>Burger", "no")


def test_what_somebody_wrote_is_in_the_customer_not_in_the_facts() -> None:
    report = read_with(
        customer={"id": "c-1", "firstName": "Ann"},
        cart_deliveryAddress={
            "streetAddress": "7 Rokeby Street",
            "coords": {"latitude": -37.802, "longitude": 144.988},
        },
    )
    keys = {fact.key: fact.value for fact in report.customer.facts}
    assert keys == {"customer_id": "c-1", "coords": "-37.802, 144.988"}
    assert not {"customer_id", "coords"} & {fact.key for fact in report.facts}
