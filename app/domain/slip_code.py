"""The code on a slip: one order has one for ever, and no other pattern can be taken for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

PREFIX: Final = "PULT-"
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_SHAPE: Final = re.compile(rf"{PREFIX}([{_ALPHABET}]{{4}})-?([{_ALPHABET}]{{4}})")


def new_slip_code(choose: Callable[[str], str]) -> str:
    """Return a fresh code such as ``PULT-7Q4K-20A6``; `choose` picks one letter of a string."""
    body = "".join(choose(_ALPHABET) for _ in range(7))
    body += _check_letter(body)
    return f"{PREFIX}{body[:4]}-{body[4:]}"


def read_slip_code(text: str) -> str | None:
    """Return the code in its one spelling when `text` is a slip's code read without fault."""
    if not text.isascii():  # some letters become A to Z only by being made large
        return None
    found = _SHAPE.fullmatch(text.strip().upper())
    if found is None:
        return None
    body = found[1] + found[2]
    if _check_letter(body[:7]) != body[7]:
        return None
    return f"{PREFIX}{found[1]}-{found[2]}"


def looks_like_slip_code(text: str) -> bool:
    """Whether `text` begins as our slips do, misread or not."""
    return text.strip().upper().startswith(PREFIX)


def short_slip_code(code: str) -> str:
    """Return the part people read out: ``7Q4K-20A6``."""
    return code.removeprefix(PREFIX)


def _check_letter(body: str) -> str:
    """Return the letter that makes the code a multiple of x + 2 over GF(32).

    Each place weighs a different power of 2, so one wrong letter is always found, and so are two
    letters that have changed places.
    """
    check = 0
    for letter in body:
        check = _doubled(check ^ _ALPHABET.index(letter))
    return _ALPHABET[check]


def _doubled(element: int) -> int:
    """Multiply by 2 in GF(32), whose polynomial is x^5 + x^3 + x^2 + x + 1."""
    return element << 1 if element < 16 else (element << 1) ^ 0b101111
