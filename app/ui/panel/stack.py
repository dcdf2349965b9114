"""Rows one below the other that are made anew only where what they show has changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Item = TypeVar("Item", bound=Hashable)


class RowStack(QWidget):
    """A column of rows, each made from one item; an unchanged item keeps its row.

    Thread: gui.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty column."""
        super().__init__(parent)
        self._items: list[Hashable] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def rows(self) -> list[QWidget]:
        """Return the rows from top to bottom."""
        return list(self._rows)

    def show_items(self, items: Sequence[Item], make: Callable[[Item], QWidget]) -> bool:
        """Show exactly `items`; return whether anything changed."""
        if list(items) == self._items:
            return False
        for place, item in enumerate(items):
            if place < len(self._items) and self._items[place] == item:
                continue
            if place < len(self._items):
                self._take_out(place)
            row = make(item)
            self._column.insertWidget(place, row)
            self._items.insert(place, item)
            self._rows.insert(place, row)
            row.show()
        for place in range(len(self._items) - 1, len(items) - 1, -1):
            self._take_out(place)
        self.setVisible(bool(self._items))
        return True

    def _take_out(self, place: int) -> None:
        row = self._rows.pop(place)
        del self._items[place]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
