"""What a scanner meant that types under another layout than its own."""

from __future__ import annotations

import pytest

from app.domain.keyboard_layouts import LAYOUTS, Healed, Level, TypedKey, heal, letter_of, readings
from app.domain.scan import ScanPatterns, is_expected
from app.domain.slip_code import new_slip_code

SHOWN = "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def expects(text: str) -> bool:
    return is_expected(text, ScanPatterns())


def typed_on(here: str, text: str, *, placed: bool) -> list[TypedKey]:
    """Give what a scanner set to US types on a computer with another layout."""
    keys = []
    for letter in text:
        place, level = next(
            (place, level)
            for place in range(1, 89)
            for level in Level
            if letter_of("us", place, level) == letter
        )
        keys.append(TypedKey(letter_of(here, place, level), place if placed else 0, level))
    return keys


@pytest.mark.parametrize("here", [name for name in LAYOUTS if name != "us"])
@pytest.mark.parametrize("placed", [True, False])
def test_slip_codes_and_barcodes_are_healed(here: str, placed: bool) -> None:
    places = iter("ZY0QWAM4")
    for text in (new_slip_code(lambda _letters: next(places)), "5998700123455"):
        keys = typed_on(here, text, placed=placed)
        healed = heal(keys, expects)
        assert healed.text == text
        if any(key.text != letter for key, letter in zip(keys, text, strict=True)):
            assert healed.layout.startswith("us on ")


def test_nothing_is_healed_without_proof() -> None:
    keys = [TypedKey(letter) for letter in "ö12ü"]
    assert heal(keys, expects) == Healed("ö12ü")


def test_readings_that_do_not_agree_heal_nothing() -> None:
    keys = [TypedKey(letter) for letter in "az"]
    several = set(readings(keys).values())
    assert len(several) > 1
    assert heal(keys, lambda text: text in several and text != "az").text == "az"


def test_a_layout_proved_earlier_comes_before_what_was_typed() -> None:
    keys = [TypedKey(letter) for letter in "zebra77"]
    healed = heal(keys, str.isalnum, proven="us on hu")
    assert healed == Healed("yebra77", "us on hu")
    assert heal(keys, str.isalnum) == Healed("zebra77")


def test_a_letter_made_by_a_dead_key_is_two_keys() -> None:
    assert readings([TypedKey("á")])["es"] == "'a"
