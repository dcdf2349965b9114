"""What staff may have meant by what they typed into History's search."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.money import Money
from app.domain.order import Order
from app.store.search import holds, personal_text, plain_text
from tests.builders import a_basket, a_customer, an_order

GUEST = a_customer(name="Szabó-Nagy Ödön", phone="+36 30 123-4567")


def an_order_of(minor: int, currency: str) -> Order:
    """Give an order with that total."""
    total = Money(minor, currency)
    basket = replace(a_basket(), currency=currency, total=total)
    return an_order("x", number="A-7", vendor="walkin", desk="", customer=GUEST, basket=basket)


def found(order: Order, text: str) -> bool:
    """Tell whether a search for `text` finds it."""
    return holds(plain_text(order), personal_text(order), "CARD12Ab", text)


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("5160", 516000, "HUF"),
        ("516", 516000, "HUF"),
        ("5,160 Ft", 516000, "HUF"),
        ("5.160 Ft", 516000, "HUF"),
        ("5 160 HUF", 516000, "HUF"),
        ("51.60", 5160, "EUR"),
        ("51,60 €", 5160, "EUR"),
        ("€51.6", 5160, "EUR"),
        ("A$38.50", 3850, "AUD"),
        ("1,234.50", 123450, "EUR"),
        ("1234,5", 123450, "EUR"),
        ("900 ¥", 900, "JPY"),
    ],
)
def test_amounts_are_found_however_they_are_written(text: str, minor: int, currency: str) -> None:
    assert found(an_order_of(minor, currency), text)


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("5160 Ft", 5160000, "HUF"),  # said whole, it is meant whole
        ("51.60", 516000, "HUF"),
        ("51.6 €", 5161, "EUR"),
        ("99", 9900000, "HUF"),  # two figures begin too much
    ],
)
def test_other_amounts_are_not(text: str, minor: int, currency: str) -> None:
    assert not found(an_order_of(minor, currency), text)


@pytest.mark.parametrize(
    "text",
    [
        "szabo",
        "NAGY odon",
        "odon szabo",
        "Walk-in",
        "walkin a-7",
        "a-7 odon",
        "+3630",
        "30/123 45 67",
        "(30) 1234567",
        "card12ab",
        "12ab",
        "d12A",
    ],
)
def test_words_phones_and_cards(text: str) -> None:
    assert found(an_order_of(500, "HUF"), text)


@pytest.mark.parametrize("text", ["odon kovacs", "a-8", "card13", "30 765"])
def test_nothing_else(text: str) -> None:
    assert not found(an_order_of(500, "HUF"), text)
