"""Exact amounts of money in minor units, and how cash is rounded and handed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

# CLDR has no cash rounding for these; the figures are the central banks' smallest coins in use,
# in minor units of the currency.
_CASH_STEP: Final = {
    "HUF": 500,
    "CHF": 5,
    "SEK": 100,
    "NOK": 100,
    "DKK": 50,
    "CZK": 100,
    "AUD": 5,
    "NZD": 10,
    "CAD": 5,
}
# ISO 4217 where it is not 2. CLDR says what is in use instead: no decimals for RSD, IQD and others.
_DECIMALS: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_EXPONENTS: Final = {code: digits for digits, codes in _DECIMALS.items() for code in codes.split()}
_MOST_MINOR: Final = 10**15
"""More than any order costs; keeps sums within what stores and printers can hold."""
# Banknotes (and the largest coins) in whole units, for "Exact and the next sensible notes".
_NOTES: Final = {
    "HUF": (500, 1000, 2000, 5000, 10000, 20000),
    "EUR": (5, 10, 20, 50, 100, 200),
    "TRY": (5, 10, 20, 50, 100, 200),
    "AUD": (5, 10, 20, 50, 100),
    "NZD": (5, 10, 20, 50, 100),
    "SGD": (2, 5, 10, 50, 100),
    "USD": (1, 5, 10, 20, 50, 100),
    "GBP": (5, 10, 20, 50),
}


def is_currency(text: str) -> bool:
    """Whether `text` is the upper-case code of a currency that is in use somewhere today."""
    if text in _EXPONENTS:
        return True
    return text in _in_use()


@cache
def _in_use() -> frozenset[str]:
    from babel.core import get_global  # the first window does not wait for it

    zones = get_global("territory_currencies").values()
    return frozenset(
        code for zone in zones for code, _, until, tender in zone if until is None and tender
    )


def exponent(currency: str) -> int:
    """Return how many decimals the currency's minor unit has after ISO 4217 (HUF 2, JPY 0)."""
    return _EXPONENTS.get(currency, 2)


def cash_digits(currency: str) -> int:
    """Return how many decimals a price tag shows (HUF 0, EUR 2)."""
    from babel.core import get_global  # the first window does not wait for it

    fractions = get_global("currency_fractions")
    digits: int = fractions.get(currency, fractions["DEFAULT"])[2]
    return digits


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount: `minor` in minor units after ISO 4217, `currency` its upper-case code."""

    minor: int
    currency: str

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Return nothing at all in that currency."""
        return cls(0, currency)

    @classmethod
    def from_units(cls, units: Decimal | int, currency: str) -> Money:
        """Convert plain units (800 HUF is eight hundred forints) into exact minor units.

        Raises ValueError when the amount is finer than the currency's minor unit, not finite, or
        beyond all reason.
        """
        exact = Decimal(units)
        # Looked at before it is reckoned with: decimals round to 28 digits without a word.
        if not exact.is_finite() or exact.adjusted() > 15 or len(exact.as_tuple().digits) > 28:
            raise ValueError(f"an amount in {currency} is not a number of money")
        scaled = exact.scaleb(exponent(currency))
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{units} {currency} is finer than the currency's smallest unit")
        if abs(scaled) > _MOST_MINOR:
            raise ValueError(f"an amount in {currency} is more than any order costs")
        return cls(int(scaled), currency)

    @property
    def units(self) -> Decimal:
        """The amount in plain units, exact."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{other.currency} cannot be reckoned with {self.currency}")
        return other.minor


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Add up `amounts`, all of which are in `currency`."""
    return sum(amounts, start=Money.zero(currency))


def cash_rounded(amount: Money) -> Money:
    """Return what is paid in cash: `amount` rounded to the smallest coin, halves up."""
    step = _CASH_STEP.get(amount.currency, 10 ** (exponent(amount.currency) - _cash_places(amount)))
    if step <= 1:
        return amount
    sign = -1 if amount.minor < 0 else 1
    return Money(sign * ((abs(amount.minor) + step // 2) // step * step), amount.currency)


def _cash_places(amount: Money) -> int:
    return min(cash_digits(amount.currency), exponent(amount.currency))


def sensible_notes(amount: Money, *, count: int = 3) -> tuple[Money, ...]:
    """Return the `count` sums over `amount` that a customer is likely to hand over, rising."""
    scale = 10 ** exponent(amount.currency)
    notes = _NOTES.get(amount.currency, (5, 10, 20, 50, 100))
    sums = {-(-amount.minor // (note * scale)) * note * scale for note in notes}
    above = sorted(value for value in sums if value > amount.minor)
    top = notes[-1] * scale
    while len(above) < count:
        above.append((above[-1] if above else amount.minor) // top * top + top)
    return tuple(Money(value, amount.currency) for value in above[:count])
