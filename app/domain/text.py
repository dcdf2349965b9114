"""Making text from outside harmless: customers, vendors and scanners may send anything."""

from __future__ import annotations

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u200b\u2028\u2029\ufeff\u00ad")


def plain(text: str, *, limit: int = 2000) -> str:
    """Return `text` on one line without control, direction or invisible characters.

    Line breaks and tabs become single spaces; at most `limit` characters are kept, the last one an
    ellipsis when something was cut.
    """
    return _cut(" ".join(_visible(text).split()), limit)


def plain_lines(text: str, *, limit: int = 10_000) -> str:
    """Return `text` as `plain` does, but keep line breaks (as \\n, at most two in a row)."""
    lines = [" ".join(_visible(line).split()) for line in text.splitlines()]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return _cut("\n".join(kept).strip(), limit)


def _visible(text: str) -> str:
    return "".join(_keep(letter) for letter in text)


def _keep(letter: str) -> str:
    if letter in _BIDI or letter in _INVISIBLE:
        return ""
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn"):
        return ""
    return letter


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
