"""Cheers' amounts: plain units, exact, and never guessed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from app.domain.errors import VendorSpokeOddly
from app.domain.money import Money
from app.vendors._http.answers import parse_json
from app.vendors.cheers.report import read_report
from tests.builders import NOON, huf
from tests.contract.vendors.cheers_orders import ITEM, ORDER, fact, read, read_with


def test_amounts_are_plain_units() -> None:
    report = read(ORDER)
    assert report.basket.lines[0].unit_price == Money(80_000, "HUF")
    assert report.basket.total == Money(90_000, "HUF")


def test_what_to_collect_is_the_sum_of_all_parts() -> None:
    deep = {**ITEM["modifiers"][0], "externalPayment": 50}
    items = [
        {**ITEM, "externalPayment": 600, "modifiers": [{**deep, "modifiers": [deep]}]},
        {**ITEM, "externalPayment": 1, "modifiers": []},
    ]
    report = read_with(
        paymentProcessor="EXTERNAL_MANUAL",
        transactionStatus="UNPAID",
        items=items,
        tip={"tip": 200, "externalPayment": 20},
        deliveryOption={"deliveryOptionFee": 300, "externalPayment": 3, "type": "CUSTOM"},
    )
    assert report.due == huf(600 + 50 + 50 + 1 + 20 + 3)
    assert report.basket.total == huf(600 + 100 + 100 + 600 + 200 + 300)


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("8.5", "EUR", 850),
        ("8.50", "EUR", 850),
        ("800", "JPY", 800),
        ("800.00", "HUF", 80_000),
        ("8e2", "HUF", 80_000),
        ('"800"', "HUF", 80_000),
        ("0.1", "EUR", 10),
        ("1000000000", "HUF", 100_000_000_000),
    ],
)
def test_amounts_are_exact(amount: str, currency: str, minor: int) -> None:
    text = json.dumps({**ORDER, "currencyCode": currency, "items": [{**ITEM, "unitPrice": "@"}]})
    text = text.replace('"@"', amount)
    report = read_report(parse_json(text), text, "abc-123-def", lambda: NOON)
    assert report.basket.lines[0].unit_price == Money(minor, currency)


@pytest.mark.parametrize(
    "amount",
    [
        *("-1", "8.001", "1e-400", "1e400", "1000000001", "true", "[]", "{}"),
        *('"a"', '""', '"-5"', '"٨"', "9" * 400),
        "800.0000000000000000000000000000000000000001",
    ],
)
@pytest.mark.parametrize("field", ["unitPrice", "discount", "externalPayment"])
def test_what_is_no_amount_is_odd(field: str, amount: str) -> None:
    text = json.dumps({**ORDER, "items": [{**ITEM, field: "@"}]}).replace('"@"', amount)
    with pytest.raises(VendorSpokeOddly) as odd:
        read_report(parse_json(text), text, "abc-123-def", lambda: NOON)
    assert field in str(odd.value)
    assert odd.value.raw == text


def test_an_amount_finer_than_the_currency_is_odd() -> None:
    with pytest.raises(VendorSpokeOddly, match="finer than JPY"):
        read_with(currencyCode="JPY", tip={"tip": 0.5})


@pytest.mark.parametrize("code", [None, "", "Ft", "HUFF", "12A", 7, "€€€"])
def test_an_order_without_a_currency_is_shown_all_the_same(code: Any) -> None:
    report = read_with(currencyCode=code)
    assert report.basket.total == Money(90_000, "XXX")
    assert "currencyCode" in fact(report, "not_told")


def test_a_currency_in_small_letters_is_the_same() -> None:
    assert read_with(currencyCode=" huf ").basket.currency == "HUF"


@pytest.mark.parametrize(
    ("vat", "read_as"),
    [(27, "27"), (5.5, "5.5"), ("27", "27"), (None, None), ("A", None), (-1, None), (True, None)],
)
def test_vat_is_shown_where_it_is_one(vat: Any, read_as: str | None) -> None:
    line = read_with(items=[{**ITEM, "vat": vat}]).basket.lines[0]
    assert line.vat == (None if read_as is None else Decimal(read_as))
