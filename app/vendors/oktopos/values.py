"""Single values as they cross OktoPOS' wire, taken as they come."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from app.domain.text import plain

_NUMBER: Final = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,12})?", re.ASCII)
_LARGEST_COUNT: Final = 10_000
_WORD: Final = 60
# At the ends of the calendar no time can be told in another zone.
_YEARS: Final = range(1970, 2200)


def moment_of(told: dict[str, Any], timezone: str) -> datetime | None:
    """Return the moment in UTC: with Z or an offset an instant, else wall time in its own zone."""
    try:
        moment = datetime.fromisoformat(text_of(told.get("timestamp")))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=_zone(text_of(told.get("timezone")), timezone))
        known = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return known if known.year in _YEARS else None


def _zone(name: str, otherwise: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(otherwise)


def currency_of(price: Any) -> str:
    """Return the currency of `{value, currency}`; nothing where it is none."""
    code = text_of(price.get("currency")).strip().upper() if isinstance(price, dict) else ""
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def decimal_of(value: Any) -> Decimal | None:
    """Return a number, given as one or as a text; None for what is none."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    return Decimal(value)


def rate_of(value: Any) -> Decimal | None:
    """Return a tax rate in percent; None for what is none."""
    rate = decimal_of(value)
    fits = rate is not None and rate.is_finite() and 0 <= rate <= 1000
    return rate if fits else None


def count_of(value: Any) -> int:
    """Return how many units there are; 1 for what is no count."""
    number = decimal_of(value)
    whole = number is not None and number.is_finite() and number == number.to_integral_value()
    return int(number) if whole and number is not None and 0 < number <= _LARGEST_COUNT else 1


def own_number(value: Any) -> str:
    """Return a number of the register's, given as an integer or as its digits; else nothing."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**18:
        return str(value)
    fits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 18
    return str(int(value)) if fits and int(value) else ""


def part_of(whole: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the object under `key`; an empty one where there is none."""
    part = whole.get(key)
    return part if isinstance(part, dict) else {}


def text_of(value: Any) -> str:
    """Return a text or number as text; nothing for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return ""
    return str(value)


def word_of(value: Any) -> str:
    """Return a short text made harmless."""
    return plain(text_of(value), limit=_WORD)
