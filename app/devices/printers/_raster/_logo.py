"""The shop's logo from its file, in dots."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from app.devices.printers._bitmap import Bitmap
from app.devices.printers._raster._dots import dithered, paper

_log = logging.getLogger(__name__)
_FORMATS: Final = (b"png", b"jpeg", b"jpg")
_MOST_PIXELS: Final = 40_000_000
_MOST_BYTES: Final = 20_000_000


def logo_bitmap(path: str, width: int, height: int) -> Bitmap | None:
    """Return the picture of a file, at most `width` by `height` dots; None when it is no good.

    Small pictures stay as they are. A picture is read once for each change of its file; what is
    wrong with it is logged then.
    """
    try:
        changed = Path(path).stat()
    except (OSError, ValueError) as error:
        return _lost(path, width, height, type(error).__name__)
    return _read(path, width, height, changed.st_mtime_ns, changed.st_size)


@lru_cache(maxsize=8)
def _read(path: str, width: int, height: int, _changed: int, size: int) -> Bitmap | None:
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    full = reader.size()
    if bytes(reader.format().data()).lower() not in _FORMATS:
        return _lost(path, width, height, "neither PNG nor JPEG")
    if size > _MOST_BYTES or full.width() * full.height() > _MOST_PIXELS:
        return _lost(path, width, height, "too large")
    image = reader.read()
    if image.isNull():
        return _lost(path, width, height, "broken")
    return dithered(_on_white(image, QSize(width, height)), darker=False)


def _on_white(image: QImage, room: QSize) -> QImage:
    if image.width() > room.width() or image.height() > room.height():
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(room, keep, smooth)
    white = paper(max(1, image.width()), max(1, image.height()))
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white


@lru_cache(maxsize=8)
def _lost(_path: str, _width: int, _height: int, why: str) -> None:
    _log.info("logo not printed: %s", why, extra={"event": "slip_logo_lost"})
