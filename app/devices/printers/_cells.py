"""Measuring and breaking text in printer cells: how wide a letter prints, where a line ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"  # asks for the coloured form, which is two cells wide
_MARKS: Final = ("Mn", "Me", "Mc", "Cf")
_VIRAMAS: Final = frozenset(
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
)


def cells(text: str) -> int:
    """Return how many cells of the standard font `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(cluster) for cluster in clusters(text))


def clusters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one letter: with its marks, a joined emoji, a flag.

    A small part of Unicode's rules for text segmentation (UAX 29), as far as slips need them.
    """
    held = ""
    for letter in text:
        if held and not _joins(held, letter):
            yield held
            held = ""
        held += letter
    if held:
        yield held


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
    taken = place = 0
    for cluster in clusters(text):
        taken += _width(cluster)
        if taken > room and place > 0:
            return text[:place], text[place:]
        place += len(cluster)
    return text, ""


def _break(word: str, room: int) -> tuple[str, str]:
    head, _ = split_at(word, room)
    hyphen = head.rfind("-") + 1
    place = hyphen if hyphen > len(head) // 2 else len(head)
    return word[:place], word[place:]


def _shortened(row: str, room: int) -> str:
    return (row if cells(row) < room else split_at(row, room - 1)[0]) + "…"


def _joins(held: str, letter: str) -> bool:
    """Whether `letter` belongs to the cluster `held`."""
    if letter < "\u0300":
        return False
    if unicodedata.category(letter) in _MARKS or _is_skin_tone(letter):
        return True
    if held[-1] == _JOINER:
        return unicodedata.category(letter) == "So" or held[-2:-1] in _VIRAMAS
    if held[-1] in _VIRAMAS:
        return unicodedata.category(letter) == "Lo"
    return _is_flag_half(letter) and len(held) == 1 and _is_flag_half(held)


def _is_skin_tone(letter: str) -> bool:
    return "\U0001f3fb" <= letter <= "\U0001f3ff"


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _width(cluster: str) -> int:
    """Return the cells of one cluster: two for what is wide, else one for each letter in it."""
    if unicodedata.east_asian_width(cluster[0]) in ("W", "F"):
        return 2
    if _EMOJI_STYLE in cluster or _is_flag_half(cluster[0]) or _is_skin_tone(cluster[0]):
        return 2
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in cluster)
