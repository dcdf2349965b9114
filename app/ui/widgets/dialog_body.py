"""The part of a dialog that scrolls where there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class _Content(QWidget):
    """What is scrolled: not before each part is as low as it can be. Thread: gui."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height at `width`: where words wrap, Qt asks for no other."""
        layout = self.layout()
        return -1 if layout is None else layout.totalMinimumHeightForWidth(width)


class DialogBody(QScrollArea):
    """A column of what the dialog asks and says. Thread: gui."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.content = _Content()
        self.column = QVBoxLayout(self.content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.content)

    def show_whole(self, target: QWidget) -> None:
        """Scroll to `target`, first in a list within the column: that may be all there is to do."""
        place = target.parentWidget()
        while place is not None and self.isAncestorOf(place):
            if isinstance(place, QScrollArea):
                place.ensureWidgetVisible(target)
            place = place.parentWidget()
        if self.isAncestorOf(target):
            self.ensureWidgetVisible(target)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so far that `widget`, which may just have been shown, is in sight."""
        self.column.activate()
        self.content.adjustSize()
        self.ensureWidgetVisible(widget)
