"""The shop's logo, read away from the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from app.ui.in_pool import InPool

_MOST = QSize(1200, 800)


class LogoReader(QObject):
    """Reads one picture after the other.

    Thread: gui. Signals: `read(QImage)`, an empty one where there is no picture to be read.
    """

    read = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Make a reader that has read nothing."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def want(self, path: Path) -> None:
        """Read a picture; it comes by `read`."""
        self._pool.start(InPool(lambda: read_logo(path), self.on_read))

    @Slot(object)
    def on_read(self, picture: QImage) -> None:
        """Hand it on."""
        self.read.emit(picture)


def read_logo(path: Path) -> QImage:
    """Return a picture no larger than a screen needs; empty when it cannot be read. Thread: any."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > _MOST.width() or size.height() > _MOST.height():
        reader.setScaledSize(size.scaled(_MOST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
