"""The printers side by side, each with the shape of how it stands, and the way to find more."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Kind
from app.ui.widgets.button_kinds import ButtonLook
from app.ui.widgets.flow import FlowLayout

_SHAPE = 22


class DeviceTab(ActionButton):
    """One printer: its shape and its name. Thread: gui."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Make the tab of a printer of which nothing is known yet."""
        super().__init__(theme, name, Kind.PLAIN, height=52)
        self._shape = Shape.READY

    def show_shape(self, shape: Shape) -> None:
        """Show how the printer stands now."""
        self._shape = shape
        self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the shape."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._theme.px(_SHAPE + 10), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never hide the name."""
        return self.sizeHint()

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme, font = self._theme, self.font()
        size, gap = theme.px(_SHAPE), theme.px(10)
        wide = QFontMetricsF(font).horizontalAdvance(self._words)
        left = round((self.width() - size - gap - wide) / 2)
        box = QRectF(left, round((self.height() - size) / 2), size, size)
        theme.paint_shape(painter, box, self._shape)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        where = QRectF(left + size + gap, 0, wide + 4, self.height())
        painter.drawText(
            where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words
        )


class FindButton(ActionButton):
    """The way to more printers, in the dashed frame of what adds something. Thread: gui."""

    def _paint_ground(self, painter: QPainter, look: ButtonLook) -> None:
        theme, tokens = self._theme, self._theme.tokens
        pen = QPen(QColor(tokens.edge if self.isEnabled() else tokens.line), theme.real(1.5))
        pen.setStyle(Qt.PenStyle.DashLine)
        inset, radius = theme.real(0.75), theme.real(10)
        painter.setBrush(QColor(tokens.press) if self.isDown() else Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)


class DeviceTabs(QWidget):
    """The tabs of all printers, or of other things of which there are several.

    Thread: gui. Signals: `chosen(name)`, `find_pressed`, `add_pressed`.
    """

    chosen = Signal(str)
    find_pressed = Signal()
    add_pressed = Signal()

    def __init__(
        self, theme: Theme, names: Iterable[str], *, finds: bool = True, add: str = ""
    ) -> None:
        """Make a tab for each name; `add` are the words of the button that adds one by hand."""
        super().__init__()
        self._theme = theme
        self.tabs: dict[str, DeviceTab] = {}
        self._row = FlowLayout(theme.px(8))
        self.setLayout(self._row)
        self.search = FindButton(theme, self.tr("Find printers"), icon="search", height=52)
        self.search.acted.connect(self.find_pressed)
        self.plus = FindButton(theme, "" if finds else add, icon="plus", height=52, name=add)
        self.plus.acted.connect(self.add_pressed)
        self._row.addWidget(self.search)
        self._row.addWidget(self.plus)
        self.search.setVisible(finds)
        self.plus.setVisible(bool(add))
        for name in names:
            self.add(name)

    def add(self, name: str, words: str = "") -> None:
        """Add the tab of one more, called by its name or by other words."""
        tab = DeviceTab(self._theme, words or name)
        tab.acted.connect(self._on_acted)
        self.tabs[name] = tab
        self._row.insert(len(self.tabs) - 1, tab)

    def choose(self, name: str) -> None:
        """Mark the printer that is shown."""
        for each, tab in self.tabs.items():
            tab.set_selected(each == name)

    @Slot()
    def _on_acted(self) -> None:
        for name, tab in self.tabs.items():
            if tab is self.sender():
                self.chosen.emit(name)
