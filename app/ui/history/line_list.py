"""The list of orders found: one painted row of 56 px each, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from app.ui.finger import scroll_by_finger
from app.ui.history.line_delegate import LEFT, LINE_ROLE, RIGHT, Columns, Index, LineDelegate
from app.ui.history.lines import HistoryLine
from app.ui.theme import Theme

HEAD_HEIGHT = 40
_NO_INDEX = QModelIndex()


class LineModel(QAbstractListModel):
    """The lines found, newest first. Thread: gui."""

    def __init__(self, parent: QWidget) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._lines: tuple[HistoryLine, ...] = ()

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """Return the lines."""
        return self._lines

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show exactly these."""
        wanted = tuple(lines)
        known = len(self._lines)
        if 0 < known < len(wanted) and wanted[:known] == self._lines:
            self.beginInsertRows(_NO_INDEX, known, len(wanted) - 1)
            self._lines = wanted
            self.endInsertRows()
        elif wanted != self._lines:
            self.beginResetModel()
            self._lines = wanted
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, or what assistive technology reads."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.number
        return line.accessible_name if role == Qt.ItemDataRole.AccessibleTextRole else None


class LineHead(QWidget):
    """The names of the columns above the list. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the head."""
        super().__init__(parent)
        self._theme = theme
        self.long_times = False
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names where the delegate paints the values."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.line))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.line))
        at = Columns(theme, self.width(), long_times=self.long_times)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(QColor(tokens.ink2))
        names = [
            (at.time, self.tr("Time")),
            (at.number, self.tr("Number")),
            (at.who, self.tr("Customer or desk")),
            (at.outcome, self.tr("Outcome")),
        ]
        if at.has_vendor:
            names.append((at.vendor, self.tr("Vendor")))
        for left, name in names:
            painter.drawText(QRectF(left, 0, self.width(), self.height()), LEFT, name)
        amount = QRectF(0, 0, at.amount_right, self.height())
        painter.drawText(amount, RIGHT, self.tr("Amount"))
        painter.end()

    @Slot()
    def _on_restyled(self) -> None:
        self.setFixedHeight(self._theme.px(HEAD_HEIGHT))
        self.update()


class LineList(QListView):
    """The list "Orders found".

    Thread: gui. Signals: `line_chosen(order_id)` at a tap or Enter; `end_reached` when it was
    scrolled to its last line.
    """

    line_chosen = Signal(str)
    end_reached = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._theme = theme
        self.lines = LineModel(self)
        self.delegate = LineDelegate(theme, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Orders found"))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        scroll_by_finger(self)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_restyled)

    def show_lines(self, lines: Sequence[HistoryLine], wanted: str, *, long_times: bool) -> None:
        """Show these, with what was searched for marked."""
        self.delegate.wanted = wanted
        self.delegate.long_times = long_times
        self.lines.show_lines(lines)
        self.viewport().update()

    def choose(self, order_id: str) -> None:
        """Mark the line whose order is shown."""
        self.delegate.chosen = order_id
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, HistoryLine):
            self.line_chosen.emit(line.order_id)

    @Slot(int)
    def _on_scrolled(self, place: int) -> None:
        if 0 < place == self.verticalScrollBar().maximum():
            self.end_reached.emit()

    @Slot()
    def _on_restyled(self) -> None:
        self.doItemsLayout()
        self.viewport().update()
