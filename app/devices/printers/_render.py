"""A slip or a sheet → the bytes that print it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.devices.printers._cells import wrap
from app.devices.printers._escpos import ProfileFacts, facts_of
from app.devices.printers._layout import lay_out
from app.devices.printers._paper import Paper
from app.devices.printers._pulses import buzz, kick
from app.devices.printers._rows import CutRow, Row, TextRow
from app.devices.printers._sheet import RULED, lay_out_sheet
from app.devices.printers._writer import Writer, lost_text
from app.domain.sheet import ProvenPage, Sheet, SheetKind
from app.domain.slip import Slip

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RenderedSlip:
    """A slip ready to send; `dots` is about how long it gets, eight to a millimetre.

    `lost` counts the letters that are not on it: no page, no picture, no font has them.
    """

    data: bytes
    dots: int
    lost: int = 0


def render(slip: Slip, paper: Paper, pages: Sequence[ProvenPage] = ()) -> RenderedSlip:
    """Return the bytes that print `slip`, complete in themselves, with exactly one cut.

    `pages` are those this printer is proven to have; none: those of its profile.
    Thread: printer; imports python-escpos the first time.
    """
    rows = lay_out(slip, paper.width)
    facts = facts_of(paper.profile)
    first = _pulses(paper, facts)
    if paper.as_picture and facts.raster and not paper.slow:
        rendered = _as_picture(rows, paper, facts, first)
        if rendered is not None:
            return rendered
    return _as_text(rows, paper, pages, first)


def render_sheet(sheet: Sheet, paper: Paper, pages: Sequence[ProvenPage] = ()) -> RenderedSlip:
    """Return the bytes that print `sheet`; always letters, which it is there to show."""
    rows = lay_out_sheet(sheet, paper.width)
    if sheet.kind is SheetKind.RULER:
        paper = replace(paper, width=RULED[-1])  # the printer breaks what it has no room for
    return _as_text(rows, paper, pages, b"")


def render_drawer(paper: Paper) -> RenderedSlip:
    """Return the bytes that open the cash drawer and print nothing."""
    return RenderedSlip(kick(paper.profile), 0)


def render_buzz(paper: Paper) -> RenderedSlip:
    """Return the bytes that sound the buzzer and print nothing."""
    return RenderedSlip(buzz(facts_of(paper.profile)), 0)


def _pulses(paper: Paper, facts: ProfileFacts) -> bytes:
    return (kick(paper.profile) if paper.drawer else b"") + (buzz(facts) if paper.buzzer else b"")


def _as_text(
    rows: Sequence[Row], paper: Paper, pages: Sequence[ProvenPage], first: bytes
) -> RenderedSlip:
    writer = Writer(paper, pages)
    dots = writer.write(rows, first)
    return RenderedSlip(writer.output, dots, len(writer.lost))


def _as_picture(
    rows: Sequence[Row], paper: Paper, facts: ProfileFacts, first: bytes
) -> RenderedSlip | None:
    """Return the slip as one picture; None where this program cannot draw letters."""
    from app.devices.printers import _raster  # Qt's letters only where a slip needs them

    try:
        lost = _raster.missing_letters(rows)
        bitmap = _raster.slip_bitmap(_with_names(rows, lost, paper.width), paper.width, facts.cell)
    except _raster.PicturesUnavailable:
        _log.info("no letters can be drawn", extra={"event": "slip_pictures_unavailable"})
        return None
    writer = Writer(paper, ())
    writer.write_picture(bitmap, first)
    return RenderedSlip(writer.output, bitmap.height, len(lost))


def _with_names(rows: Sequence[Row], lost: Sequence[str], width: int) -> list[Row]:
    names = [TextRow(text) for text in wrap(lost_text(lost), width, rows=3)]
    kept = [row for row in rows if not isinstance(row, CutRow)]
    return [*kept, *names, CutRow()]
