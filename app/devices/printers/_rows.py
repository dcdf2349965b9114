"""Rows of paper: what the layout hands to whatever prints or draws them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.devices.printers._cells import cells
from app.domain.sheet import ProvenPage

LINE_DOTS: Final = 30  # the standard line spacing of a printer after ESC @
LOGO_DOTS: Final = 240  # the tallest logo, 30 mm
LOGO_GAP: Final = 12  # white paper below it
LETTER_DOTS: Final = 24  # the height of its standard font


class Align(StrEnum):
    """Where a row stands between the margins."""

    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row of letters: `left` after `indent` cells, `right` at the right edge."""

    left: str
    right: str = ""
    indent: int = 0
    wide: int = 1
    tall: int = 1
    bold: bool = False
    inverse: bool = False
    align: Align = Align.LEFT
    loose: bool = False  # both ends may stand on rows of their own
    only: ProvenPage | None = None  # a candidate of a proof sheet: in this page or not at all

    @property
    def dots(self) -> int:
        """The height this row takes on paper."""
        return max(LINE_DOTS, LETTER_DOTS * self.tall)

    def room(self, width: int) -> int:
        """Return how many of its letters fit on paper `width` cells wide."""
        return width // self.wide

    def composed(self, width: int) -> str:
        """Return the row with its blanks, as long as the paper is wide where that matters."""
        room = self.room(width)
        if self.align is Align.CENTER and not self.inverse:
            return self.left
        if self.align is Align.CENTER:
            before = (room - cells(self.left)) // 2
            return " " * before + self.left + " " * (room - before - cells(self.left))
        start = " " * self.indent + self.left
        if not self.right and not self.inverse:
            return start
        return start + " " * (room - cells(start) - cells(self.right)) + self.right


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row filled with one sign."""

    sign: str

    @property
    def dots(self) -> int:
        """The height this row takes on paper."""
        return LINE_DOTS


@dataclass(frozen=True, slots=True)
class QrRow:
    """A QR code in the middle; `module` is the dots of one of its squares."""

    content: str
    module: int


@dataclass(frozen=True, slots=True)
class LogoRow:
    """The shop's picture in the middle, with white paper below it; nothing when it is lost."""

    path: str


@dataclass(frozen=True, slots=True)
class FeedRow:
    """White paper, `dots` high."""

    dots: int


@dataclass(frozen=True, slots=True)
class CutRow:
    """The end of the slip."""


Row = TextRow | RuleRow | QrRow | LogoRow | FeedRow | CutRow
