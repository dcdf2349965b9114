"""Making text from outside harmless: customers, vendors and scanners may send anything."""

from __future__ import annotations

import unicodedata

_KEPT_FORMAT = frozenset("\u200c\u200d")  # they join letters and emoji; all else of Cf is unseen
_GONE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MOST_MARKS = 4  # on one letter; more would climb over the lines around it


def plain(text: str, *, limit: int = 2000) -> str:
    """Return `text` on one line without control, direction or invisible characters.

    Line breaks and tabs become single spaces; at most `limit` characters are kept, the last one an
    ellipsis when something was cut.
    """
    return _cut(" ".join(_visible(text).split()), limit)


def no_formula(text: str) -> str:
    """Keep a spreadsheet from taking a text from outside for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def plain_lines(text: str, *, limit: int = 10_000, lines: int = 200) -> str:
    """Return `text` as `plain` does, but keep line breaks (as \\n, at most two in a row).

    From the `lines`-th line on the rest follows on that line.
    """
    cleaned = [" ".join(_visible(line).split()) for line in text.splitlines()]
    kept: list[str] = []
    for line in cleaned:
        if line or (kept and kept[-1]):
            kept.append(line)
    if len(kept) > lines:
        kept[lines - 1 :] = [" ".join(line for line in kept[lines - 1 :] if line)]
    return _cut("\n".join(kept).strip(), limit)


def folded(text: str) -> str:
    """Return `text` in one case, without accents, its white space as single spaces."""
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(text.casefold().split())


def _visible(text: str) -> str:
    shown: list[str] = []
    marks = 0
    for letter in text:
        if letter.isspace():
            shown.append(" ")
            continue
        category = unicodedata.category(letter)
        if category in _GONE and letter not in _KEPT_FORMAT:
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            shown.append(letter)
    return "".join(shown)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
