"""Order numbers as they are spoken, so that they are understood across a room."""

from __future__ import annotations

import re
from typing import Final

_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_AS_ONE: Final = 3  # digits that are said as one number
_BREATH: Final = 3  # digits said one by one between two pauses


def spelled(number: str) -> str:
    """Return `number` as a voice should say it: "A-42" as "A 42", "ORD-1184" as "O R D, 1 1 8 4".

    Letters are spelt. Up to three digits are one number, unless they begin with a nought; more are
    said one by one with a pause after every third. Dashes and other marks are left out.
    """
    said = ""
    for part in _PARTS.findall(number):
        letters = not part.isdigit()
        words = " ".join(part.upper()) if letters else _digits(part)
        pause = " " if len(said) == 1 else ", "  # "A 42" is one breath
        said = f"{said}{pause}{words}" if said else words
    return said


def _digits(digits: str) -> str:
    if len(digits) <= _AS_ONE and not (len(digits) > 1 and digits.startswith("0")):
        return digits
    groups = (digits[at : at + _BREATH] for at in range(0, len(digits), _BREATH))
    if len(digits) == _BREATH + 1:
        return " ".join(digits)
    return ", ".join(" ".join(group) for group in groups)
