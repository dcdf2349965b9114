"""Rows of paper → bytes for a printer, through python-escpos as the builder of bytes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from app.devices.printers._bands import bands
from app.devices.printers._bitmap import Bitmap, bitmap_of, qr_squares
from app.devices.printers._cells import cells, clusters, wrap
from app.devices.printers._codepages import CodePage, best_page, page_at, pages_of, plainer
from app.devices.printers._escpos import ProfileFacts, byte_builder, facts_of
from app.devices.printers._paper import Paper
from app.devices.printers._rows import (
    LINE_DOTS,
    LOGO_DOTS,
    LOGO_GAP,
    Align,
    CutRow,
    FeedRow,
    LogoRow,
    QrRow,
    Row,
    RuleRow,
    TextRow,
)
from app.domain.sheet import ProvenPage

_log = logging.getLogger(__name__)
_LATIN_START: Final = b"\x1b@\x1c.\x1bR\x00"  # as switched on, no Chinese mode, plain ASCII
_FIRST_PAGE: Final = b"\x1bt\x00"
_QR_MODULES: Final = 25  # of the largest code a slip carries
_CUT_FEED: Final = 4 * LINE_DOTS  # white paper up to the tear bar of a printer without a cutter
_MOST_FEED: Final = 255  # of one ESC J
_SLOW_LOGO_DOTS: Final = 64
_MEDIUM: Final = 1  # error correction M, python-escpos' QR_ECLEVEL_M


def lost_text(letters: Sequence[str]) -> str:
    """Return what stands at the end of a slip on which these letters are "?"."""
    names = " ".join(f"U+{ord(letter):04X}" for letter in letters)
    return f"? = {names}" if names else ""


class Writer:
    """One slip on its way to bytes; knows what the printer is set to and sends only changes."""

    def __init__(self, paper: Paper, proven: Sequence[ProvenPage]) -> None:
        self._width = paper.width
        self._slow = paper.slow
        self._facts: ProfileFacts = facts_of(paper.profile)
        self._pages = pages_of(self._facts.pages, paper.codepage, proven)
        self._main = self._pages[0]
        self._out: Any = byte_builder(paper.profile)
        self._page: CodePage | None = None  # None: nobody knows
        self._style: dict[str, object] = {}
        self.lost: dict[str, None] = {}

    @property
    def output(self) -> bytes:
        """The bytes so far."""
        return bytes(self._out.output)

    def write(self, rows: Sequence[Row], first: bytes = b"") -> int:
        """Write `rows` after the orders `first`; return how many dots of paper they take."""
        self._main = best_page(_texts(rows), self._pages)
        self._start(first)
        self._turn_to(self._main)
        return sum(self._print(row) for row in rows)

    def write_picture(self, bitmap: Bitmap, first: bytes = b"") -> None:
        """Write a whole slip as inked bands with white paper between them, and its cut.

        White paper is a narrow picture too: ESC J feeds dots on most models and half dots on
        Epson's (command reference, GS P), and nobody knows which one a borrowed profile means.
        """
        self._start(first)
        for band in bands(bitmap):
            self._print_bitmap(band, "left")
        self._cut()

    def _start(self, first: bytes) -> None:
        self._out._raw(_LATIN_START + first)
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
        if isinstance(row, LogoRow):
            return self._print_logo(row)
        if isinstance(row, FeedRow):
            self._feed(row.dots)
            return row.dots
        assert isinstance(row, CutRow)
        self._name_lost()
        return self._cut()

    # ------------------------------------------------------------------------------- letters

    def _print_text(self, row: TextRow) -> int:
        if row.only is not None:
            return self._print_candidate(row, row.only)
        for text, page in self._ways(row):
            data = page.encode(text)
            if data is not None:
                self._set(row)
                if not data.isascii():
                    self._turn_to(page)
                self._out._raw(data + b"\n")
                return row.dots
        parts = self._parts(row)
        if parts:
            return sum(self._print_text(part) for part in parts)
        return self._print_picture(row)

    def _print_candidate(self, row: TextRow, proven: ProvenPage) -> int:
        """Print `row` as the page of a proof sheet, whether this printer has it or not.

        Turned to its first page before: a number that it does not know would else leave it on the
        page of the candidate above, and look as right as that.
        """
        page = page_at(proven.page, proven.number)
        data = page.encode(row.composed(self._width)) if page is not None else None
        if page is not None and data is not None:
            self._set(row)
            self._out._raw(_FIRST_PAGE + page.start + data + b"\n")
            self._page = None
        return row.dots

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
            self._page = None  # some clones fall back to their first page then
        else:
            self._out.set(**{what: value})

    def _turn_to(self, page: CodePage) -> None:
        if self._page != page:
            self._out._raw(page.start)
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
            bitmap = _raster.row_bitmap(row, self._width, self._facts.cell)
        except _raster.PicturesUnavailable:
            _log.info("no letters can be drawn", extra={"event": "slip_pictures_unavailable"})
            return None
        self.lost.update(dict.fromkeys(_raster.missing_letters([row])))
        return bitmap

    def _print_bitmap(self, bitmap: Bitmap, align: str) -> None:
        self._change("align", align)
        size = bitmap.stride.to_bytes(2, "little") + bitmap.height.to_bytes(2, "little")
        self._out._raw(b"\x1dv0\x00" + size + _without_orders(bitmap.data))
        self._page = None

    def _print_marked(self, row: TextRow) -> int:
        marked = replace(row, left=self._marked(row.left), right=self._marked(row.right))
        self._set(row)
        self._turn_to(self._main)
        self._out._raw((self._main.encode(marked.composed(self._width)) or b"?") + b"\n")
        return row.dots

    def _marked(self, text: str) -> str:
        return "".join(self._known(cluster) for cluster in clusters(text))

    def _known(self, cluster: str) -> str:
        """Return `cluster`, or what stands for it and is no wider."""
        for text in (cluster, plainer(cluster)[:1] if len(cluster) == 1 else cluster):
            if self._main.encode(text) is not None:
                return text
        self.lost.update((letter, None) for letter in cluster if self._main.encode(letter) is None)
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

    def _print_logo(self, row: LogoRow) -> int:
        """Print the logo; without one the slip is as good."""
        if not self._facts.raster:
            return 0
        from app.devices.printers import _raster

        height = _SLOW_LOGO_DOTS if self._slow else LOGO_DOTS
        bitmap = _raster.logo_bitmap(row.path, self._width * self._facts.cell, height)
        if bitmap is None:
            return 0
        self._print_bitmap(bitmap, "center")
        self._feed(LOGO_GAP)
        return bitmap.height + LOGO_GAP

    # ---------------------------------------------------------------------------------- paper

    def _feed(self, dots: int) -> None:
        while dots > 0:
            self._out._raw(b"\x1bJ" + bytes((min(dots, _MOST_FEED),)))
            dots -= _MOST_FEED

    def _name_lost(self) -> None:
        for text in wrap(lost_text(list(self.lost)), self._width, rows=3):
            self._print_marked(TextRow(text))

    def _cut(self) -> int:
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
