"""Who bought: the addresses of a pre-order, all of it personal data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from app.domain.report import Customer, Fact
from app.domain.text import plain

_MOST: Final = 30
_DEEPEST: Final = 4
_LONGEST: Final = 500
# The parts of a place as they are written on a letter; a place's name may be an object's.
_PLACE: Final = ("line", "address", "district", "township", "postcode", "city", "country")


def customer_of(pre_order: Mapping[str, Any]) -> Customer:
    """Return the customer out of the shipping address, the billing address as further facts."""
    shipping = _mapping(pre_order.get("shipping_address"))
    billing = _mapping(pre_order.get("billing_address"))
    first = shipping or billing
    user = _mapping(pre_order.get("user"))
    facts = () if billing in ({}, first) else (Fact("billing_address", _letter(billing)),)
    return Customer(
        name=_name(first) or _name(user),
        phone=_text(first.get("phone_number") or first.get("phone") or user.get("phone")),
        email=_text(first.get("email") or user.get("email")),
        address=_place(first),
        facts=tuple(fact for fact in facts if fact.value),
    )


def leaves(value: Any, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield every single value of an object with its path, such as ("card.bank.name", "…")."""
    if isinstance(value, Mapping) and depth <= _DEEPEST:
        for key, part in islice(value.items(), _MOST):
            yield from leaves(part, f"{path}.{key}", depth + 1)
    elif text := _text(value):
        yield path, text


def _letter(address: Mapping[str, Any]) -> str:
    parts = (_text(address.get("company_name")), _name(address), _place(address))
    return plain(", ".join(part for part in parts if part), limit=_LONGEST)


def _name(person: Mapping[str, Any]) -> str:
    parts = (_text(person.get("first_name")), _text(person.get("last_name")))
    both = " ".join(part for part in parts if part)
    return plain(both or _text(person.get("name")), limit=200)


def _place(address: Mapping[str, Any]) -> str:
    parts = (_named(address.get(key)) for key in _PLACE)
    return plain(", ".join(dict.fromkeys(part for part in parts if part)), limit=_LONGEST)


def _named(value: Any) -> str:
    return _text(value.get("name")) if isinstance(value, Mapping) else _text(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    if value is None or isinstance(value, (bool, list, dict)):
        return ""
    return plain(str(value), limit=_LONGEST)
