"""Tells a finger that bounced from a second press: a tap must not press what it has brought up."""

from __future__ import annotations

from typing import Final
from weakref import ref

from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme

DOUBLE_PRESS_MS: Final = 400
_NEAR: Final = 24  # a wet finger slips so far between two touches, in design px


class LastLift:
    """Where and when a finger was last lifted, of all widgets that note it. Thread: gui."""

    def __init__(self) -> None:
        """Begin without one."""
        self._since = QElapsedTimer()
        self._place = QPoint()
        self._widget: ref[QWidget] | None = None

    def note(self, widget: QWidget, event: QMouseEvent) -> None:
        """Remember that the finger left `widget`, whatever that led to."""
        self._since.restart()
        self._place = event.globalPosition().toPoint()
        self._widget = ref(widget)

    def repeats(self, widget: QWidget) -> bool:
        """Whether the finger was lifted from this very widget too short a time ago."""
        return self._is_recent() and self._was_on(widget)

    def bounced_onto(self, widget: QWidget, event: QMouseEvent, theme: Theme) -> bool:
        """Whether a press belongs to the tap before it, which was on another widget there.

        A second press on the same widget is for that widget to judge: keys of a keypad want it.
        """
        if not self._is_recent() or self._was_on(widget):
            return False
        way = event.globalPosition().toPoint() - self._place
        return way.manhattanLength() <= theme.px(_NEAR)

    def covers(self, widget: QWidget) -> bool:
        """Whether a press somewhere on `widget` would be taken for a bounce now."""
        if not self._is_recent() or self._was_on(widget):
            return False
        return widget.rect().contains(widget.mapFromGlobal(self._place))

    def _is_recent(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < DOUBLE_PRESS_MS

    def _was_on(self, widget: QWidget) -> bool:
        # By reference: another widget may have the id of one that is gone.
        return self._widget is not None and self._widget() is widget


LAST_LIFT: Final = LastLift()
