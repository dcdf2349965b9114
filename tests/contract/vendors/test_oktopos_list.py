"""The register's list of ready orders, read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from app.domain.basket import DeliveryKind
from app.domain.errors import OrderUnknown, VendorSpokeOddly, VendorUnavailable
from app.domain.report import OrderReport
from app.domain.states import PaymentState, Standing
from app.simulators._oktopos_customers import draw_ready
from app.simulators.oktopos import OktoposSimulator
from app.vendors.oktopos import OktoposVendor
from tests.builders import at
from tests.contract.vendors.oktopos_side import PAGE_SAMPLE, a_register, eur, oktopos_at


@pytest.fixture
def register() -> Iterator[OktoposSimulator]:
    with a_register() as running:
        yield running


@pytest.fixture
def vendor(register: OktoposSimulator) -> Iterator[OktoposVendor]:
    made = oktopos_at(register.base_url)
    yield made
    made.close()


def listed(register: OktoposSimulator, vendor: OktoposVendor, body: Any) -> OrderReport:
    register.answer_next(200, body if isinstance(body, str) else json.dumps([body]))
    (report,) = vendor.list_orders().reports
    return report


def facts(report: OrderReport) -> dict[str, str]:
    return {fact.key: fact.value for fact in report.facts}


def test_the_sample_of_the_page_word_for_word(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    report = listed(register, vendor, PAGE_SAMPLE)
    assert (report.vendor, report.standing, report.word) == ("oktopos", Standing.READY, "ready")
    assert report.vendor_order_id == report.our_id == "04eee9db-f6a8-4132-8af2-3d262fd48fc5"
    assert report.their_id == ""
    assert report.number == "HH01"
    assert (report.payment, report.payment_word) == (PaymentState.NOT_DUE, "paid")
    assert report.basket.total == eur("19.95")
    assert not report.basket.total_is_computed
    assert report.basket.tip == eur("12.99")
    assert report.basket.delivery is not None
    assert report.basket.delivery.kind is DeliveryKind.HOME_DELIVERY
    # Three at 19.95 for 19.95 together: both are shown, nothing is reckoned.
    (line,) = report.basket.lines
    assert (line.name, line.unit_price) == ("3 \u00d7 Pizza Hawaii", eur("19.95"))
    assert (line.note, line.vat) == ("medium rare (19.95 EUR)", Decimal("19.31"))
    assert report.placed_at == datetime(2021, 1, 18, 10, 22, 12, tzinfo=UTC)
    assert report.wanted_at == datetime(2021, 1, 11, 13, 15, tzinfo=UTC)
    assert report.desk == "27 / 2"
    assert report.channel == "Fancy-Food-Platform"
    assert report.customer.name == "John Doe"
    assert report.customer.address == "Main Street 66A, second floor backdoor, 25451 Hamburg"
    assert facts(report)["payment_method"] == "CREDIT_CARD"
    assert "not_told" not in facts(report)
    assert json.loads(report.raw) == json.loads(PAGE_SAMPLE)[0]


def test_the_registers_own_number_is_the_id_where_it_is_listed(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    order_id = register.place_ready()
    (report,) = vendor.list_orders().reports
    number = str(register.internal_id(order_id))
    assert (report.vendor_order_id, report.their_id, report.our_id) == (number, number, order_id)


def test_a_text_of_digits_is_no_number_of_the_registers(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    register.lists_internal_id = False
    register.place_ready(orderId="98765")
    (report,) = vendor.list_orders().reports
    assert (report.vendor_order_id, report.their_id) == ("98765", "")


def test_what_is_unpaid_there_is_due_before_it_is_handed_over(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    payment = {"status": "unpaid", "price": {"value": "7.50", "currency": "EUR"}}
    register.place_ready(payment=payment, tipTransactions=[])
    (report,) = vendor.list_orders().reports
    assert (report.payment, report.due) == (PaymentState.DUE, eur("7.50"))
    register.lists_internal_id = False  # nothing can be done with it here
    (report,) = vendor.list_orders().reports
    assert (report.payment, report.due) == (PaymentState.NOT_DUE, eur("0"))


def test_lines_hold_their_modifiers(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    price = {"value": "2.00", "currency": "EUR"}

    def item(own: int, main: int, name: str, quantity: int = 1) -> dict[str, Any]:
        whole = {"value": f"{2 * quantity}.00", "currency": "EUR"}
        return {
            "basketItemId": own,
            "mainBasketItemId": main,
            "name": name,
            "quantity": quantity,
            "price": whole,
            "pricePerUnit": price,
        }

    items = [item(1, 1, "Burger", 2), item(2, 1, "Bacon"), item(3, 9, "Stray"), item(4, 3, "Dip")]
    register.place_ready(items=items)
    (report,) = vendor.list_orders().reports
    lines = report.basket.lines
    shape = [(line.name, line.quantity, [m.name for m in line.modifiers]) for line in lines]
    assert shape == [("Burger", 2, ["Bacon"]), ("Stray", 1, ["Dip"])]
    assert lines[0].unit_price == eur("2.00")


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ({"timestamp": "2026-11-20T12:45:00", "timezone": "Europe/Budapest"}, at(45)),
        ({"timestamp": "2026-11-20T11:45:00Z", "timezone": "America/New_York"}, at(45)),
        ({"timestamp": "2026-11-20T13:45:00+02:00"}, at(45)),
        ({"timestamp": "2026-11-20T12:45:00"}, at(45)),  # the shop's own zone
        ({"timestamp": "2026-11-20T12:45:00", "timezone": "Mars/Olympus"}, at(45)),
        ({"timestamp": "2026-11-20T12:45:00", "timezone": "../etc/passwd"}, at(45)),
        (  # a gap and a fold must not raise
            {"timestamp": "2027-03-28T02:30:00", "timezone": "Europe/Berlin"},
            datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
        ),
        (
            {"timestamp": "2027-10-31T02:30:00", "timezone": "Europe/Berlin"},
            datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        ),
        ({"timestamp": "9999-12-31T23:59:59"}, None),
        ({"timestamp": "soon"}, None),
        ({"timestamp": 5}, None),
        ({}, None),
    ],
)
def test_times(
    register: OktoposSimulator,
    vendor: OktoposVendor,
    told: dict[str, Any],
    moment: datetime | None,
) -> None:
    report = listed(register, vendor, {"orderId": "a", "pickup": {**told, "asapDelivery": False}})
    assert report.wanted_at == moment


def test_as_soon_as_possible_is_no_time(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    pickup = {"timestamp": "2026-11-20T12:45:00", "asapDelivery": True}
    assert listed(register, vendor, {"orderId": "a", "pickup": pickup}).wanted_at is None


@pytest.mark.parametrize(
    "entry",
    [
        {"orderId": "a"},
        {"orderId": "a", "items": None, "payment": None, "pickup": None, "customer": None},
        {"orderId": "a", "items": "x", "payment": [], "pickup": 5, "location": "T", "status": {}},
        {"orderId": "a", "items": [None, 7, {}, {"price": "x", "quantity": -3}]},
        {"orderId": "a", "payment": {"price": {"value": "19,95", "currency": "EUR"}}},
        {"orderId": "a", "payment": {"price": {"value": "1e99", "currency": "EUR"}}},
        {"orderId": "a", "payment": {"price": {"value": "1.999", "currency": "EUR"}}},
        {"orderId": "a", "status": "warming up", "orderType": "DRONE", "unknown": {"deep": [1]}},
        {"internalId": 7},
    ],
    ids=str,
)
def test_missing_and_unknown_fields_hide_no_order(
    register: OktoposSimulator, vendor: OktoposVendor, entry: dict[str, Any]
) -> None:
    report = listed(register, vendor, entry)
    assert report.standing is Standing.READY
    assert report.vendor_order_id in ("a", "7")
    assert facts(report)["not_told"]


def test_words_nobody_told_us_of_are_shown_as_they_are(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    entry = {"orderId": "a", "status": "warming up", "orderType": "DRONE"}
    entry |= {"payment": {"status": "half", "paymentMethod": "SHELLS"}}
    report = listed(register, vendor, entry)
    assert (report.word, report.payment_word) == ("warming up", "half")
    assert facts(report)["order_type"] == "DRONE"
    assert facts(report)["payment_method"] == "SHELLS"


def test_an_entry_that_is_no_order_keeps_none_of_the_others_out(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    register.answer_next(200, '[{"orderId": "a"}, 7, {"items": []}, {"orderId": "b"}]')
    found = vendor.list_orders()
    assert [report.vendor_order_id for report in found.reports] == ["a", "b"]
    assert isinstance(found.problem, VendorSpokeOddly)


def test_the_same_order_twice_is_one(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    register.answer_next(200, '[{"orderId": "a"}, {"orderId": "a"}]')
    assert len(vendor.list_orders().reports) == 1


def test_hostile_words_are_made_harmless(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    entry = {
        "orderId": "a\x1b@",
        "pickup": {"pickupToken": "<b>\x1bHH\u202e01"},
        "items": [{"name": "Piz\x00za", "comment": "x" * 9000}],
        "customer": {"givenName": "\x1b[2J", "phone": "1" * 900},
    }
    report = listed(register, vendor, entry)
    assert (report.vendor_order_id, report.number) == ("a@", "<b>HH01")
    assert report.basket.lines[0].name == "Pizza"
    assert len(report.basket.lines[0].note) == 500
    assert report.customer.name == "[2J"


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "7", "null", '"x"', "{}", '{"items": 3}', "<html></html>", "[" * 100_000),
        '{"success": false, "items": [], "messages": [{"text": "closed"}]}',
    ],
    ids=lambda body: body[:12],
)
def test_what_is_no_list_is_odd(
    register: OktoposSimulator, vendor: OktoposVendor, body: str
) -> None:
    register.answer_next(200, body)
    with pytest.raises(VendorSpokeOddly):
        vendor.list_orders()


def test_a_list_in_an_envelope_is_a_list(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    register.answer_next(200, '{"success": true, "items": [{"orderId": "a"}], "messages": []}')
    assert len(vendor.list_orders().reports) == 1


def test_numbers_of_any_size_harm_nobody(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    entry = '[{"orderId": "a", "items": [{"quantity": 1e999999999, "price": 1e999999999}]}]'
    report = listed(register, vendor, entry)
    assert report.basket.lines[0].quantity == 1
    assert len(report.raw) < 200


def test_an_empty_list_is_whole(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    found = vendor.list_orders()
    assert (found.reports, found.problem) == ((), None)


def test_a_list_cut_off_is_no_list(register: OktoposSimulator, vendor: OktoposVendor) -> None:
    register.place_ready()
    register.cut_next()
    with pytest.raises(VendorUnavailable):
        vendor.list_orders()


def test_one_order_is_found_among_the_ready_ones(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    order_id = register.place_ready()
    number = str(register.internal_id(order_id))
    assert vendor.fetch(number).our_id == order_id
    register.collect(order_id)
    with pytest.raises(OrderUnknown):
        vendor.fetch(number)


def test_every_order_the_simulator_dreams_up_is_read_whole(
    register: OktoposSimulator, vendor: OktoposVendor
) -> None:
    for seed in range(100):
        order_id = register.place_ready(**draw_ready(Random(seed)))
        sent = register.order(order_id)
        report = vendor.fetch(str(register.internal_id(order_id)))
        assert "not_told" not in facts(report)
        parts = [part for line in report.basket.lines for part in line.walk()]
        assert len(parts) == len(sent["items"])
        assert str(report.basket.total.units) == sent["payment"]["price"]["value"]
        register.collect(order_id)
