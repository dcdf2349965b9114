"""A table of texts, painted by row: however many rows there are, only those in sight cost time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme

ROW_HEIGHT: Final = 56
_HEAD_HEIGHT: Final = 40
_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, and the least width at which it is shown."""

    title: str
    share: int
    style: str = "body"
    right: bool = False
    from_width: int = 0


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row: a text for each column; `ground` and `ink` are colour roles of the first one."""

    cells: tuple[str, ...]
    key: str = ""
    ground: str = "surface"
    ink: str = "ink"

    @property
    def accessible_name(self) -> str:
        """Return the row for assistive technology."""
        return ", ".join(cell for cell in self.cells if cell)


class RowModel(QAbstractTableModel):
    """Rows that are made when they come in sight. Thread: gui."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._count = 0
        self._row: Callable[[int], TextRow] = lambda _place: TextRow(())

    def show_rows(self, count: int, row: Callable[[int], TextRow]) -> None:
        """Show `count` rows; `row` makes the one at a place."""
        self.beginResetModel()
        self._count = count
        self._row = row
        self.endResetModel()

    def row(self, place: int) -> TextRow:
        """Return the row at a place."""
        return self._row(place)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text; for assistive technology the first one tells the whole row."""
        if not index.isValid() or index.row() >= self._count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._row(index.row()).cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._row(index.row())
            return row.cells[index.column()] if index.column() else row.accessible_name
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title and the side it stands at."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return _side(column.right) if role == Qt.ItemDataRole.TextAlignmentRole else None


class _Painter(QStyledItemDelegate):
    """Paints one cell. Thread: gui."""

    def __init__(self, theme: Theme, model: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, hairline and text."""
        theme, tokens = self._theme, self._theme.tokens
        row, column = self._model.row(index.row()), self._model.columns[index.column()]
        rect = option.rect
        painter.fillRect(rect, QColor(getattr(tokens, row.ground)))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        pad = theme.px(12)
        font = theme.font(column.style)
        room = max(0, rect.width() - 2 * pad)
        text = QFontMetricsF(font).elidedText(
            row.cells[index.column()], Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens, row.ink if not index.column() else "ink")))
        painter.drawText(
            QRectF(rect.left() + pad, rect.top(), room, rect.height()), _side(column.right), text
        )


class RowTable(QTableView):
    """A table whose rows are tapped as a whole.

    Thread: gui. Signals: `row_chosen(key)` at a tap or Enter.
    """

    row_chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        """Make an empty table called `name`."""
        super().__init__(parent)
        self._theme = theme
        self.rows = RowModel(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(theme, self.rows, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setAccessibleName(name)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(0)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        scroll_by_finger(self)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def show_rows(self, count: int, row: Callable[[int], TextRow]) -> None:
        """Show these rows from the top."""
        self.rows.show_rows(count, row)
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its share; where there is little room some are left out."""
        super().resizeEvent(event)
        width = self.viewport().width()
        columns = self.rows.columns
        shown = [width >= self._theme.px(column.from_width) for column in columns]
        whole = sum(
            column.share for column, is_shown in zip(columns, shown, strict=True) if is_shown
        )
        left = width
        for place, column in enumerate(columns):
            self.setColumnHidden(place, not shown[place])
            if shown[place]:
                is_last = not any(shown[place + 1 :])
                wide = left if is_last else width * column.share // whole
                self.setColumnWidth(place, wide)
                left -= wide

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self.rows.row(index.row()).key
            if key:
                self.row_chosen.emit(key)

    @Slot()
    def _on_restyled(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        head = self.horizontalHeader()
        head.setFixedHeight(theme.px(_HEAD_HEIGHT))
        head.setFont(theme.font("small_strong"))
        head.setStyleSheet(
            f"QHeaderView::section {{ background: {tokens.sunken}; color: {tokens.ink2};"
            f" border: 0; border-bottom: 1px solid {tokens.line};"
            f" padding: 0 {theme.px(12)}px; }}"
            f"QHeaderView {{ background: {tokens.sunken}; border: 0; }}"
        )
        self.viewport().update()


def _side(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
