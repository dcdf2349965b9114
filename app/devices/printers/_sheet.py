"""Sheet → rows of paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.devices.printers._cells import cells, wrap
from app.devices.printers._layout import BIGGEST
from app.devices.printers._rows import Align, CutRow, FeedRow, Row, RuleRow, TextRow
from app.domain.sheet import ProofLine, Sheet, SheetKind, SheetRow
from app.domain.text import plain

RULED: Final = (32, 35, 40, 42, 44, 48, 56, 64)
"""The letters a line takes on usual printers, narrow and wide paper, small and large fonts."""


def lay_out_sheet(sheet: Sheet, width: int) -> list[Row]:
    """Return the rows of `sheet` on paper that holds `width` letters a line."""
    return [
        *(TextRow(row, bold=True) for row in wrap(plain(sheet.head), width, rows=3)),
        *(TextRow(row) for note in sheet.notes for row in wrap(plain(note), width, rows=4)),
        FeedRow(12) if sheet.kind is SheetKind.RULER else RuleRow("-"),
        *_body(sheet, width),
        FeedRow(12),
        CutRow(),
    ]


def _body(sheet: Sheet, width: int) -> Iterator[Row]:
    if sheet.kind is SheetKind.RULER:
        yield from (TextRow(_ruler_line(letters)) for letters in RULED)
    elif sheet.kind is SheetKind.NUMBER:
        size = max(1, min(BIGGEST, width // max(1, len(sheet.number))))
        yield TextRow(sheet.number, wide=size, tall=size, bold=True, align=Align.CENTER)
    elif sheet.kind is SheetKind.BOOKS:
        yield from (row for line in sheet.rows for row in _figures(line, width))
    else:
        yield from (row for line in sheet.lines for row in _candidate(line, width))


def _figures(line: SheetRow, width: int) -> Iterator[Row]:
    """Yield one row of figures; a long name wraps, and its figure stands on its last row or below
    it."""
    left, right = plain(line.left), plain(line.right)
    if not left and not right:
        yield RuleRow("-")
        return
    names = wrap(left, width, rows=4) or [""]
    for name in names[:-1]:
        yield TextRow(name, bold=line.bold)
    if cells(names[-1]) + 1 + cells(right) <= width:
        yield TextRow(names[-1], right=right, bold=line.bold)
        return
    yield TextRow(names[-1], bold=line.bold)
    yield TextRow("", right=right, bold=line.bold)


def _ruler_line(letters: int) -> str:
    """Return a line of so many letters that ends in their number: `1234…<42`."""
    end = f"<{letters}"
    return "".join(str(place % 10) for place in range(1, letters + 1 - len(end))) + end


def _candidate(line: ProofLine, width: int) -> Iterator[Row]:
    """Yield the sample after its number; where it does not fit, on rows of its own below it."""
    number = f"{line.number:>2}  "
    for place, text in enumerate(wrap(line.sample, width - len(number), rows=3)):
        yield TextRow((number if place == 0 else " " * len(number)) + text, only=line.page)
