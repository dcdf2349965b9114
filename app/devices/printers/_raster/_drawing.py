"""Rows of paper → one row, or the whole slip, as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from app.devices.printers._bitmap import Bitmap, qr_squares
from app.devices.printers._raster._application import need_letters
from app.devices.printers._raster._dots import dithered, image_of, paper, png
from app.devices.printers._raster._letters import draw_text
from app.devices.printers._raster._logo import logo_bitmap
from app.devices.printers._rows import (
    LETTER_DOTS,
    LOGO_DOTS,
    LOGO_GAP,
    CutRow,
    LogoRow,
    QrRow,
    Row,
    RuleRow,
    TextRow,
)

_MARGIN: Final = 36
_BELOW: Final = 40  # white paper under the last row of a picture


def row_bitmap(row: TextRow, width: int, cell: int) -> Bitmap:
    """Return `row` as black dots for paper `width` cells of `cell` dots wide.

    Raises PicturesUnavailable, see `prepare_pictures`.
    """
    need_letters()
    image = paper(width * cell, LETTER_DOTS * row.tall)
    painter = QPainter(image)
    try:
        draw_text(painter, row, width, cell, top=0, smooth=False)
    finally:
        painter.end()
    return dithered(image)


def slip_bitmap(rows: Sequence[Row], width: int, cell: int) -> Bitmap:
    """Return all `rows` as black dots. Raises PicturesUnavailable, see `prepare_pictures`."""
    need_letters()
    image = paper(width * cell, max(1, _height_of_all(rows, width * cell)))
    _draw(image, rows, width, cell, left=0, top=0, smooth=False)
    return dithered(image)


def slip_png(rows: Sequence[Row], width: int, cell: int = 12) -> bytes:
    """Return `rows` as a PNG of the slip, one pixel a dot.

    Raises PicturesUnavailable, see `prepare_pictures`.
    """
    need_letters()
    tall = _height_of_all(rows, width * cell)
    image = paper(width * cell + 2 * _MARGIN, tall + _MARGIN + _BELOW)
    _draw(image, rows, width, cell, left=_MARGIN, top=_MARGIN, smooth=True)
    return png(image)


def _draw(
    image: QImage, rows: Sequence[Row], width: int, cell: int, *, left: int, top: int, smooth: bool
) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.translate(left, top)
    at = 0
    try:
        for row in rows:
            _draw_row(painter, row, width, cell, at, smooth=smooth)
            at += _height(row, width * cell)
    finally:
        painter.end()


def _draw_row(
    painter: QPainter, row: Row, width: int, cell: int, top: int, *, smooth: bool
) -> None:
    if isinstance(row, TextRow):
        draw_text(painter, row, width, cell, top, smooth=smooth)
    elif isinstance(row, RuleRow):
        draw_text(painter, TextRow(row.sign * width), width, cell, top, smooth=smooth)
    elif isinstance(row, QrRow):
        _draw_qr(painter, row, width * cell, top)
    elif isinstance(row, LogoRow):
        logo = logo_bitmap(row.path, width * cell, LOGO_DOTS)
        if logo is not None:
            painter.drawImage((width * cell - logo.width) // 2, top, image_of(logo))


def _draw_qr(painter: QPainter, row: QrRow, dots: int, top: int) -> None:
    squares = qr_squares(row.content)
    left = (dots - len(squares) * row.module) // 2
    for down, line in enumerate(squares):
        for across, dark in enumerate(line):
            if dark:
                place = (left + across * row.module, top + down * row.module)
                painter.fillRect(*place, row.module, row.module, Qt.GlobalColor.black)


def _height_of_all(rows: Sequence[Row], dots: int) -> int:
    return sum(_height(row, dots) for row in rows)


def _height(row: Row, dots: int) -> int:
    if isinstance(row, CutRow):
        return 0
    if isinstance(row, QrRow):
        return len(qr_squares(row.content)) * row.module
    if isinstance(row, LogoRow):
        logo = logo_bitmap(row.path, dots, LOGO_DOTS)
        return logo.height + LOGO_GAP if logo is not None else 0
    return row.dots
