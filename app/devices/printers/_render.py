"""Rows of paper → bytes for a printer, through python-escpos as the builder of bytes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.devices.printers._bitmap import Bitmap, bitmap_of, qr_squares
from app.devices.printers._cells import cells
from app.devices.printers._codepages import CodePage, best_page, pages_of, plainer
from app.devices.printers._escpos import ProfileFacts, byte_builder, facts_of
from app.devices.printers._layout import (
    LINE_DOTS,
    Align,
    CutRow,
    FeedRow,
    QrRow,
    Row,
    RuleRow,
    TextRow,
    lay_out,
)
from app.devices.printers._paper import Paper
from app.devices.printers._sheet import lay_out_sheet
from app.domain.sheet import ProvenPage, Sheet
from app.domain.slip import Slip

_log = logging.getLogger(__name__)
_LATIN_START: Final = b"\x1b@\x1c.\x1bR\x00"  # as switched on, no Chinese mode, plain ASCII
_QR_MODULES: Final = 25  # of the largest code a slip carries
_CUT_FEED: Final = 4 * LINE_DOTS  # white paper up to the tear bar of a printer without a cutter
_MEDIUM: Final = 1  # error correction M, python-escpos' QR_ECLEVEL_M


@dataclass(frozen=True, slots=True)
class RenderedSlip:
    """A slip ready to send; `dots` is about how long it gets, eight to a millimetre."""

    data: bytes
    dots: int


def render(slip: Slip, paper: Paper, pages: Sequence[ProvenPage] = ()) -> RenderedSlip:
    """Return the bytes that print `slip`, complete in themselves, with exactly one cut.

    `pages` are those this printer is proven to have; none: those of its profile.
    Thread: printer; imports python-escpos the first time.
    """
    return _Rendering(paper, pages).run(lay_out(slip, paper.width))


def render_sheet(sheet: Sheet, paper: Paper, pages: Sequence[ProvenPage] = ()) -> RenderedSlip:
    """Return the bytes that print `sheet`, as `render` does a slip."""
    return _Rendering(paper, pages).run(lay_out_sheet(sheet, paper.width))


def render_drawer(paper: Paper) -> RenderedSlip:
    """Return the bytes that open the cash drawer and print nothing."""
    out = byte_builder(paper.profile)
    out.cashdraw(2)
    return RenderedSlip(out.output, 0)


class _Rendering:
    """One slip on its way to bytes; knows what the printer is set to and sends only changes."""

    def __init__(self, paper: Paper, proven: Sequence[ProvenPage]) -> None:
        self._width = paper.width
        self._facts: ProfileFacts = facts_of(paper.profile)
        numbers = {each.page: each.number for each in proven} or self._facts.pages
        self._pages = pages_of(numbers, paper.codepage)
        self._main = self._pages[0]
        self._out: Any = byte_builder(paper.profile)
        self._page: CodePage | None = None
        self._style: dict[str, object] = {}
        self._lost: dict[str, None] = {}

    def run(self, rows: Sequence[Row]) -> RenderedSlip:
        """Return the bytes of `rows`."""
        self._main = best_page(_texts(rows), self._pages)
        self._start()
        dots = sum(self._print(row) for row in rows)
        return RenderedSlip(self._out.output, dots)

    def _start(self) -> None:
        self._out._raw(_LATIN_START)
        self._turn_to(self._main)
        self._style = {"bold": False, "invert": False, "align": "left", "size": (1, 1)}
        if self._width < self._facts.columns:
            dots = self._width * self._facts.cell
            self._out._raw(b"\x1dW" + dots.to_bytes(2, "little"))

    def _print(self, row: Row) -> int:
        if isinstance(row, TextRow):
            return self._print_text(row)
        if isinstance(row, RuleRow):
            return self._print_text(TextRow(row.sign * self._width))
        if isinstance(row, QrRow):
            return self._print_qr(row)
        if isinstance(row, FeedRow):
            self._feed(row.dots)
            return row.dots
        assert isinstance(row, CutRow)
        return self._cut()

    # ------------------------------------------------------------------------------- letters

    def _print_text(self, row: TextRow) -> int:
        for text, page in self._ways(row):
            data = page.encode(text)
            if data is not None:
                self._set(row)
                self._turn_to(page)
                self._out._raw(data + b"\n")
                return row.dots
        parts = self._parts(row)
        if parts:
            return sum(self._print_text(part) for part in parts)
        return self._print_picture(row)

    def _ways(self, row: TextRow) -> Iterable[tuple[str, CodePage]]:
        """Yield the texts and pages to try: as it is or in plainer signs, the main page first."""
        simple = _plainer_row(row)
        fits = _fits(simple, self._width)
        for page in (self._main, *(page for page in self._pages if page is not self._main)):
            yield row.composed(self._width), page
            if fits:
                yield simple.composed(self._width), page

    def _parts(self, row: TextRow) -> list[TextRow]:
        """Return the two ends of a row that no page holds, where they may stand on their own."""
        if not (row.loose and row.left and row.right):
            return []
        return [replace(row, right=""), replace(row, left="")]

    def _set(self, row: TextRow) -> None:
        self._change("align", "center" if _centered(row) else "left")
        self._change("size", (row.wide, row.tall))
        self._change("bold", row.bold)
        self._change("invert", row.inverse)

    def _change(self, what: str, value: Any) -> None:
        if self._style[what] == value:
            return
        self._style[what] = value
        if what == "size":
            self._out.set(custom_size=True, width=value[0], height=value[1])
        else:
            self._out.set(**{what: value})

    def _turn_to(self, page: CodePage) -> None:
        if self._page != page:
            self._out._raw(b"\x1bt" + bytes((page.number,)))
            self._page = page

    # ------------------------------------------------------------------------------- pictures

    def _print_picture(self, row: TextRow) -> int:
        """Print `row` as dots; where no picture can be had, mark what is missing and say what."""
        bitmap = self._picture_of(row) if self._facts.raster else None
        if bitmap is None:
            return self._print_marked(row)
        self._print_bitmap(bitmap.trimmed(), "left")
        gap = row.dots - bitmap.height
        if gap > 0:
            self._feed(gap)
        return row.dots

    def _picture_of(self, row: TextRow) -> Bitmap | None:
        from app.devices.printers import _raster  # Qt's letters only where a slip needs them

        try:
            return _raster.row_bitmap(row, self._width, self._facts.cell)
        except _raster.PicturesUnavailable:
            _log.info("no letters can be drawn", extra={"event": "slip_pictures_unavailable"})
            return None

    def _print_bitmap(self, bitmap: Bitmap, align: str) -> None:
        self._change("align", align)
        size = bitmap.stride.to_bytes(2, "little") + bitmap.height.to_bytes(2, "little")
        self._out._raw(b"\x1dv0\x00" + size + _without_orders(bitmap.data))

    def _print_marked(self, row: TextRow) -> int:
        text = _plainer_row(row).composed(self._width)
        marked = "".join(self._known(letter) for letter in text)
        self._set(row)
        self._turn_to(self._main)
        self._out._raw((self._main.encode(marked) or b"?") + b"\n")
        return row.dots

    def _known(self, letter: str) -> str:
        if self._main.encode(letter) is not None:
            return letter
        self._lost[letter] = None
        return "?"

    def _print_qr(self, row: QrRow) -> int:
        height = _QR_MODULES * row.module
        if self._facts.native_qr:
            self._change("align", "center")
            self._out.qr(row.content, ec=_MEDIUM, size=row.module, native=True)
        elif self._facts.raster:
            self._print_bitmap(bitmap_of(qr_squares(row.content), row.module), "center")
        else:
            return 0  # the code stands below it as text
        return height

    # ---------------------------------------------------------------------------------- paper

    def _feed(self, dots: int) -> None:
        self._out._raw(b"\x1bJ" + bytes((min(dots, 255),)))

    def _cut(self) -> int:
        if self._lost:
            names = " ".join(f"U+{ord(letter):04X}" for letter in self._lost)
            self._set(TextRow(""))
            self._out._raw(f"? = {names}\n".encode("ascii"))
        if self._facts.cuts:
            self._out.cut(feed=False)  # GS V 66: feeds to the cutter by itself
        else:
            self._feed(_CUT_FEED)
        return _CUT_FEED


def _without_orders(dots: bytes) -> bytes:
    """Return `dots` with one more black dot wherever they spell a real-time order.

    Printers obey DLE EOT, DLE ENQ and DLE DC4 (status, recover, drawer, power off) inside pictures
    too (Epson ESC/POS command reference, notes on real-time commands).
    """
    for order in (b"\x10\x04", b"\x10\x05", b"\x10\x14"):
        dots = dots.replace(order, bytes((order[0] | 0x08, order[1])))
    return dots


def _texts(rows: Iterable[Row]) -> list[str]:
    return [row.left + row.right for row in rows if isinstance(row, TextRow)]


def _centered(row: TextRow) -> bool:
    return row.align is Align.CENTER and not row.inverse


def _plainer_row(row: TextRow) -> TextRow:
    return replace(row, left=plainer(row.left), right=plainer(row.right))


def _fits(row: TextRow, width: int) -> bool:
    return cells(row.left) + cells(row.right) + row.indent + bool(row.right) <= row.room(width)
