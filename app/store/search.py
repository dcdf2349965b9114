"""What History searches in: text without case and accents, so that "kovacs" finds "Kovács"."""

from __future__ import annotations

from app.domain.order import Order
from app.domain.text import folded

_PHONE_SIGNS = frozenset("0123456789+-()/. ")


def plain_text(order: Order) -> str:
    """Return the order's own search text: number, vendor's number or id, desk; one a line."""
    return "\n".join(map(folded, (order.number, order.vendor_order_id, order.desk)))


def personal_text(order: Order) -> str:
    """Return the customer's search text: name, phone as written and its digits; one a line."""
    who = order.customer
    parts = (folded(who.name), folded(who.phone), _digits(who.phone))
    return "\n".join(part for part in parts if part)


def wanted_texts(text: str) -> tuple[str, ...]:
    """Return what to look for when staff typed `text`; a phone number also by its digits alone."""
    wanted = folded(text)
    digits = _digits(wanted) if wanted and set(wanted) <= _PHONE_SIGNS else ""
    return (wanted, digits) if digits and digits != wanted else (wanted,)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())
