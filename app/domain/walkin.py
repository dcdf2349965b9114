"""Walk-in orders: keyed in at this till, by staff; the one vendor that is no other system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.capabilities import Capabilities, Telling
from app.domain.money import Money
from app.domain.states import Move

WALKIN: Final = "walkin"
_TITLES: Final = {"en": "Walk-in", "hu": "Helyi", "es": "Mostrador", "de": "Theke"}
WALKIN_CAPABILITIES: Final = Capabilities(
    # Nobody else knows of the order, so there is nobody of whom the screen could say "not told".
    moves=dict.fromkeys(
        (
            Move.READY,
            Move.COLLECTED,
            Move.LEFT,
            Move.CANCEL_ORDER,
            Move.PAYMENT_RECEIVED,
            Move.PAYMENT_FAILED,
        ),
        Telling.HERE_ONLY,
    ),
    can_be_re_read=False,
    keyed_in_here=True,
)
"""There is no accept: what staff key in they have accepted."""
WALKIN_AMOUNT: Final = "walkin-amount"
"""The product id of an amount that was keyed in; an entry of the catalogue under it may give the
line a name, its VAT and the register's article."""
MOST_OF_ONE: Final = 999


def walkin_title(language: str) -> str:
    """Return what walk-in orders are called where others have their vendor's name."""
    return _TITLES.get(language, _TITLES["en"])


@dataclass(frozen=True, slots=True)
class WalkinItem:
    """One line that was keyed in: so many of a product of the catalogue, at `price` each."""

    product_id: str
    quantity: int
    price: Money
