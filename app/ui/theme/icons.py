"""Icons of resources/icons in a token's colour; cached by name, colour, size, pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.settings.resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # the first paint has no icon yet

    coloured = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(coloured.encode()))
    if not renderer.isValid():
        raise ValueError(f"icons/{name}.svg is no drawing")
    return renderer


@lru_cache(maxsize=1024)
def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square pixmap of `size` logical px in `colour` (``#RRGGBB``).

    Raises OSError for a name that does not exist. Thread: gui.
    """
    renderer = _renderer(name, colour)
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint the icon into `rect` (square) in `colour`, sharp on whole device pixels."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    size = max(1, round(rect.width()))
    where = rect.topLeft().toPoint()
    painter.drawPixmap(where, icon_pixmap(name, QColor(colour).name(), size, ratio))
