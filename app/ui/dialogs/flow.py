"""Tiles side by side that go on in the next row where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme


class Flow(QWidget):
    """Widgets in rows, each as wide as it wants, at most a third of the row.

    Thread: gui.
    """

    def __init__(self, theme: Theme, gap: int = 8) -> None:
        """Make an empty flow with `gap` design px between the widgets."""
        super().__init__()
        self._theme = theme
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_restyled)

    def add(self, widget: QWidget) -> None:
        """Put `widget` behind the others."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._on_restyled()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at `width`."""
        return self._place(width, apply=False)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), self._theme.px(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return one row's height."""
        high = max((widget.sizeHint().height() for widget in self._widgets), default=0)
        return QSize(0, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place(self.width(), apply=True)

    def _place(self, width: int, *, apply: bool) -> int:
        gap = self._theme.px(self._gap)
        most = max(self._theme.px(160), (width - 2 * gap) // 3)
        left = top = row = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            wide = min(size.width(), most, width)
            if left and left + wide > width:
                left, top, row = 0, top + row + gap, 0
            if apply:
                widget.setGeometry(QRect(left, top, wide, size.height()))
            left += wide + gap
            row = max(row, size.height())
        return top + row

    @Slot()
    def _on_restyled(self) -> None:
        self._place(self.width(), apply=True)
        self.updateGeometry()


class ShortFlow(QScrollArea):
    """A flow that shows as many of its rows as there is room for, one at least, and scrolls.

    Thread: gui.
    """

    def __init__(self, flow: Flow) -> None:
        """Take in `flow`."""
        super().__init__()
        self._flow = flow
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setWidget(flow)
        scroll_by_finger(self)

    def sizeHint(self) -> QSize:
        """Return the size of all rows at the present width."""
        return QSize(self.width(), self._flow.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return one row's height."""
        return self._flow.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the rows' height at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
