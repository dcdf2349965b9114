"""How an order of Cheers is understood: words, money, doubts, and all that may be missing."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.basket import DeliveryKind
from app.domain.errors import VendorSpokeOddly
from app.domain.report import DueDoubt, OrderReport
from app.domain.states import PaymentState, Standing
from app.vendors._http.answers import parse_json
from app.vendors.cheers.report import read_report
from tests.builders import NOON, huf
from tests.contract.vendors.cheers_orders import FULL, ITEM, ORDER, fact, paid_here, read, read_with

# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("NEW", Standing.HELD_BACK),
        ("APPROVABLE", Standing.NEW),
        ("APPROVED", Standing.PREPARING),
        ("DONE", Standing.READY),
        ("COMPLETED", Standing.COLLECTED),
        ("REJECTED", Standing.REJECTED),
        ("LEFT", Standing.LEFT),
        ("CANCELLED", Standing.CANCELLED),
        ("ON_HOLD", Standing.UNKNOWN),
        ("", Standing.UNKNOWN),
        (None, Standing.UNKNOWN),
        (7, Standing.UNKNOWN),
    ],
)
def test_status_words(word: Any, standing: Standing) -> None:
    report = read_with(status=word)
    assert report.standing is standing
    assert report.word == ("" if word is None else str(word))


@pytest.mark.parametrize(
    ("word", "payment", "doubt"),
    [
        ("UNPAID", PaymentState.DUE, DueDoubt.NONE),
        ("AUTHORIZED", PaymentState.DUE, DueDoubt.NONE),
        ("PAID_EXTERNALLY", PaymentState.RECEIVED, DueDoubt.NONE),
        ("CAPTURED", PaymentState.RECEIVED, DueDoubt.NONE),
        ("FAILED", PaymentState.FAILED, DueDoubt.NONE),
        ("RELEASED", PaymentState.NOT_DUE, DueDoubt.NONE),
        ("PAYMENT_NOT_REQUIRED", PaymentState.NOT_DUE, DueDoubt.NONE),
        ("HALF_PAID", PaymentState.DUE, DueDoubt.UNKNOWN_WORD),
        ("", PaymentState.DUE, DueDoubt.UNKNOWN_WORD),
    ],
)
def test_payment_words_when_the_counter_handles_the_money(
    word: str, payment: PaymentState, doubt: DueDoubt
) -> None:
    report = paid_here(word)
    assert (report.payment, report.due_doubt, report.payment_word) == (payment, doubt, word)
    assert report.due == (huf(0) if payment is PaymentState.NOT_DUE else huf(800))


@pytest.mark.parametrize("processor", ["BARION", "SIMPLE_PAY", "EXTERNAL_AUTO", "NONE", "", "NEW"])
@pytest.mark.parametrize("word", ["UNPAID", "FAILED", "CAPTURED", "ODD"])
def test_other_processors_leave_nothing_to_the_counter(processor: str, word: str) -> None:
    report = read_with(
        paymentProcessor=processor,
        transactionStatus=word,
        items=[{**ITEM, "externalPayment": 300}],
    )
    assert report.payment is PaymentState.NOT_DUE
    assert report.due == huf(0)
    assert report.due_doubt is DueDoubt.NONE
    assert fact(report, "external_payment") == "300.00 HUF"
    assert fact(report, "payment_processor") == processor


@pytest.mark.parametrize("word", ["UNPAID", "AUTHORIZED", "FAILED"])
def test_no_amount_named_is_a_question_and_not_nothing(word: str) -> None:
    report = paid_here(word, external=0)
    assert report.due_doubt is DueDoubt.NOTHING_NAMED
    assert report.due == huf(0)
    assert report.basket.total == huf(900)


@pytest.mark.parametrize(
    ("source", "channel"),
    [("MOBILE", "phone"), ("WEB", "web"), ("KIOSK", "kiosk"), ("TELEX", "TELEX"), (None, "")],
)
def test_channels(source: str | None, channel: str) -> None:
    assert read_with(orderSource=source).channel == channel


# --- every field ----------------------------------------------------------------------------------


def test_every_field_of_the_page_is_kept() -> None:
    report = read(FULL)
    assert report.vendor_order_id == "abc-123-def"
    assert report.number == "A-42"
    assert report.placed_at == datetime(2026, 3, 15, 14, 30, tzinfo=UTC)
    assert report.desk == "Counter 1"
    assert {fact.key: fact.value for fact in report.facts} == {
        "order_source": "MOBILE",
        "invoicing_type": "receipt",
        "payment_processor": "BARION",
        "transaction_status": "CAPTURED",
        "delivery_type": "HOME_DELIVERY",
        "desk_type": "COUNTER",
        "desk_id": "desk-001",
    }
    assert report.basket.tip == huf(200)
    assert report.basket.delivery is not None
    assert report.basket.delivery.kind is DeliveryKind.HOME_DELIVERY
    assert report.basket.delivery.fee == huf(990)
    assert report.basket.delivery.vat == 27
    assert report.basket.total == huf(1890)
    assert report.customer.comment == "No ice\nplease"
    assert report.customer.name == "Kovács Anna"
    assert report.customer.email == "anna@example.org"
    assert report.customer.phone == "+36 30 123 4567"
    assert report.customer.address == "1111, Budapest, Kende utca 2."
    told = {fact.key: fact.value for fact in report.customer.facts}
    assert told["metadata.table"] == "12"
    assert told["metadata.tags"] == "vip, regular"
    assert told["metadata.deep.a"] == "1"
    assert told["buyer.company.taxNumber"] == "12345678-1-42"
    assert told["deliveryAddress.address"] == "Kende utca 2."
    assert json.loads(report.raw) == FULL


def test_take_away_and_modifiers_are_kept() -> None:
    line = read_with(items=[{**ITEM, "isTakeaway": True}]).basket.lines[0]
    assert line.takeaway
    assert [modifier.product_id for modifier in line.modifiers] == ["extra-lemon"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("PLACE_RECEIPT", "receipt"),
        ("CHEERS_INVOICE", "vendor_invoice"),
        (["PLACE_RECEIPT", "PLACE_INVOICE"], "receipt, invoice"),
        ([], ""),
        ("SOMETHING_NEW", "SOMETHING_NEW"),
        ({"a": 1}, '{"a": 1}'),
        (None, ""),
    ],
)
def test_invoicing_type_comes_as_text_or_list(given: Any, shown: str) -> None:
    assert fact(read_with(invoicingType=given), "invoicing_type") == shown


@pytest.mark.parametrize("type_", ["TAKEAWAY", "HOME_DELIVERY", "CUSTOM", "DRONE"])
def test_deliveries(type_: str) -> None:
    delivery = read_with(
        deliveryOption={"deliveryOptionFee": 1, "externalPayment": 0, "type": type_}
    ).basket.delivery
    assert delivery is not None
    assert delivery.word == type_
    known = {"TAKEAWAY": DeliveryKind.TAKE_AWAY, "HOME_DELIVERY": DeliveryKind.HOME_DELIVERY}
    assert delivery.kind is known.get(type_, DeliveryKind.OTHER)


@pytest.mark.parametrize("name", [name for name in FULL if name != "id"])
def test_no_missing_field_hides_an_order(name: str) -> None:
    for order in ({k: v for k, v in FULL.items() if k != name}, {**FULL, name: None}):
        report = read(order)
        assert report.vendor_order_id == "abc-123-def"


@pytest.mark.parametrize("name", list(ITEM))
def test_no_missing_field_of_a_line_hides_an_order(name: str) -> None:
    report = read_with(items=[{k: v for k, v in ITEM.items() if k != name}])
    gap = name in ("productId", "unitPrice", "discount", "externalPayment")
    assert fact(report, "not_told") == (f"items.0.{name}" if gap else "")


def test_an_order_with_nothing_but_its_id_is_shown() -> None:
    report = read({"id": "abc-123-def"})
    assert report.standing is Standing.UNKNOWN
    assert report.placed_at == NOON
    assert fact(report, "not_told") == "currencyCode, items, createdAt"


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "",
        "2026-13-01T00:00:00Z",
        1_700_000_000,
        None,
        "9999-12-31T23:59:59Z",  # in Budapest it is a year that is none
        "0001-01-01T00:00:00Z",
    ],
)
def test_a_time_that_cannot_be_read_is_now(text: Any) -> None:
    report = read_with(createdAt=text)
    assert report.placed_at == NOON
    assert "createdAt" in fact(report, "not_told")


@pytest.mark.parametrize(
    "text", ["2026-03-15T15:30:00+01:00", "2026-03-15T14:30:00.000Z", "2026-03-15T14:30:00"]
)
def test_times_are_utc(text: str) -> None:
    assert read_with(createdAt=text).placed_at == datetime(2026, 3, 15, 14, 30, tzinfo=UTC)


def test_bare_values_where_objects_are_expected() -> None:
    report = read_with(desk="Terrace", tip=150, orderNumber=42, deliveryOption="TAKEAWAY")
    assert report.desk == "Terrace"
    assert report.basket.tip == huf(150)
    assert report.number == "42"
    assert report.basket.delivery is not None
    assert report.basket.delivery.kind is DeliveryKind.TAKE_AWAY


# --- odd and hostile ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer", [None, [], "order", 7, {}, {**ORDER, "id": "another"}, {**ORDER, "items": {"a": 1}}]
)
def test_what_is_not_this_order_is_odd(answer: Any) -> None:
    with pytest.raises(VendorSpokeOddly):
        read(answer)


def test_lines_nested_without_end_are_odd() -> None:
    line: dict[str, Any] = copy.deepcopy(ITEM)
    for _ in range(20):
        line = {**ITEM, "modifiers": [line]}
    with pytest.raises(VendorSpokeOddly, match="too deeply"):
        read_with(items=[line])


def test_fields_nested_to_pythons_limit_are_odd_or_shown() -> None:
    for depth in range(900, 1000, 7):
        text = json.dumps({**ORDER, "metadata": "@"}).replace('"@"', "[" * depth + "]" * depth)
        try:
            order = parse_json(text)
        except ValueError:
            continue
        try:
            assert read_report(order, text, "abc-123-def", lambda: NOON).number == "A-42"
        except VendorSpokeOddly as odd:
            assert odd.raw == text


def test_thousands_of_unknown_fields_do_not_drown_the_order() -> None:
    many = {f"field{at}": "x" for at in range(20_000)}
    report = read({**ORDER, **many, "metadata": many})
    assert len(report.customer.facts) == 80
    assert report.number == "A-42"


def test_an_errors_text_holds_nothing_of_the_customer() -> None:
    with pytest.raises(VendorSpokeOddly) as odd:
        read_with(userComment="allergic", tip={"tip": "Kovács"})
    assert "Kovács" not in str(odd.value)


HOSTILE = "<b>Kata</b>\x1b@\x1dV\x00 \u202eevil\u2066 \ud83c\udf7a\x07"


def test_customer_text_is_made_harmless() -> None:
    report = read_with(
        orderNumber=HOSTILE,
        userComment=HOSTILE * 1000,
        desk={"name": HOSTILE, "type": HOSTILE},
        metadata={HOSTILE: HOSTILE},
        buyer={"name": HOSTILE},
        status=HOSTILE,
        items=[{**ITEM, "productId": HOSTILE}],
    )
    for text in _texts(report):
        assert not any(ord(letter) < 32 and letter != "\n" for letter in text)
        assert not set(text) & set("\u202e\u2066\x7f")
        assert len(text) <= 10_000
    assert report.number.startswith("<b>Kata</b>@ V")
    assert len(report.number) <= 60


def _texts(report: OrderReport) -> Iterator[str]:
    yield from (report.number, report.desk, report.word, report.payment_word, report.channel)
    customer = report.customer
    yield from (customer.name, customer.comment, customer.address)
    for known in (*report.facts, *customer.facts):
        yield from (known.key, known.value)
    for line in report.basket.lines:
        yield line.product_id


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _paths(part, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _paths(part, (*path, at))


@settings(max_examples=200, deadline=None, database=None)
@given(path=st.sampled_from([path for path in _paths(FULL) if path]), value=ANYTHING)
def test_whatever_stands_anywhere_gives_a_report_or_one_error(
    path: tuple[Any, ...], value: Any
) -> None:
    order = copy.deepcopy(FULL)
    place = order
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    try:
        report = read_report(order, "{}", "abc-123-def", lambda: NOON)
    except VendorSpokeOddly:
        return
    assert report.vendor_order_id == "abc-123-def"
    assert report.basket.collect.minor >= 0
