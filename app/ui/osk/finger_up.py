"""Waiting until nothing on the screen is pressed any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication


class FingerUp(QObject):
    """Does something once no finger and no mouse button is down: at once, or after the release.

    What moves while a button is held would take that button away from under the finger.

    Thread: gui.
    """

    def __init__(self, do: Callable[[], None], parent: QObject) -> None:
        """Do `do` whenever it was asked for; ends with `parent`."""
        super().__init__(parent)
        self._do = do
        application = QApplication.instance()
        assert application is not None
        self._application = application
        self._waits = False

    def ask(self) -> None:
        """Do it now, or once the finger is up; asked twice meanwhile it is done once."""
        if self._waits:
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._do()
            return
        self._waits = True
        self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the release, which whatever is pressed gets first; never swallows anything."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._waits:
            self._waits = False
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self, self.ask)
        return False
