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
    weighted = sum((2 * place + 3) * _ALPHABET.index(letter) for place, letter in enumerate(body))
    return _ALPHABET[weighted % len(_ALPHABET)]
