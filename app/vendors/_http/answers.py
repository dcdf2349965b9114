"""What a vendor's HTTP answer means: its status in our errors, its sentence for staff, its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any, Final

from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.text import plain
from app.domain.till_clock import TimeHeard

LONGEST_RAW: Final = 20_000  # characters of an odd answer that are kept
_LONGEST_SENTENCE: Final = 200
_LONGEST_WAIT: Final = 3600.0  # a vendor that says "next year" is asked again within the hour
_SENTENCE_KEYS: Final = (
    "message",
    "error_message",
    "error_description",
    "detail",
    "error",
    "title",
    "messages",
    "text",
)


def parse_json(text: str) -> Any:
    """Return the parsed text with exact decimals; raises ValueError, also for NaN and infinity."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def error_of_status(
    vendor: str, status: int, headers: Mapping[str, str], text: str
) -> VendorError | None:
    """Return what a status means that is not a success (2xx), or None for one that is."""
    if 200 <= status < 300:
        return None
    if status == 401:
        return VendorLoginFailed(vendor, "key not accepted (HTTP 401)")
    if status == 403:
        return VendorLoginFailed(vendor, "not allowed (HTTP 403)", id_may_be_wrong=True)
    wait = retry_after(headers.get("retry-after", ""), headers.get("date", ""))
    if status == 429:
        return VendorUnavailable(
            vendor, "too many requests (HTTP 429)", sent=False, answered=True, retry_after=wait
        )
    if status >= 500 or status in (408, 425):
        return VendorUnavailable(
            vendor,
            f"HTTP {status}",
            sent=True,
            answered=True,
            retry_after=wait,
            said=server_sentence(headers.get("content-type", ""), text),
        )
    if status >= 400:
        kind = OrderUnknown if status in (404, 410) else VendorRefused
        sentence = server_sentence(headers.get("content-type", ""), text)
        return kind(vendor, sentence, code=str(status))
    return VendorSpokeOddly(vendor, f"HTTP {status} is not described", raw=text[:LONGEST_RAW])


def server_sentence(content_type: str, text: str) -> str:
    """Return the vendor's own sentence out of an error's body; empty for HTML and for nothing."""
    start = text.lstrip()[:1]
    if "html" in content_type.lower() or start == "<":
        return ""
    if start in ("{", "[", '"'):
        try:
            return plain(_sentence_in(parse_json(text)), limit=_LONGEST_SENTENCE)
        except ValueError:
            return ""
    return plain(text, limit=_LONGEST_SENTENCE)


def _sentence_in(data: Any, depth: int = 0) -> str:
    if isinstance(data, str):
        return data
    if depth > 3:
        return ""
    if isinstance(data, list):
        return next(filter(None, (_sentence_in(part, depth + 1) for part in data[:5])), "")
    if not isinstance(data, dict):
        return ""
    return next(filter(None, (_sentence_in(data.get(k), depth + 1) for k in _SENTENCE_KEYS)), "")


def time_heard(headers: Mapping[str, str]) -> TimeHeard | None:
    """Return how far the till's clock is ahead of the one an answer was dated by, just now.

    None where it bears no date, or comes out of a cache on the way.
    """
    dated = _http_date(headers.get("date", ""))
    if dated is None or headers.get("age", "0").strip() != "0":
        return None
    return TimeHeard(datetime.now(UTC) - dated, monotonic())


def retry_after(value: str, server_date: str = "") -> float | None:
    """Return the seconds a Retry-After header asks for, given as a number or as a date.

    A date is measured against the server's own clock where it tells it; the till's may be wrong.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), _LONGEST_WAIT)
    until = _http_date(value)
    if until is None:
        return None
    now = _http_date(server_date) or datetime.now(UTC)
    return min(max((until - now).total_seconds(), 0.0), _LONGEST_WAIT)


def _http_date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
