"""Amounts as people read them, with the shop's cash digits: 80000 minor HUF reads "800 Ft"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from babel.core import Locale
from babel.numbers import format_decimal, get_currency_symbol

from app.domain.money import Money, cash_digits, exponent

_NO_BREAK: Final = "\u00a0"
_MINUS: Final = "\u2212"
# Signs people know, where the locale's data would print the ISO code; True puts the sign behind.
_SIGNS: Final = {
    "HUF": ("Ft", True),
    "CZK": ("Kč", True),
    "PLN": ("zł", True),
    "RON": ("lei", True),
    "TRY": ("₺", False),
}


def money_text(amount: Money, language: str = "en") -> str:
    """Return the amount with its currency sign in the language's way of writing numbers."""
    return _with_sign(amount, language)


def figure_text(amount: Money, language: str = "en") -> str:
    """Return the amount without a currency sign, for columns that name the currency once."""
    return _figure(amount, language)


@lru_cache(maxsize=4096)
def _with_sign(amount: Money, language: str) -> str:
    sign, behind = _sign(amount.currency, language)
    figure = _figure(amount, language)
    if behind:
        return f"{figure}{_NO_BREAK}{sign}"
    gap = _NO_BREAK if sign[-1].isalpha() else ""
    minus = _MINUS if figure.startswith(_MINUS) else ""
    return f"{minus}{sign}{gap}{figure.removeprefix(_MINUS)}"


def _sign(currency: str, language: str) -> tuple[str, bool]:
    """Return the currency's sign and whether the language puts it behind the figure."""
    known = _SIGNS.get(currency)
    if known is not None:
        return known
    sign = get_currency_symbol(currency, locale=language)
    behind = not Locale.parse(language).currency_formats["standard"].pattern.startswith("¤")
    return (currency if sign == "¤" else sign), behind


def _digits(amount: Money) -> int:
    """Decimals to show: the cash digits, or all of them when cash digits would hide money."""
    digits = cash_digits(amount.currency)
    hidden = 10 ** max(exponent(amount.currency) - digits, 0)
    return digits if amount.minor % hidden == 0 else exponent(amount.currency)


@lru_cache(maxsize=4096)
def _figure(amount: Money, language: str) -> str:
    places = _digits(amount)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return _minus(format_decimal(amount.units, format=pattern, locale=language))


def _minus(text: str) -> str:
    return text.replace("-", _MINUS)
