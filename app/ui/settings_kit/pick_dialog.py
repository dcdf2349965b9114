"""Choosing one of many: a list of tiles, with a search where the list is long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.settings_kit.control import TextField
from app.ui.theme import Theme
from app.ui.widgets import Dialog, Label, RadioTile

_SEARCHED_FROM: Final = 13
_MOST_SHOWN: Final = 40


class PickDialog(Dialog):
    """One of many texts. Thread: gui. Signals: `picked(value)`."""

    picked = Signal(str)

    def __init__(self, theme: Theme, title: str, options: Mapping[str, str], chosen: str) -> None:
        """Offer `options`, texts by value."""
        super().__init__(theme, title, width=640, height=640 if len(options) > 6 else None)
        self._options = dict(options)
        self._chosen = chosen
        self.field = TextField(theme, self.tr("Search"))
        self.field.setPlaceholderText(self.tr("Type a part of the name"))
        self.field.setVisible(len(options) >= _SEARCHED_FROM)
        self.field.textChanged.connect(self._on_text)
        self.more = Label(theme, "", "body", "ink2", wrap=True)
        self._list = QWidget()
        self.tiles: dict[str, RadioTile] = {}
        self._tiles = QVBoxLayout(self._list)
        self._tiles.setContentsMargins(0, 0, 0, 0)
        self._tiles.setSpacing(theme.px(8))
        for widget in (self.field, self._list, self.more):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._show("")

    def first_focus(self) -> QWidget | None:
        """Return the search where there is one, else what is chosen."""
        if len(self._options) >= _SEARCHED_FROM:
            return self.field
        return self.tiles.get(self._chosen)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._show(text)

    def _show(self, text: str) -> None:
        wanted = text.strip().casefold()
        fits = {
            value: words
            for value, words in self._options.items()
            if wanted in words.casefold() or wanted in value.casefold()
        }
        first = [self._chosen] if self._chosen in fits else []
        shown = [*first, *(value for value in fits if value != self._chosen)][:_MOST_SHOWN]
        for tile in self.tiles.values():
            tile.hide()
            tile.deleteLater()
        self.tiles = {value: self._tile(value) for value in shown}
        rest = len(fits) - len(shown)
        said = self.tr("Nothing is called so.") if not fits else ""
        if rest > 0:
            said = self.tr("{count} more: type a part of the name.").format(count=rest)
        self.more.setText(said)
        self.more.setVisible(bool(said))

    def _tile(self, value: str) -> RadioTile:
        tile = RadioTile(self.theme, self._options[value], self._list)
        tile.setChecked(value == self._chosen)
        tile.clicked.connect(self._on_clicked)
        self._tiles.addWidget(tile)
        return tile

    @Slot()
    def _on_clicked(self) -> None:
        for value, tile in self.tiles.items():
            if tile is self.sender():
                self.done_with()
                self.picked.emit(value)
                return
