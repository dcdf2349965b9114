"""Choosing a printer's code pages ourselves: one for the slip, another only for a whole row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from app.domain.sheet import PLAIN_LETTERS, ProvenPage

# Left-to-right alphabets of single bytes only: what these printers do with right-to-left,
# combining or double-byte letters differs from model to model, so such rows become pictures.
_CODECS: Final = {
    "CP858": "cp858",
    "CP852": "cp852",
    "CP1252": "cp1252",
    "CP1250": "cp1250",
    "CP850": "cp850",
    "CP437": "cp437",
    "ISO_8859-15": "iso8859-15",
    "ISO_8859-2": "iso8859-2",
    "CP865": "cp865",
    "CP860": "cp860",
    "CP863": "cp863",
    "CP857": "cp857",
    "CP1254": "cp1254",
    "CP775": "cp775",
    "CP1257": "cp1257",
    "CP861": "cp861",
    "CP737": "cp737",
    "CP1253": "cp1253",
    "ISO_8859-7": "iso8859-7",
    "CP869": "cp869",
    "CP866": "cp866",
    "CP1251": "cp1251",
    "CP855": "cp855",
}
# Signs that mean the same in plain letters: setting them otherwise mutilates nothing.
_LOOK_ALIKES: Final = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2015": "-",
        "\u2212": "-",
        "\u00d7": "x",
        "\u2022": "*",
        "\u2026": "...",
    }
)


@dataclass(frozen=True, slots=True)
class CodePage:
    """One page of a printer: its name, its number for ESC t, and the bytes of its letters."""

    name: str
    number: int
    letters: Mapping[str, int]

    @property
    def start(self) -> bytes:
        """The bytes that turn a printer to this page."""
        return b"\x1bt" + bytes((self.number,))

    def encode(self, text: str) -> bytes | None:
        """Return the bytes of `text`, or None when one letter is not on this page."""
        codes = [self._code(letter) for letter in text]
        return bytes(code for code in codes if code is not None) if None not in codes else None

    def _code(self, letter: str) -> int | None:
        return ord(letter) if " " <= letter <= "~" else self.letters.get(letter)


_ASCII: Final = CodePage(PLAIN_LETTERS.page, PLAIN_LETTERS.number, {})


def pages_of(
    numbers: Mapping[str, int], only: str = "", proven: Sequence[ProvenPage] = ()
) -> list[CodePage]:
    """Return the pages to use, best first: those of a profile's `numbers` by page name.

    `only` names the one page that a shop has chosen; an unknown one leaves plain ASCII on the
    printer's first page, so that nothing is set in letters nobody promised. Else `proven` are the
    pages that this printer was seen to print, best first, and no other is used.
    """
    if only:
        name = _spelled(only)
        seen = {each.page: each.number for each in reversed(proven)}
        chosen = page_at(name, seen.get(name, numbers.get(name, -1)))
        return [chosen or _ASCII]
    if proven:
        at = [page_at(each.page, each.number) for each in proven]
        first: dict[str, CodePage] = {}
        for page in at:
            if page is not None:
                first.setdefault(page.name, page)
        return list(first.values()) or [_ASCII]
    pages = [page_at(name, numbers.get(name, -1)) for name in _CODECS]
    return [page for page in pages if page is not None] or [_ASCII]


def page_at(name: str, number: int) -> CodePage | None:
    """Return the page of this name under this number; None for one nobody can print with."""
    if name not in _CODECS or not 0 <= number <= 255:
        return None
    return CodePage(name, number, _letters(_CODECS[name]))


def best_page(texts: Iterable[str], pages: Sequence[CodePage]) -> CodePage:
    """Return the page that holds the most of `texts`; of equal ones the first."""
    hard = [text for text in texts if not text.isascii()]
    return max(pages, key=lambda page: sum(page.encode(plainer(text)) is not None for text in hard))


def plainer(text: str) -> str:
    """Return `text` with typographic signs in plain letters and without format characters."""
    kept = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return kept.translate(_LOOK_ALIKES)


def _spelled(name: str) -> str:
    """Return the profile's spelling of a page, so that "cp852" and "852" are found too."""
    wanted = name.strip().upper().replace("-", "_").replace(" ", "")
    for known in _CODECS:
        if wanted in (known.replace("-", "_"), known.removeprefix("CP")):
            return known
    return name


@cache
def _letters(codec: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for code in range(0x80, 0x100):
        letter = bytes([code]).decode(codec, errors="ignore")
        if letter and unicodedata.category(letter) not in ("Cc", "Co", "Cn"):
            found.setdefault(letter, code)
    return found
