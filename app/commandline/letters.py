"""What `pult check` finds about letters that slips need and no font of this computer has."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from typing import Final

from app.commandline import advice
from app.commandline.finding import Finding, Light
from app.devices.printers import letters_without_font

_EAST_ASIAN: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
_SCRIPTS: Final = {
    "Arabic": "\N{ARABIC LETTER BEH}",
    "Chinese and Japanese": "日",
    "emoji": "😀",
    "Hebrew": "\N{HEBREW LETTER ALEF}",
    "Hindi": "क",
    "Korean": "한",
    "Thai": "ก",
}
"""A letter of what customers may be called in or write."""


def letters(texts: Iterable[str]) -> Finding:
    """Find whether slips can show `texts`, which are the shop's own, and what customers may write.

    Printers have few letters of their own; all others are drawn with this computer's fonts.
    """
    missing = letters_without_font(texts)
    if missing:
        shown = " ".join(missing[:10])
        said = f"no font has {shown}: they are printed as ?"
        return Finding("letters", "-", Light.AMBER, "missing", said, _remedy(missing))
    strange = {name: one for name, one in _SCRIPTS.items() if letters_without_font([one])}
    if strange:
        said = f"what customers write in {', '.join(strange)} is printed as ?"
        todo = _remedy(strange.values())
        return Finding("letters", "-", Light.GREEN, "the shop's own", f"{said} without: {todo}")
    return Finding("letters", "-", Light.GREEN, "all there")


def _remedy(missing: Iterable[str]) -> str:
    if sys.platform != "linux":
        return advice.FONTS
    return "sudo apt install " + " ".join(sorted({_package(letter) for letter in missing}))


def _package(letter: str) -> str:
    """Return the package of Debian and Ubuntu whose fonts have the letter."""
    if unicodedata.name(letter, "").startswith(_EAST_ASIAN):
        return "fonts-noto-cjk"
    is_emoji = ord(letter) >= 0x1F000 and unicodedata.category(letter) == "So"
    return "fonts-noto-color-emoji" if is_emoji else "fonts-noto-core"
