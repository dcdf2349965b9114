"""The filters of History: beside each other where there is room, else in a second row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme


class FilterRow(QWidget):
    """Places buttons from the left, each in its own size, and breaks where a row is full.

    Thread: gui.
    """

    def __init__(self, theme: Theme, *buttons: QWidget) -> None:
        """Place `buttons`; one that is hidden afterwards leaves no gap."""
        super().__init__()
        self._theme = theme
        self._buttons = buttons
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for button in buttons:
            button.setParent(self)
            button.show()

    def event(self, event: QEvent) -> bool:
        """Place anew when a button wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row where it is full now."""
        super().resizeEvent(event)
        self.place()

    def sizeHint(self) -> QSize:
        """Return the room of one row; the height follows the width."""
        return QSize(self._theme.px(320), self.height())

    def place(self) -> None:
        """Give each button its place."""
        gap = self._theme.px(8)
        left = top = row = 0
        for button in self._buttons:
            if button.isHidden():
                continue
            size = button.sizeHint().expandedTo(button.minimumSize())
            if left and left + size.width() > self.width():
                left, top, row = 0, top + row + gap, 0
            wide = min(size.width(), max(self.width(), 1))
            button.setGeometry(left, top, wide, size.height())
            left += wide + gap
            row = max(row, size.height())
        if self.height() != top + row:
            self.setFixedHeight(top + row)
