"""What a scanned text means: the first meaning that fits, and what else it could have been."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scan import LONGEST_SCAN, Intent, Scan, ScanPatterns, is_ean, read_scan

ALL = ScanPatterns(
    pre_order=re.compile(r"(ORD-[0-9-]+|[0-9]{14,18})"), card=re.compile(r"[A-Za-z0-9]{6,64}")
)
NONE = ScanPatterns()
CODE = "PULT-7Q4K-20A6"
KEY = "0123456789abcdefABCDEF0123456789"


@pytest.mark.parametrize(
    ("text", "intent", "others"),
    [
        (CODE, Intent.SLIP, ()),
        (CODE.lower(), Intent.SLIP, ()),
        ("PULT-7Q4K-20A7", Intent.MISREAD_SLIP, ()),
        ("PULT-", Intent.MISREAD_SLIP, ()),
        ("PULT-TEST", Intent.TEST, ()),
        ("PULT-TEST-INVERTED\r", Intent.TEST, ()),
        ("PULT-TEST-OTHER", Intent.MISREAD_SLIP, ()),
        ("12$$$$$AbC9", Intent.COUPON, ()),
        ("https://example.org/x?y=1", Intent.WEB_LINK, ()),
        ("WWW.example.org", Intent.WEB_LINK, ()),
        ("ORD-2026-11", Intent.PRE_ORDER, ()),
        ("816910908011148", Intent.PRE_ORDER, (Intent.CARD,)),
        ("5991234567899", Intent.CARD, ()),  # no EAN: its check digit is wrong
        ("4006381333931", Intent.PRODUCT, (Intent.CARD,)),
        ("96385074", Intent.PRODUCT, (Intent.CARD,)),
        ("036000291452", Intent.PRODUCT, (Intent.CARD,)),
        (KEY, Intent.ONE_TIME_KEY, (Intent.CARD,)),
        (KEY[:-1], Intent.CARD, ()),
        ("7a49cvbg2740mnr3", Intent.CARD, ()),
        ("hello you", Intent.UNKNOWN, ()),
        ("abc", Intent.UNKNOWN, ()),
    ],
)
def test_the_first_meaning_that_fits_counts(
    text: str, intent: Intent, others: tuple[Intent, ...]
) -> None:
    scan = read_scan(text, ALL)
    assert (scan.intent, scan.others) == (intent, others)


@pytest.mark.parametrize("text", ["ORD-2026-11", "816910908011148", "7a49cvbg2740mnr3"])
def test_what_is_switched_off_has_no_meaning(text: str) -> None:
    assert read_scan(text, NONE).intent is Intent.UNKNOWN


def test_a_slip_is_known_whatever_pattern_is_in_force() -> None:
    greedy = ScanPatterns(pre_order=re.compile(".*"), card=re.compile(".*"))
    assert read_scan(CODE, greedy) == Scan(CODE, Intent.SLIP)
    assert read_scan("PULT-7Q4K-20A7", greedy).others == ()


@pytest.mark.parametrize("suffix", ["\r", "\n", "\r\n", "\t", " ", "\x00"])
def test_what_scanners_add_is_taken_off(suffix: str) -> None:
    assert read_scan(f" {CODE}{suffix}", ALL) == Scan(CODE, Intent.SLIP)


@pytest.mark.parametrize(
    "text", ["", " \r\n", f"{CODE}\x1b", "PULT-7Q4K\u202e-20A6", "a\x1dbcdefg", "A" * 513]
)
def test_garbage_is_unknown_and_shown_without_harm(text: str) -> None:
    scan = read_scan(text, ALL)
    assert scan.intent is Intent.UNKNOWN
    assert len(scan.text) <= LONGEST_SCAN
    assert not set(scan.text) & {"\x1b", "\x1d", "\u202e"}


@given(st.text(st.characters(), max_size=600))
def test_any_text_has_a_meaning(text: str) -> None:
    scan = read_scan(text, ALL)
    assert len(scan.text) <= LONGEST_SCAN
    assert scan.intent not in scan.others


@pytest.mark.parametrize("text", ["4006381333931", "96385074", "036000291452", "00000000"])
def test_right_check_digits_make_an_ean(text: str) -> None:
    assert is_ean(text)


@pytest.mark.parametrize(
    "text",
    ["4006381333932", "9638507", "963850741", "", "٤٠٠٦٣٨١٣٣٣٩٣١", "4006381 33393", "²²²²²²²²"],
)
def test_anything_else_is_no_ean(text: str) -> None:
    assert not is_ean(text)


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_of_an_ean_is_found(body: str, place: int, off: int) -> None:
    ean = next(body + last for last in "0123456789" if is_ean(body + last))
    wrong = str((int(ean[place]) + off) % 10)
    assert not is_ean(ean[:place] + wrong + ean[place + 1 :])
