"""Slip → rows of paper: the one layout that the bytes for a printer and the picture share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.devices.printers._cells import cells, wrap
from app.devices.printers._rows import (
    Align,
    CutRow,
    FeedRow,
    LogoRow,
    QrRow,
    Row,
    RuleRow,
    TextRow,
)
from app.domain.slip import LineKind, Slip, SlipLine
from app.domain.text import plain, plain_lines

BIGGEST: Final = 8
COMMENT_ROWS: Final = 40
TEXT_ROWS: Final = 8  # of any one name, note or fact
HEAD_ROWS: Final = 3  # of shop, headline and customer
_LEFT_OUT: Final = "…"
_PLUS: Final = "+ "  # before what was added to a line's product
_NARROWEST: Final = 12  # a column of names is never narrower, prices or not
_NARROW: Final = 18  # from here on a name goes on below its price rather than beside the column


def lay_out(slip: Slip, width: int) -> list[Row]:
    """Return the rows of `slip` on paper that holds `width` letters a line.

    Every text is made harmless and composed (NFC) here, so what renders the rows may trust them.
    """
    return [
        *_bar(slip, width),
        *_head(slip, width),
        *_body(slip, width),
        *_to_pay(slip, width),
        *_remarks(slip, width),
        *_code(slip, width),
        FeedRow(12),
        *(row for text in slip.bottom for row in _centered(text, width, rows=HEAD_ROWS)),
        *_centered(slip.footer, width, rows=HEAD_ROWS),
        CutRow(),
    ]


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text))


def _bar(slip: Slip, width: int) -> Iterator[Row]:
    for row in wrap(_clean(slip.bar), width - 2, rows=HEAD_ROWS):
        yield TextRow(row, inverse=True, bold=True, align=Align.CENTER)
    if slip.bar:
        yield FeedRow(12)


def _centered(text: str, width: int, *, rows: int, size: int = 1) -> Iterator[Row]:
    for row in wrap(_clean(text), width // size, rows=rows):
        yield TextRow(row, wide=size, tall=size, align=Align.CENTER)


def _head(slip: Slip, width: int) -> Iterator[Row]:
    if slip.logo:
        yield LogoRow(slip.logo)
    yield from _centered(slip.shop, width, rows=HEAD_ROWS)
    for text in slip.top:
        yield from _centered(text, width, rows=HEAD_ROWS)
    yield FeedRow(12)
    yield from _number(_clean(slip.number), width)
    yield from _number_of(_clean(slip.number_of), width)
    yield FeedRow(12)
    yield from _vendor_number(_clean(slip.vendor_number), width)
    yield from _centered(slip.headline, width, rows=HEAD_ROWS, size=2)
    if slip.headline:
        yield FeedRow(8)
    yield from _apart(TextRow(_clean(slip.vendor), _clean(slip.moment), loose=True), width)
    yield from (TextRow(row) for row in wrap(_clean(slip.who), width, rows=HEAD_ROWS))


def _number(number: str, width: int) -> Iterator[Row]:
    size = max(1, min(BIGGEST, width // max(1, cells(number))))
    tall = min(BIGGEST, 2 * size)  # long numbers get narrow rather than small: 24 mm at best
    for row in wrap(number, width // size, rows=HEAD_ROWS):
        yield TextRow(row, wide=size, tall=tall, bold=True, align=Align.CENTER)


def _number_of(vendor: str, width: int) -> Iterator[Row]:
    if vendor:
        yield FeedRow(12)
    for row in wrap(vendor, width // 2 - 2, rows=HEAD_ROWS):
        yield TextRow(row, wide=2, tall=2, bold=True, inverse=True, align=Align.CENTER)


def _vendor_number(number: str, width: int) -> Iterator[Row]:
    size = 2 if cells(number) * 2 <= width else 1
    for row in wrap(number, width // size, rows=HEAD_ROWS):
        yield TextRow(row, wide=size, tall=2, bold=True, align=Align.CENTER)


def _apart(row: TextRow, width: int) -> Iterator[Row]:
    """Yield `row`, or its two ends on rows of their own where they do not fit beside each other."""
    room = row.room(width) - row.indent
    if cells(row.left) + (1 + cells(row.right) if row.right else 0) <= room:
        yield row
        return
    for text in wrap(row.left, room, rows=TEXT_ROWS):
        yield replace(row, left=text, right="")
    for text in wrap(row.right, room, rows=TEXT_ROWS):
        yield replace(row, left="", right=text)


def _body(slip: Slip, width: int) -> Iterator[Row]:
    if not slip.lines:
        return
    yield RuleRow("=")
    indent = 0
    figures = False
    for line in slip.lines:
        if line.kind in (LineKind.EXTRA, LineKind.TOTAL):
            if not figures:
                yield RuleRow("-")
            figures = True
            yield from _priced("", 0, line, width)
        elif line.kind is LineKind.ITEM:
            quantity = f"{line.quantity}x " if line.quantity else ""
            indent = len(quantity)
            yield from _priced(quantity, indent, line, width)
        else:
            yield from _priced("", indent or 3, line, width)


def _priced(quantity: str, indent: int, line: SlipLine, width: int) -> Iterator[Row]:
    """Yield the rows of one line: names wrap under the name, the amount stays at the right."""
    bold = line.kind in (LineKind.ITEM, LineKind.TOTAL)
    amount = _clean(line.amount)
    name = _clean(line.text)
    takeaway = _clean(line.takeaway)
    if takeaway:
        name = f"{name}  {takeaway}"
    column = width - indent - (cells(amount) + 2 if amount else 0)
    beside = column >= _NARROWEST
    room = column if beside else width - indent
    below = room if room >= _NARROW else width - indent
    hang = len(_PLUS) if name.startswith(_PLUS) else 0
    texts = _wrap_keeping_gap(name, takeaway, room, below - hang) or [""]
    for place, text in enumerate(texts):
        first = place == 0
        yield TextRow(
            (quantity if first else "") + text,
            right=amount if first and beside else "",
            indent=(0 if quantity else indent) if first else indent + hang,
            bold=bold,
        )
    if amount and not beside:
        for text in wrap(amount, width, rows=TEXT_ROWS):
            yield TextRow("", right=text, bold=bold)


def _wrap_keeping_gap(name: str, mark: str, room: int, below: int) -> list[str]:
    """Wrap to `room` cells, `below` in the rows after the first.

    The two blanks before the take-away mark stay where it stays on the name's row.
    """
    if mark and cells(name) <= room:
        return [name]
    if room == below:
        return wrap(name, room, rows=TEXT_ROWS)
    first, *rest = wrap(name, room, rows=len(name) + 1) or [""]
    left = " ".join(name.split())[len(first) :].strip()
    return [first, *(wrap(left, below, rows=TEXT_ROWS - 1) if rest else [])]


def _to_pay(slip: Slip, width: int) -> Iterator[Row]:
    if slip.to_pay is None:
        return
    label, amount = (_clean(text) for text in slip.to_pay)
    yield FeedRow(10)
    needed = cells(label) + cells(amount) + 1
    wide = 2 if needed <= width // 2 else 1
    spare = width // wide - needed >= 2
    if needed <= width // wide:
        edge = " " if spare else ""
        yield TextRow(edge + label, amount + edge, wide=wide, tall=2, inverse=True)
    else:
        for text in (*wrap(label, width, rows=HEAD_ROWS), *wrap(amount, width, rows=HEAD_ROWS)):
            yield TextRow(text, tall=2, inverse=True)


def _remarks(slip: Slip, width: int) -> Iterator[Row]:
    facts = [text for fact in slip.facts for text in wrap(_clean(fact), width, rows=TEXT_ROWS)]
    if facts:
        yield FeedRow(8)
    yield from (TextRow(text) for text in facts)
    comment = list(_comment(slip.comment, width))
    if comment:
        yield FeedRow(10)
    yield from (TextRow(text, bold=True) for text in comment)


def _comment(comment: str, width: int) -> Iterable[str]:
    lines = unicodedata.normalize("NFC", plain_lines(comment)).split("\n")
    rows = [text for line in lines if line for text in wrap(line, width, rows=COMMENT_ROWS + 1)]
    return rows if len(rows) <= COMMENT_ROWS else [*rows[:COMMENT_ROWS], _LEFT_OUT]


def _code(slip: Slip, width: int) -> Iterator[Row]:
    if slip.code:
        yield FeedRow(16)
        yield QrRow(_clean(slip.code), 6 if width >= 42 else 5)
        yield FeedRow(6)
    yield from _centered(slip.code_text, width, rows=HEAD_ROWS)
