"""Amounts read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Money
from app.domain.money_format import figure_text, money_text
from tests.builders import huf

LANGUAGES = ("en", "hu", "de", "es")
MINUS = "\u2212"


def as_typed(text: str) -> str:
    return text.replace("\u00a0", " ").replace(MINUS, "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_hundred_forints_read_800_ft(language: str) -> None:
    assert money_text(huf(800), language) == "800\u00a0Ft"


@pytest.mark.parametrize(
    ("amount", "language", "text"),
    [
        (huf(5160), "en", "5,160 Ft"),
        (huf(5160), "hu", "5 160 Ft"),
        (huf(5160), "de", "5.160 Ft"),
        (huf(-200), "en", "-200 Ft"),
        (Money(80_050, "HUF"), "en", "800.50 Ft"),
        (Money(-5, "HUF"), "hu", "-0,05 Ft"),
        (Money(123_456, "EUR"), "en", "€1,234.56"),
        (Money(-123_456, "EUR"), "en", "-€1,234.56"),
        (Money(123_456, "EUR"), "de", "1.234,56 €"),
        (Money(123_456, "EUR"), "es", "1.234,56 €"),
        (Money(1500, "JPY"), "en", "¥1,500"),
        (Money(1_234_567, "BHD"), "en", "BHD 1,234.567"),
        (Money(53_800, "TRY"), "en", "₺538.00"),
        (Money(-53_800, "TRY"), "hu", "-₺538,00"),
        (Money(2900, "AUD"), "en", "A$29.00"),
        (Money(10_000, "TWD"), "en", "NT$100"),
        (Money(10_050, "TWD"), "en", "NT$100.50"),
        (Money(1200, "XXX"), "en", "XXX 12.00"),
    ],
)
def test_amounts_follow_the_language(amount: Money, language: str, text: str) -> None:
    assert as_typed(money_text(amount, language)) == text


def test_figure_leaves_the_sign_out() -> None:
    assert as_typed(figure_text(huf(-200), "en")) == "-200"
    assert figure_text(Money(2900, "AUD"), "en") == "29.00"


@given(
    st.builds(
        Money,
        st.integers(-(10**14), 10**14),
        st.sampled_from(["HUF", "EUR", "JPY", "BHD", "TRY", "RSD", "XXX", "QQQ"]),
    ),
    st.sampled_from(LANGUAGES),
)
def test_no_figure_is_lost_or_added(amount: Money, language: str) -> None:
    digits = "".join(letter for letter in money_text(amount, language) if letter.isdigit())
    shown = str(abs(amount.units).normalize().__format__("f")).replace(".", "")
    assert digits.strip("0") == shown.strip("0")
    assert (MINUS in money_text(amount, language)) == (amount.minor < 0)
