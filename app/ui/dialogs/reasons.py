"""A choice of ready-made reasons in columns of tiles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import RadioTile
from app.ui.widgets.tab_order import tab_stops_at

_LEAST = 104  # design px of a tile's width that words on two lines need


class Reasons(QWidget):
    """One of several reasons; none at first. They stand in fewer columns where it is narrow.

    Thread: gui. Signals: `chosen(key)`.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, reasons: Sequence[tuple[str, str]], name: str, *, columns: int = 2
    ) -> None:
        """Offer `reasons` as (key, words); `name` is the accessible name of the choice."""
        super().__init__()
        self._theme = theme
        self._keys: list[str] = []
        self._columns = columns
        self._in_force = 0
        self._group = QButtonGroup(self)
        self.tiles: list[RadioTile] = []
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, (key, words) in enumerate(reasons):
            tile = RadioTile(theme, words, self)
            self._keys.append(key)
            self.tiles.append(tile)
            self._group.addButton(tile, place)
        self._place()
        self._group.idClicked.connect(self._on_clicked)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    @property
    def key(self) -> str:
        """Return the reason chosen, "" for none."""
        place = self._group.checkedId()
        return self._keys[place] if place >= 0 else ""

    def set_columns(self, columns: int) -> None:
        """Stand in so many columns of one width where there is room for them."""
        self._columns = columns
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Return that one column is enough."""
        return QSize(self._theme.px(_LEAST), super().minimumSizeHint().height())

    def _place(self) -> None:
        columns = self._columns
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):  # before that it has no width
            gap = self._grid.spacing()
            fit = (self.width() + gap) // (self._theme.px(_LEAST) + gap)
            columns = max(1, min(columns, fit))
        if columns == self._in_force:
            return
        self._in_force = columns
        for place, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(len(self.tiles)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def choose(self, key: str) -> None:
        """Choose for staff, who can choose another."""
        tile = self.tiles[self._keys.index(key)]
        tile.setChecked(True)
        tab_stops_at(tile, self.tiles)

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._keys[place])

    @Slot()
    def _on_restyled(self) -> None:
        self._grid.setSpacing(self._theme.px(8))
