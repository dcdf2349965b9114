"""What is seen before the screen is ready: the top bar and a line that says so, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.services import ScreenSettings
from app.ui.theme import Theme
from app.ui.widgets import EmptyState, Sheet, TopBar


class Entrance(Sheet):
    """A quiet "Opening…" that costs little to make.

    Thread: gui. Signals: `painted` once, after it has been seen for the first time.
    """

    painted = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: ScreenSettings,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """Show the till's name and the time."""
        super().__init__(theme, "canvas", parent=parent)
        self._was_painted = False
        top = TopBar(theme)
        top.walk_in.hide()
        top.setEnabled(False)
        local = now().astimezone(settings.timezone)
        top.show_till(settings.till_name, "")
        top.show_time(local.strftime("%H:%M"))
        head, line = self.tr("Opening…"), self.tr("Pult fetches the orders of this till.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(EmptyState(theme, "clock", head, line), 1)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and say once that it was painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
