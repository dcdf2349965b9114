"""The screen as it was painted last, over one that already speaks another language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Still(QWidget):
    """A picture of a screen that lies over it, so that two languages are never seen at once.

    Taps go through it. What is raised over it later is seen, such as the answer to a scan.

    Thread: gui.
    """

    def __init__(self, screen: QWidget) -> None:
        """Lie over `screen`, which is as it should be seen now."""
        picture = screen.grab()
        super().__init__(screen)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(screen.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
