"""What a scanned text means: the first kind it fits, and what else it could have been."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.slip_code import looks_like_slip_code, read_slip_code
from app.domain.text import plain

LONGEST_SCAN: Final = 512


class Intent(StrEnum):
    """The meanings a code can have, in the order in which they are tried."""

    SLIP = "slip"
    TEST = "test code"
    MISREAD_SLIP = "misread slip"
    COUPON = "coupon"
    WEB_LINK = "web link"
    PRE_ORDER = "pre-order number"
    PRODUCT = "product barcode"
    ONE_TIME_KEY = "one-time key"  # 32 hex digits: ask before they leave
    CARD = "loyalty card"
    UNKNOWN = "unknown"


class ScanTest(StrEnum):
    """The codes that only show whether a scanner reads; none is long enough to be a slip's."""

    SLIP = "PULT-TEST"  # on the test slip
    NORMAL = "PULT-TEST-NORMAL"
    INVERTED = "PULT-TEST-INVERTED"
    SMALL = "PULT-TEST-SMALL"


@dataclass(frozen=True, slots=True)
class ScanPatterns:
    """Which patterns are in force; None switches a meaning off."""

    pre_order: re.Pattern[str] | None = None
    card: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned text with its meaning; `others` are further meanings it could have."""

    text: str
    intent: Intent
    others: tuple[Intent, ...] = ()


_COUPON: Final = re.compile(r"[0-9]{1,9}\${5}[A-Za-z0-9]{1,32}")
_LINK: Final = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_KEY: Final = re.compile(r"[0-9a-fA-F]{32}")
_EXPECTED: Final = frozenset(
    {Intent.SLIP, Intent.COUPON, Intent.PRE_ORDER, Intent.PRODUCT, Intent.CARD}
)
_TESTS: Final = frozenset(ScanTest)


def read_scan(raw: str, patterns: ScanPatterns) -> Scan:
    """Return what `raw` means; scanner suffixes and surrounding spaces are taken off first."""
    text = raw.strip("\r\n\t \x00")
    if not text or len(text) > LONGEST_SCAN or plain(text, limit=LONGEST_SCAN) != text:
        return Scan(plain(text, limit=LONGEST_SCAN), Intent.UNKNOWN)
    code = read_slip_code(text)
    if code is not None:
        return Scan(code, Intent.SLIP)
    meanings = tuple(_meanings(text, patterns))
    return Scan(text, meanings[0], meanings[1:]) if meanings else Scan(text, Intent.UNKNOWN)


def is_expected(text: str, patterns: ScanPatterns) -> bool:
    """Whether `text` is wholly a code whose alphabet or check digit is known here."""
    return read_scan(text, patterns).intent in _EXPECTED


def as_meaning(scan: Scan, chosen: Intent) -> Scan:
    """Return the scan with the meaning a person chose among those it can have."""
    if chosen not in scan.others:
        return scan
    others = tuple(intent for intent in (scan.intent, *scan.others) if intent is not chosen)
    return Scan(scan.text, chosen, others)


def same_code(scan: Scan) -> str:
    """Return the one spelling of a code that scanners send in several ways."""
    return barcodes_of(scan.text)[-1] if len(scan.text) == 12 and is_ean(scan.text) else scan.text


def _meanings(text: str, patterns: ScanPatterns) -> list[Intent]:
    if text in _TESTS:
        return [Intent.TEST]
    if looks_like_slip_code(text):
        return [Intent.MISREAD_SLIP]
    fits = (
        (Intent.COUPON, _COUPON.fullmatch(text) is not None),
        (Intent.WEB_LINK, _LINK.fullmatch(text) is not None),
        (Intent.PRE_ORDER, _fits(patterns.pre_order, text)),
        (Intent.PRODUCT, is_ean(text)),
        (Intent.ONE_TIME_KEY, _KEY.fullmatch(text) is not None),
        (Intent.CARD, _fits(patterns.card, text)),
    )
    return [intent for intent, fit in fits if fit]


def _fits(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.fullmatch(text) is not None


def is_ean(text: str) -> bool:
    """Whether `text` is an EAN-8, UPC-A or EAN-13 with a right check digit (GS1)."""
    if len(text) not in (8, 12, 13) or not (text.isascii() and text.isdigit()):
        return False
    digits = [int(letter) for letter in reversed(text)]
    return (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10 == 0


def barcodes_of(text: str) -> tuple[str, ...]:
    """Return the ways in which one and the same barcode is written: a UPC-A is the EAN-13 that
    begins with 0 (GS1), and scanners send either."""
    if len(text) == 12:
        return text, f"0{text}"
    return (text, text[1:]) if len(text) == 13 and text.startswith("0") else (text,)
