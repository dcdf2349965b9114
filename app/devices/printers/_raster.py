"""Drawing rows of paper with Qt: one row that no code page holds, or the whole slip as a picture.

QPainter on a QImage may be used on any thread, but letters need a QGuiApplication. The window has
one; a program without a window calls `prepare_pictures` on its main thread first.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
)

from app.devices.printers._bitmap import Bitmap, qr_squares
from app.devices.printers._cells import cells
from app.devices.printers._layout import (
    LETTER_DOTS,
    Align,
    CutRow,
    FeedRow,
    QrRow,
    Row,
    RuleRow,
    TextRow,
)

_FAMILIES: Final = [
    "DejaVu Sans Mono",
    "Noto Sans Mono",
    "Consolas",
    "Menlo",
    "Courier New",
    "Noto Color Emoji",
    "Segoe UI Emoji",
]
_BASELINE: Final = 19  # of the 24 dots of a letter
_LETTER_PIXELS: Final = 20
_MARGIN: Final = 36
_BELOW: Final = 40  # white paper under the last row of a picture
_DARKER: Final = bytes(round(255 * (tone / 255) ** 3) for tone in range(256))

_made: list[QGuiApplication] = []


class PicturesUnavailable(Exception):
    """There is no QGuiApplication, and this thread may not make one."""


def prepare_pictures() -> None:
    """Make an offscreen QGuiApplication where the program has none; on the main thread only.

    For programs without a window (`pult print-test`, `pult intake`), before anything is printed.
    Raises PicturesUnavailable when only a QCoreApplication exists or on another thread.
    """
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        return
    bare = QCoreApplication.instance() is not None
    if bare or threading.current_thread() is not threading.main_thread():
        raise PicturesUnavailable("no QGuiApplication")
    _made.append(QGuiApplication(["pult", "-platform", "offscreen"]))


def row_bitmap(row: TextRow, width: int, cell: int) -> Bitmap:
    """Return `row` as black dots for paper `width` cells of `cell` dots wide.

    Raises PicturesUnavailable, see `prepare_pictures`.
    """
    _need_letters()
    image = _paper(width * cell, LETTER_DOTS * row.tall)
    painter = QPainter(image)
    try:
        _draw_text(painter, row, width, cell, top=0, smooth=False)
    finally:
        painter.end()
    return _bits(_dithered(image))


def slip_png(rows: Sequence[Row], width: int, cell: int = 12) -> bytes:
    """Return `rows` as a PNG of the slip, one pixel a dot.

    Raises PicturesUnavailable, see `prepare_pictures`.
    """
    _need_letters()
    tall = sum(_height(row) for row in rows)
    image = _paper(width * cell + 2 * _MARGIN, tall + _MARGIN + _BELOW)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(_MARGIN, _MARGIN)
    try:
        _draw_rows(painter, rows, width, cell)
    finally:
        painter.end()
    return _png(image.convertToFormat(QImage.Format.Format_Grayscale8))


def _need_letters() -> None:
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        raise PicturesUnavailable("no QGuiApplication")


def _paper(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def _height(row: Row) -> int:
    if isinstance(row, CutRow):
        return 0
    if isinstance(row, QrRow):
        return len(qr_squares(row.content)) * row.module
    return row.dots


def _draw_rows(painter: QPainter, rows: Sequence[Row], width: int, cell: int) -> None:
    top = 0
    for row in rows:
        if isinstance(row, TextRow):
            _draw_text(painter, row, width, cell, top, smooth=True)
        elif isinstance(row, RuleRow):
            filled = TextRow(row.sign * width)
            _draw_text(painter, filled, width, cell, top, smooth=True)
        elif isinstance(row, QrRow):
            _draw_qr(painter, row, width * cell, top)
        else:
            assert isinstance(row, FeedRow | CutRow)
        top += _height(row)


def _draw_qr(painter: QPainter, row: QrRow, dots: int, top: int) -> None:
    squares = qr_squares(row.content)
    left = (dots - len(squares) * row.module) // 2
    for down, line in enumerate(squares):
        for across, dark in enumerate(line):
            if dark:
                place = (left + across * row.module, top + down * row.module)
                painter.fillRect(*place, row.module, row.module, Qt.GlobalColor.black)


def _draw_text(
    painter: QPainter, row: TextRow, width: int, cell: int, top: int, *, smooth: bool
) -> None:
    if row.inverse:
        painter.fillRect(0, top, width * cell, LETTER_DOTS * row.tall, Qt.GlobalColor.black)
    painter.save()
    painter.setPen(Qt.GlobalColor.white if row.inverse else Qt.GlobalColor.black)
    painter.setFont(_font(bold=row.bold, smooth=smooth))
    painter.translate(_start(row, width, cell), top)
    painter.scale(row.wide, row.tall)
    text = row.composed(width)
    place = 0
    for run, simple in _runs(text):
        _draw_run(painter, run, place * cell, cell, simple=simple)
        place += cells(run)
    painter.restore()


def _start(row: TextRow, width: int, cell: int) -> float:
    if row.align is Align.CENTER and not row.inverse:
        return (width - cells(row.left) * row.wide) * cell / 2
    return 0.0


def _font(*, bold: bool, smooth: bool) -> QFont:
    font = QFont(_FAMILIES)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(_LETTER_PIXELS)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    if not smooth:
        font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    return font


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Split `text` into single letters that stand in one cell, and runs of everything else.

    A single blank between two such runs belongs to them: right-to-left words keep their order.
    """
    other = ""
    for place, letter in enumerate(text):
        joins = letter == " " and other and not _simple(text[place + 1 : place + 2])
        if joins or not _simple(letter):
            other += letter
            continue
        if other:
            yield other, False
            other = ""
        yield letter, True
    if other:
        yield other, False


def _simple(letter: str) -> bool:
    known = letter < "\u0300" or "\u0370" <= letter < "\u0530" or "\u2010" <= letter < "\u2600"
    return known and cells(letter) < 2


def _draw_run(painter: QPainter, run: str, left: float, cell: int, *, simple: bool) -> None:
    """Draw `run` in its cells: one letter in the middle of its cell, more squeezed where needed."""
    room = cells(run) * cell
    natural = QFontMetricsF(painter.font()).horizontalAdvance(run)
    if run == " " or natural <= 0 or room <= 0:
        return
    painter.save()
    squeeze = min(1.0, room / natural)
    painter.translate(left + (room - natural * squeeze) / 2 if simple else left, 0)
    painter.scale(squeeze, 1)
    painter.drawText(QPointF(0, _BASELINE), run)
    painter.restore()


def _dithered(image: QImage) -> QImage:
    """Return `image` in black dots (bit 1); colours are darkened first: paper knows no yellow."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    tones = bytes(grey.constBits()).translate(_DARKER)
    grey = QImage(
        tones, grey.width(), grey.height(), grey.bytesPerLine(), QImage.Format.Format_Grayscale8
    )
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.DiffuseDither
    mono = grey.convertToFormat(QImage.Format.Format_Mono, flags)
    if QColor(mono.color(1)).lightness() > QColor(mono.color(0)).lightness():
        mono.invertPixels()
    return mono


def _bits(mono: QImage) -> Bitmap:
    stride = (mono.width() + 7) // 8
    step = mono.bytesPerLine()
    data = bytes(mono.constBits())
    rows = (data[line * step : line * step + stride] for line in range(mono.height()))
    return Bitmap(mono.width(), mono.height(), b"".join(rows))


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(held.data())
