"""What History searches in, and what staff may have meant by what they typed.

Text is without case and accents, so that "kovacs" finds "Kovács". There is no index to search in:
a look through 20,000 narrow rows takes some ten milliseconds. What filters ask for stands in these
rows too, so that no order is read that is not shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.money import Money, exponent
from app.domain.order import Order
from app.domain.text import folded

_PHONE_SIGNS: Final = frozenset("0123456789+-()/. ")
_LEAST_OF_AMOUNT: Final = 3  # fewer digits begin too many amounts
_LEAST_OF_CARD: Final = 4
_DECIMAL: Final = re.compile(r"\d+\.\d{1,2}")
_FIGURES: Final = {ord("0") + figure: chr(0xE000 + figure) for figure in range(10)}
_CURRENCY: Final = r"[^\W\d_]{1,3}\$?|[$€£₺¥]"
_AMOUNT: Final = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*"
    r"(?P<units>\d{1,3}(?:[ .,'’]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))?"  # noqa: RUF001
    rf"\s*(?P<after>{_CURRENCY})?"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that must be found of an order: any of `texts`, or `card` within its card."""

    texts: tuple[str, ...]
    card: str = ""


def plain_text(order: Order) -> str:
    """Return the order's own search text: number, vendor's number or id, desk, vendor and total;
    one a line, each ended."""
    parts = (*map(folded, (order.number, order.vendor_order_id, order.desk, order.vendor)),)
    return "\n".join((*parts, _amount_of(order.basket.total))) + "\n"


def personal_text(order: Order) -> str:
    """Return the customer's search text: name, phone as written and its digits; one a line."""
    who = order.customer
    parts = (folded(who.name), folded(who.phone), _digits(who.phone))
    return "\n".join(part for part in parts if part)


def all_wanted(text: str) -> tuple[Wanted, ...]:
    """Return what must all be found when staff typed `text`: nothing for an empty one.

    A phone number is looked for by its digits too, however it is grouped; an amount of money by
    its value; anything else word by word, in any order.
    """
    whole = folded(text)
    if not whole:
        return ()
    amounts = _amounts(whole)
    if set(whole) <= _PHONE_SIGNS and not _DECIMAL.fullmatch(whole):
        digits = _digits(whole)
        texts = dict.fromkeys((whole, *([digits] if digits else []), *amounts))
        return (Wanted(tuple(texts), digits if len(digits) >= _LEAST_OF_CARD else ""),)
    if amounts:
        card = whole if " " not in whole and len(whole) >= _LEAST_OF_CARD else ""
        return (Wanted((whole, *amounts), card),)
    return tuple(map(_word, whole.split()))


def holds(plain: str, personal: str, card: str, text: str) -> bool:
    """Whether an order with these search texts and that loyalty card is meant by `text`."""
    return all(
        any(part in plain or part in personal for part in wanted.texts)
        or (bool(wanted.card) and wanted.card in card.lower())
        for wanted in all_wanted(text)
    )


def _word(word: str) -> Wanted:
    joined = "".join(letter for letter in word if letter not in "-'")
    texts = dict.fromkeys((word, joined) if joined.isalpha() else (word, *_amounts(word)))
    return Wanted(tuple(texts), word if len(word) >= _LEAST_OF_CARD else "")


def _amounts(text: str) -> tuple[str, ...]:
    """Return how a total that `text` may stand for is written; figures alone also begin one."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return ()
    units, part = _digits(found["units"]), (found["part"] or "").rstrip("0")
    if text.isdecimal():
        return (_sum(units),) if len(units) >= _LEAST_OF_AMOUNT else ()
    value = f"{int(units)}.{part}" if part else str(int(units))
    return (_sum(value) + "\n",)


def _amount_of(total: Money) -> str:
    value = Decimal(total.minor).scaleb(-exponent(total.currency))
    written = f"{value:f}"
    return _sum(written.rstrip("0").rstrip(".") if "." in written else written)


def _sum(value: str) -> str:
    """Return an amount in figures of its own, so that a search for "42" finds numbers alone."""
    return "=" + value.translate(_FIGURES)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())
