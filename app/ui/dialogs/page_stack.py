"""Pages of a dialog, one in the place of the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """Takes the room of the page that is seen alone, not of the largest one. Thread: gui."""

    def __init__(self) -> None:
        """Make a stack without pages."""
        super().__init__()
        self.currentChanged.connect(self._on_turned)

    def sizeHint(self) -> QSize:
        """Return what the page that is seen would take."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least the page that is seen takes."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    @Slot()
    def _on_turned(self) -> None:
        self.updateGeometry()
