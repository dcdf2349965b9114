"""Which keys stand where on the on-screen keyboard; pure data, a page has four rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Act(Enum):
    """What a key does that writes no letter."""

    SHIFT = "shift"
    BACKSPACE = "backspace"
    LETTERS = "letters"
    SIGNS = "signs"
    ACCENTS = "accents"
    HIDE = "hide"
    ENTER = "enter"


class PageName(Enum):
    """The pages of the keyboard."""

    LETTERS = "letters"
    SIGNS = "signs"
    ACCENTS = "accents"


@dataclass(frozen=True, slots=True)
class KeySpec:
    """One key: what it writes or does, and how many letters it is wide."""

    writes: str = ""
    act: Act | None = None
    units: float = 1.0


Row = tuple[KeySpec, ...]

_LETTERS: Final[Mapping[str, tuple[str, str, str]]] = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm'"),
    "hu": ("qwertzuiopőú", "asdfghjkléáű", "íyxcvbnmöüó"),
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnmáéíóúü"),
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
}
_SIGNS: Final = ("1234567890", "@#&%+=/\\()[]", "!?'\":;*_€$£")
_ACCENTS: Final = ("áàâäãåæçčéèê", "ëíîïñóöôőõøœ", "ßšłúüűùûýžğ")
_LEAST_UNITS: Final = 12.0
_WIDE: Final = 1.5
_CAPITALS: Final = {"ß": "ẞ"}  # Python would make two letters of it


def pages_of(language: str) -> Mapping[PageName, tuple[Row, ...]]:
    """Return the rows of each page for a language of the till."""
    letters = _LETTERS.get(language, _LETTERS["en"])
    return {
        PageName.LETTERS: _page(letters, (Act.SIGNS, Act.ACCENTS)),
        PageName.SIGNS: _page(_SIGNS, (Act.LETTERS, Act.ACCENTS), has_shift=False),
        PageName.ACCENTS: _page(_ACCENTS, (Act.LETTERS, Act.SIGNS)),
    }


def units_of(rows: tuple[Row, ...]) -> float:
    """Return how many letters the widest row is wide."""
    return max(sum(key.units for key in row) for row in rows)


def capital(letter: str) -> str:
    """Return the capital of a letter, which is one letter too."""
    return _CAPITALS.get(letter, letter.upper())


def _page(
    letters: tuple[str, str, str], ways: tuple[Act, Act], *, has_shift: bool = True
) -> tuple[Row, ...]:
    above: list[Row] = [tuple(KeySpec(letter) for letter in row) for row in letters]
    shift = (KeySpec(act=Act.SHIFT, units=_WIDE),) if has_shift else ()
    above[2] = (*shift, *above[2], KeySpec(act=Act.BACKSPACE, units=_WIDE))
    wide = max(_LEAST_UNITS, units_of(tuple(above)))
    left = (*(KeySpec(act=way, units=_WIDE) for way in ways), KeySpec("-"))
    right: Row = (KeySpec(","), KeySpec("."), KeySpec(act=Act.ENTER, units=2.0))
    right += (KeySpec(act=Act.HIDE, units=_WIDE),)
    taken = sum(key.units for key in (*left, *right))
    return (*above, (*left, KeySpec(" ", units=wide - taken), *right))
