"""The one rounding rule of tickets: tax is rounded half up for each part, and all else is added."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

_HIGHEST_RATE: Final = 1000
"""Percent; what is beyond it, or below zero, is no rate anybody can mean."""


@dataclass(frozen=True, slots=True)
class Sums:
    """An amount in the currency's minor units, before tax and its tax."""

    subtotal: int = 0
    taxes: int = 0

    @property
    def total(self) -> int:
        """The amount with tax; exact by construction."""
        return self.subtotal + self.taxes

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.subtotal + other.subtotal, self.taxes + other.taxes)


def with_tax_inside(total: int, rate: Decimal | None) -> Sums:
    """Return what `total`, a price with tax, consists of at a `rate` in percent.

    Without a rate that is known all of it counts as the amount before tax.
    """
    if rate is None or not rate.is_finite() or not 0 <= rate <= _HIGHEST_RATE:
        return Sums(total)
    exact = Fraction(rate)
    return _split(total, exact / (100 + exact))


def like(total: int, whole: Sums) -> Sums:
    """Return what a part of `whole` consists of, its tax in the same proportion."""
    if not whole.total:
        return Sums(total)
    return _split(total, Fraction(whole.taxes, whole.total))


def _split(total: int, share: Fraction) -> Sums:
    exact = abs(total) * share
    taxes = int(exact + Fraction(1, 2))
    taxes = taxes if total >= 0 else -taxes
    return Sums(total - taxes, taxes)
