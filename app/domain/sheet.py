"""What is printed beside slips: to measure a printer, learn its letters, tell it apart; figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class ProvenPage:
    """A code page and the number (ESC t) under which a printer has been seen to print it."""

    page: str
    number: int


PLAIN_LETTERS: Final = ProvenPage("ASCII", 0)
"""Staff found no line of a proof sheet right: every other letter is printed as a picture."""


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One numbered line of a proof sheet: `sample` printed in one candidate page."""

    number: int
    page: ProvenPage
    sample: str


class SheetKind(StrEnum):
    """What a sheet is for."""

    RULER = "ruler"  # shows how many letters one line takes
    PROOF = "proof"  # shows which code pages hold which letters
    NUMBER = "number"  # shows which printer this is
    TEST = "test"  # a sample slip, to see whether it comes out
    BOOKS = "books"  # what a day or a shift came to


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of figures; with neither text it is a rule across the paper."""

    left: str = ""
    right: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; `head` and `notes` are final and in the till's language.

    `lines` belong to a proof sheet, `number` (large) to a number sheet, `rows` to figures.
    """

    kind: SheetKind
    head: str
    notes: tuple[str, ...] = ()
    number: str = ""
    lines: tuple[ProofLine, ...] = ()
    rows: tuple[SheetRow, ...] = ()
