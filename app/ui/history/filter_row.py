"""The filters of History: beside each other where there is room, else in a second row."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme

_SHORT = 112  # design px; buttons are not made narrower than this
_MOST_LESS = 0.4  # of what long buttons have beyond that


class FilterRow(QWidget):
    """Places buttons from the left, each in its own size, and breaks where a row is full.

    Where a little less of each lets all stand in one row, they are that much narrower: their words
    break into two lines.

    Thread: gui.
    """

    def __init__(self, theme: Theme, *buttons: QWidget) -> None:
        """Place `buttons`; see `want` for those that come and go."""
        super().__init__()
        self._theme = theme
        self._buttons = buttons
        self._unwanted: set[QWidget] = set()
        self._most_rows = len(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for button in buttons:
            button.setParent(self)
            button.show()

    def want(self, button: QWidget, wanted: bool) -> None:
        """Say whether a button is there; where it is not, it leaves no gap."""
        (self._unwanted.discard if wanted else self._unwanted.add)(button)
        self.place()

    def set_most_rows(self, most: int) -> None:
        """Leave out what is beyond so many rows, while a keyboard takes the height."""
        if most != self._most_rows:
            self._most_rows = most
            self.place()

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
        left = top = high = 0
        row = 1
        widths = self._widths(gap)
        for button in self._buttons:
            size = button.sizeHint().expandedTo(button.minimumSize())
            size.setWidth(widths.get(button, size.width()))
            is_there = button not in self._unwanted
            if is_there and left and left + size.width() > self.width():
                row += 1
                is_there = row <= self._most_rows
                if is_there:
                    left, top, high = 0, top + high + gap, 0
            is_there = is_there and row <= self._most_rows
            if is_there == button.isHidden():
                button.setVisible(is_there)
            if is_there:
                wide = min(size.width(), max(self.width(), 1))
                button.setGeometry(left, top, wide, size.height())
                left += wide + gap
                high = max(high, size.height())
        if self.height() != top + high:
            self.setFixedHeight(top + high)

    def _widths(self, gap: int) -> dict[QWidget, int]:
        """Return how wide each button is: the long ones less where all fit into one row so."""
        wanted = [button for button in self._buttons if button not in self._unwanted]
        widths = {one: one.sizeHint().expandedTo(one.minimumSize()).width() for one in wanted}
        least = self._theme.px(_SHORT)
        spare = sum(max(0, wide - least) for wide in widths.values())
        lacking = sum(widths.values()) + gap * (len(wanted) - 1) - self.width()
        if not 0 < lacking <= _MOST_LESS * spare:
            return widths
        share = lacking / spare
        return {one: wide - ceil(max(0, wide - least) * share) for one, wide in widths.items()}
