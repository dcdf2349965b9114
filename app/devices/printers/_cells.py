"""Measuring and breaking text in printer cells: how wide a letter prints, where a line ends."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """Return how many cells of the standard font `text` takes."""
    return sum(_width(letter) for letter in text)


def wrap(text: str, room: int, *, rows: int) -> list[str]:
    """Break `text` between words into at most `rows` rows of at most `room` cells.

    A word longer than a row is broken after a hyphen, else where the row ends. Where text had to
    be left out the last row ends with "…".
    """
    words = [word for word in text.split(" ") if word]
    done: list[str] = []
    row = ""
    while words and len(done) <= rows:
        word = words.pop(0)
        joined = f"{row} {word}" if row else word
        if cells(joined) <= room:
            row = joined
        elif row:
            done.append(row)
            row = ""
            words.insert(0, word)
        else:
            head, tail = _break(word, room)
            done.append(head)
            words.insert(0, tail)
    done.extend([row] if row else [])
    return done if len(done) <= rows else [*done[: rows - 1], _shortened(done[rows - 1], room)]


def split_at(text: str, room: int) -> tuple[str, str]:
    """Split `text` into what fits `room` cells (at least one letter) and the rest."""
    taken = 0
    for place, letter in enumerate(text):
        taken += _width(letter)
        if taken > room and place > 0:
            return text[:place], text[place:]
    return text, ""


def _break(word: str, room: int) -> tuple[str, str]:
    head, _ = split_at(word, room)
    hyphen = head.rfind("-") + 1
    place = hyphen if hyphen > len(head) // 2 else len(head)
    return word[:place], word[place:]


def _shortened(row: str, room: int) -> str:
    return (row if cells(row) < room else split_at(row, room - 1)[0]) + "…"


def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
