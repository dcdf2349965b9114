"""What can be set or taken back by a tap: a wet finger that touches twice has tapped once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton

from app.ui.theme import Theme
from app.ui.widgets.bounce import LAST_LIFT

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # the Qt class comes last in the bases


class SetOnce(_Button):
    """Takes one press where a finger touches twice, and Enter as Space. Thread: gui."""

    _theme: Theme

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow a press too soon after the last: what is set twice has not changed."""
        if LAST_LIFT.repeats(self) or LAST_LIFT.bounced_onto(self, event, self._theme):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Note where the finger left, unless its press was swallowed."""
        if self.isDown():
            LAST_LIFT.note(self, event)
        super().mouseReleaseEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
