"""What controls of two parts do: side by side, or below each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.settings_kit.control import Control


class PairedControl(Control):
    """Lays out two parts, each as wide as it wants to be. Thread: gui."""

    _parts: tuple[QWidget, ...] = ()

    def pair(self, first: QWidget, second: QWidget) -> None:
        """Put `first` before or above `second`; once, where the control is made."""
        self._parts = (first, second)
        for part in self._parts:
            self.row.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return what the wider part needs: the other goes below it."""
        wide = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the second part below the first one where it does not fit beside it."""
        super().resizeEvent(event)
        needed = sum(part.sizeHint().width() for part in self._parts) + self.row.spacing()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = beside if self.width() >= needed else below
        if self.row.direction() is not wanted:
            self.row.setDirection(wanted)
            self.updateGeometry()
