"""The window that is shown in the place of Pult's own when Pult cannot start."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.fatal import FatalPage
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind


class Stop(Enum):
    """Why Pult does not start."""

    SETTINGS = "settings"  # the file cannot be used
    FOLDER = "folder"  # the data folder cannot be used
    TAKEN = "taken"  # another Pult works with the data folder, and cannot be brought to the front


class StopWindow(QWidget):
    """Says why Pult does not start, and what to do, until somebody closes it. Thread: gui."""

    def __init__(self, theme: Theme, stop: Stop, details: str) -> None:
        """Make the window; `details` are in English, and as exact as on a terminal."""
        super().__init__()
        self.setWindowTitle("Pult")
        self.setAccessibleName("Pult")
        head, todo = self._words(stop)
        safe = self.tr("Nothing was changed. The orders are kept as they were left.")
        self._page = FatalPage(theme, head, (safe, todo), details, self)
        self.leave = ActionButton(theme, self.tr("Close"), Kind.NEXT, height=72)
        self.leave.setParent(self)
        self.leave.setMinimumWidth(theme.px(240))
        self.leave.acted.connect(self.close)
        self._margin = theme.px(24)
        self.leave.show()
        self.leave.raise_()
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self.leave.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page over the whole window and the button in its corner."""
        super().resizeEvent(event)
        self._page.setGeometry(self.rect())
        size = self.leave.sizeHint().expandedTo(self.leave.minimumSize())
        corner = self.rect().bottomRight()
        self.leave.setGeometry(
            corner.x() - self._margin - size.width(),
            corner.y() - self._margin - size.height(),
            size.width(),
            size.height(),
        )

    def _words(self, stop: Stop) -> tuple[str, str]:
        if stop is Stop.SETTINGS:
            return (
                self.tr("Pult cannot start: its settings cannot be used"),
                self.tr("Correct in the settings file what is named below, then start Pult again."),
            )
        if stop is Stop.FOLDER:
            return (
                self.tr("Pult cannot start: it could not keep any orders"),
                self.tr("Type “pult check” in a terminal: it names the command that helps."),
            )
        return (
            self.tr("Pult is open already, but does not answer here"),
            self.tr("Close it first, also where another user of this computer has it."),
        )
