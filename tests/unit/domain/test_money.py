"""Money is exact, and cash is what coins and notes allow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    Money,
    cash_digits,
    cash_rounded,
    exponent,
    is_currency,
    sensible_notes,
    total,
)
from tests.builders import huf

CURRENCIES = st.sampled_from(["HUF", "EUR", "JPY", "BHD", "TRY", "AUD", "CHF", "CLF", "XXX"])
AMOUNTS = st.builds(Money, st.integers(-(10**12), 10**12), CURRENCIES)


@pytest.mark.parametrize(
    ("currency", "digits"),
    [
        ("HUF", 2),
        ("EUR", 2),
        ("JPY", 0),
        ("KWD", 3),
        ("CLF", 4),
        ("RSD", 2),
        ("IQD", 3),
        ("QQQ", 2),
    ],
)
def test_minor_units_are_those_of_iso_4217_and_not_those_in_use(currency: str, digits: int) -> None:
    assert exponent(currency) == digits


def test_currencies_are_those_somebody_pays_with_today() -> None:
    in_use = ("HUF", "EUR", "TRY", "AUD", "JPY", "KWD")
    gone_or_none = ("", "huf", "Ft", "DEM", "HRK", "XXX", "CHW", "XAU")
    assert [code for code in (*in_use, *gone_or_none) if is_currency(code)] == list(in_use)


def test_price_tags_of_forints_have_no_decimals() -> None:
    assert (cash_digits("HUF"), cash_digits("EUR"), cash_digits("JPY")) == (0, 2, 0)


@pytest.mark.parametrize(
    ("units", "currency", "minor"),
    [
        (800, "HUF", 80_000),
        (Decimal("8.00"), "HUF", 800),
        (Decimal("19.95"), "EUR", 1995),
        (Decimal("-0.05"), "EUR", -5),
        (1500, "JPY", 1500),
        (Decimal("1.234"), "BHD", 1234),
        (Decimal("1E+3"), "HUF", 100_000),
    ],
)
def test_plain_units_become_exact_minor_units(
    units: Decimal | int, currency: str, minor: int
) -> None:
    assert Money.from_units(units, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("units", "currency"),
    [
        (Decimal("0.001"), "EUR"),
        (Decimal("0.5"), "JPY"),
        (Decimal("NaN"), "HUF"),
        (Decimal("sNaN"), "HUF"),
        (Decimal("Infinity"), "HUF"),
        (Decimal("1E+400"), "HUF"),
        (Decimal("1E+999999"), "HUF"),
        (Decimal("1E-999999"), "HUF"),
        (10**14, "HUF"),
        # 29 digits: decimals would round this to whole cents without a word.
        (Decimal("1.0000000000000000000000000001"), "EUR"),
    ],
)
def test_what_is_no_amount_of_money_is_refused(units: Decimal, currency: str) -> None:
    with pytest.raises(ValueError):
        Money.from_units(units, currency)


@given(AMOUNTS)
def test_plain_units_and_back_lose_nothing(amount: Money) -> None:
    assert Money.from_units(amount.units, amount.currency) == amount


@given(st.lists(st.integers(-(10**9), 10**9)))
def test_a_total_is_the_sum(figures: list[int]) -> None:
    assert total((Money(figure, "EUR") for figure in figures), "EUR").minor == sum(figures)


def test_two_currencies_are_never_added_up_or_compared() -> None:
    forint, euro = huf(1), Money(100, "EUR")
    for reckon in (
        lambda: forint + euro,
        lambda: forint - euro,
        lambda: forint < euro,
        lambda: forint >= euro,
        lambda: total([euro], "HUF"),
    ):
        with pytest.raises(ValueError):
            reckon()


@pytest.mark.parametrize(
    ("minor", "currency", "paid"),
    [
        (80_000, "HUF", 80_000),
        (90_100, "HUF", 90_000),
        (90_200, "HUF", 90_000),
        (90_300, "HUF", 90_500),
        (90_400, "HUF", 90_500),
        (90_250, "HUF", 90_500),
        (200, "HUF", 0),
        (-90_300, "HUF", -90_500),
        (-90_200, "HUF", -90_000),
        (1003, "EUR", 1003),
        (1003, "CHF", 1005),
        (1002, "CHF", 1000),
        (1050, "SEK", 1100),
        (1003, "AUD", 1005),
        (1005, "NZD", 1010),
        (1234, "JPY", 1234),
        (1234, "BHD", 1234),
        (1250, "TWD", 1300),
    ],
)
def test_cash_is_rounded_to_the_smallest_coin(minor: int, currency: str, paid: int) -> None:
    assert cash_rounded(Money(minor, currency)) == Money(paid, currency)


@given(AMOUNTS)
def test_rounding_is_the_same_both_ways_and_settles(amount: Money) -> None:
    rounded = cash_rounded(amount)
    assert cash_rounded(-amount) == -rounded
    assert cash_rounded(rounded) == rounded


@pytest.mark.parametrize(
    ("amount", "notes"),
    [
        (huf(5160), (5500, 6000, 10_000)),
        (huf(900), (1000, 2000, 5000)),
        (huf(1000), (2000, 5000, 10_000)),
        (huf(19_990), (20_000, 40_000, 60_000)),
        (huf(60_000), (80_000, 100_000, 120_000)),
    ],
)
def test_sensible_notes_are_what_a_customer_hands_over(
    amount: Money, notes: tuple[int, ...]
) -> None:
    assert sensible_notes(amount) == tuple(huf(note) for note in notes)


@given(AMOUNTS.filter(lambda amount: amount.minor >= 0), st.integers(1, 5))
def test_sensible_notes_rise_and_are_enough(amount: Money, count: int) -> None:
    notes = [note.minor for note in sensible_notes(amount, count=count)]
    assert len(notes) == count
    assert notes == sorted(set(notes))
    assert notes[0] > amount.minor
