"""The notes and coins of a currency, for counting a drawer."""

from __future__ import annotations

from typing import Final

from app.domain.money import Money, exponent

# In hundredths of a unit, so that coins below one are whole figures too.
_USUAL: Final = (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
_PIECES: Final = {
    "HUF": tuple(
        100 * each for each in (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5)
    ),
    "CZK": tuple(100 * each for each in (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "USD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1),
    "CHF": (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "PLN": (50000, *_USUAL[:13]),
    "RON": (50000, 20000, 10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1),
}


def pieces(currency: str) -> tuple[Money, ...]:
    """Return the notes and coins that are usual, the largest first.

    Where nothing is known of a currency they are those most currencies have.
    """
    digits = exponent(currency)
    found = []
    for hundredths in _PIECES.get(currency, _USUAL):
        minor, rest = divmod(hundredths * 10**digits, 100)
        if rest == 0:
            found.append(Money(minor, currency))
    return tuple(found)
