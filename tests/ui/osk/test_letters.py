"""Which keys stand where, in every language of the till; and what counts as a keyboard."""

from __future__ import annotations

import pytest

from app.ui.osk.letters import Act, KeySpec, PageName, capital, pages_of, units_of
from app.ui.osk.physical import keyboards_in

LANGUAGES = ("en", "hu", "es", "de")
OWN = {"en": "", "hu": "áéíóöőúüű", "es": "ñáéíóúü", "de": "äöüß"}


def letters(rows: tuple[tuple[KeySpec, ...], ...]) -> list[str]:
    return [key.writes for row in rows for key in row if key.writes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_letters_at_hand_and_none_twice(language: str) -> None:
    pages = pages_of(language)
    found = letters(pages[PageName.LETTERS])
    assert set("abcdefghijklmnopqrstuvwxyz" + OWN[language] + " .,-") <= set(found)
    for rows in pages.values():
        assert len(letters(rows)) == len(set(letters(rows)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_all_languages_is_reached_in_each(language: str) -> None:
    pages = pages_of(language)
    found = {letter for rows in pages.values() for letter in letters(rows)}
    assert set("".join(OWN.values())) <= found
    assert set("0123456789@_€?!:/+") <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_enter_backspace_hide_and_a_way_on(language: str) -> None:
    for name, rows in pages_of(language).items():
        acts = [key.act for row in rows for key in row if key.act is not None]
        assert {Act.ENTER, Act.BACKSPACE, Act.HIDE} <= set(acts)
        assert len(acts) == len(set(acts))
        assert (Act.SHIFT in acts) is (name is not PageName.SIGNS)
        assert len(rows) == 4
        assert all(key.units >= 1 for row in rows for key in row)
        assert sum(key.units for key in rows[3]) == units_of(rows)


def test_the_letters_lie_as_on_the_languages_own_keyboard() -> None:
    assert "".join(letters(pages_of("hu")[PageName.LETTERS]))[:6] == "qwertz"
    assert "".join(letters(pages_of("de")[PageName.LETTERS]))[:6] == "qwertz"
    assert "".join(letters(pages_of("en")[PageName.LETTERS]))[:6] == "qwerty"
    assert "".join(letters(pages_of("es")[PageName.LETTERS]))[:6] == "qwerty"


def test_a_capital_is_one_letter() -> None:
    assert [capital(letter) for letter in "aőñßğ"] == ["A", "Ő", "Ñ", "ẞ", "Ğ"]


KEYBOARD = """I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="{name}"
H: Handlers=sysrq kbd event0 leds
B: EV=120013
B: KEY={keys}
"""
ALL_KEYS = "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe"
POWER_BUTTON = "10000000000000 0"


def test_a_keyboard_is_what_has_letters_and_is_no_scanner() -> None:
    def listed(*devices: tuple[str, str]) -> str:
        return "\n".join(KEYBOARD.format(name=name, keys=keys) for name, keys in devices)

    assert keyboards_in(listed(("AT Translated Set 2 keyboard", ALL_KEYS))) is True
    assert keyboards_in(listed(("Power Button", POWER_BUTTON))) is False
    assert keyboards_in(listed(("USB Barcode Scanner", ALL_KEYS))) is False
    both = (("Honeywell Scanner", ALL_KEYS), ("Logitech K120", ALL_KEYS))
    assert keyboards_in(listed(*both)) is True


def test_a_machine_that_does_not_tell_has_perhaps_a_keyboard() -> None:
    assert keyboards_in("") is None
