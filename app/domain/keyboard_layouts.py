"""Keyboard layouts by physical key, and reading right what was typed under the wrong one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Level(IntEnum):
    """Which of a key's letters is meant."""

    PLAIN = 0
    SHIFT = 1
    ALTGR = 2


@dataclass(frozen=True, slots=True)
class TypedKey:
    """What one key typed, and which key it was: its scan code of set 1, 0 where nobody knows.

    A dead key types its own accent, such as ´.
    """

    text: str
    position: int = 0
    level: Level = Level.PLAIN


@dataclass(frozen=True, slots=True)
class Healed:
    """The text as the scanner meant it; `layout` says what was healed ("us on hu"), or is ""."""

    text: str
    layout: str = ""


# Scan codes of set 1, which evdev uses too: the four rows of letters from the left.
_ROWS: Final = (
    (41, *range(2, 14)),
    tuple(range(16, 28)),
    (*range(30, 41), 43),
    (86, *range(44, 54)),
)
# Each row plain, shifted and with AltGr, as Windows has them; a blank where a key has no letter.
_LETTERS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "us": (
        ("`1234567890-=", "~!@#$%^&*()_+", ""),
        ("qwertyuiop[]", "QWERTYUIOP{}", ""),
        ("asdfghjkl;'\\", 'ASDFGHJKL:"|', ""),
        ("\\zxcvbnm,./", "|ZXCVBNM<>?", ""),
    ),
    "hu": (
        ("0123456789öüó", "§'\"+!%/=()ÖÜÓ", " ~ˇ^˘°˛`˙´˝¨¸"),
        ("qwertzuiopőú", "QWERTZUIOPŐÚ", "\\|Ä   €Í  ÷×"),
        ("asdfghjkléáű", "ASDFGHJKLÉÁŰ", "äđĐ[] íłŁ$ß¤"),
        ("íyxcvbnm,.-", "ÍYXCVBNM?:_", "<>#&@{}<;>*"),
    ),
    "de": (
        ("^1234567890ß´", '°!"§$%&/()=?`', "  ²³   {[]}\\ "),
        ("qwertzuiopü+", "QWERTZUIOPÜ*", "@ €        ~"),
        ("asdfghjklöä#", "ASDFGHJKLÖÄ'", ""),
        ("<yxcvbnm,.-", ">YXCVBNM;:_", "|      µ   "),
    ),
    "es": (
        ("º1234567890'¡", 'ª!"·$%&/()=?¿', "\\|@#~€¬      "),
        ("qwertyuiop`+", "QWERTYUIOP^*", "  €       []"),
        ("asdfghjklñ´ç", "ASDFGHJKLÑ¨Ç", "          {}"),
        ("<zxcvbnm,.-", ">ZXCVBNM;:_", ""),
    ),
    "fr": (
        ("²&é\"'(-è_çà)=", " 1234567890°+", "  ~#{[|`\\^@]}"),
        ("azertyuiop^$", "AZERTYUIOP¨£", "  €        ¤"),
        ("qsdfghjklmù*", "QSDFGHJKLM%µ", ""),
        ("<wxcvbn,;:!", ">WXCVBN?./§", ""),
    ),
}
_SPACE: Final = 57
_ACCENTS: Final[Mapping[str, str]] = {
    "\u0300": "`",
    "\u0301": "´",
    "\u0302": "^",
    "\u0303": "~",
    "\u0308": "¨",
}
"""What a dead key types, by the mark it puts over the letter that follows."""


def _by_key(layout: str) -> dict[tuple[int, Level], str]:
    keys = {(_SPACE, level): " " for level in Level}
    for positions, letters in zip(_ROWS, _LETTERS[layout], strict=True):
        for level, row in zip(Level, letters, strict=True):
            for position, letter in zip(positions, row, strict=False):
                if letter != " ":
                    keys[position, level] = letter
    return keys


_KEYS: Final = {layout: _by_key(layout) for layout in _LETTERS}
# A letter that lies on two keys is taken for the first: plain before shifted, from the left.
_PLACES: Final = {
    layout: {
        letter: key for key, letter in reversed(sorted(keys.items(), key=lambda item: item[0][1]))
    }
    for layout, keys in _KEYS.items()
}
LAYOUTS: Final = tuple(_LETTERS)


def letter_of(layout: str, position: int, level: Level) -> str:
    """Return what a key types under a layout, "" for nothing."""
    return _KEYS[layout].get((position, level), "")


def readings(typed: Sequence[TypedKey], scanner: str = "us") -> dict[str, str]:
    """Return what a scanner of that layout may have meant, by the layout of this computer.

    Keys whose place is known count by their place, whatever they typed here.
    """
    found = {}
    for here in LAYOUTS:
        if here != scanner:
            text = _read(typed, here, scanner)
            if text is not None:
                found[here] = text
    return found


def heal(
    typed: Sequence[TypedKey],
    expects: Callable[[str], bool],
    *,
    scanner: str = "us",
    proven: str = "",
) -> Healed:
    """Return what was meant: another reading only where the expected alphabet proves it.

    `expects` says whether a text is a code that is known here. The typed text stays when it is one,
    when no reading is, or when the readings that are do not agree. `proven` is a healing that was
    proved earlier; its reading, where it is expected, comes before the typed text.
    """
    text = "".join(key.text for key in typed)
    possible = readings(typed, scanner)
    _, _, before = proven.partition(" on ")
    if before in possible and possible[before] != text and expects(possible[before]):
        return Healed(possible[before], proven)
    if expects(text):
        return Healed(text)
    fitting = {here: one for here, one in possible.items() if one != text and expects(one)}
    if len(set(fitting.values())) != 1:
        return Healed(text)
    here = _layout_here(typed, fitting)
    return Healed(fitting[here], f"{scanner} on {here}")


def _layout_here(typed: Sequence[TypedKey], among: Iterable[str]) -> str:
    """Return the layout whose keys typed most of this at the places that are known."""

    def agreeing(layout: str) -> int:
        return sum(letter_of(layout, key.position, key.level) == key.text for key in typed)

    return max(among, key=agreeing)


def _read(typed: Sequence[TypedKey], here: str, scanner: str) -> str | None:
    read = []
    for key in typed:
        known = letter_of(scanner, key.position, key.level) if key.position else ""
        if known:
            read.append(known)
            continue
        for letter in _pressed(key.text, here):
            place = _PLACES[here].get(letter)
            if place is None and not letter.isspace():
                return None
            read.append(letter if place is None else letter_of(scanner, *place) or letter)
    return "".join(read)


def _pressed(text: str, here: str) -> str:
    """Return the keys that were pressed for a text: an é without a key of its own is ´ and e."""
    pressed = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        if letter not in _PLACES[here] and len(parts) == 2 and parts[1] in _ACCENTS:
            pressed.append(_ACCENTS[parts[1]] + parts[0])
        else:
            pressed.append(letter)
    return "".join(pressed)
