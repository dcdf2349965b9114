"""Lists: some of a few as tiles to tick, or lines of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.settings.view import SettingView
from app.ui.settings_kit.control import Control, TextField
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, CheckTile, Kind
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import SettingWords

_IN_A_ROW = 2


class TicksControl(Control):
    """Some of a few choices. Thread: gui."""

    def __init__(
        self, theme: Theme, view: SettingView, words: SettingWords, options: Mapping[str, str]
    ) -> None:
        """Offer `options`, texts by value."""
        super().__init__(theme, view, words)
        self._ticked: list[str] = []
        self.tiles: dict[str, CheckTile] = {}
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for place, (value, text) in enumerate(options.items()):
            tile = CheckTile(theme, text)
            tile.setAccessibleName(f"{words.name}: {text}")
            tile.clicked.connect(self._on_clicked)
            self.tiles[value] = tile
            grid.addWidget(tile, place // _IN_A_ROW, place % _IN_A_ROW)
        for column in range(_IN_A_ROW):
            grid.setColumnStretch(column, 1)
        self.row.addLayout(grid, 1)

    def value(self) -> object:
        """Return the values in the order they were ticked, also those that are no choice now."""
        return tuple(self._ticked)

    def show_value(self, value: object) -> None:
        """Tick the values of a list."""
        self._ticked = [str(each) for each in value] if isinstance(value, tuple | list) else []
        for each, tile in self.tiles.items():
            tile.setChecked(each in self._ticked)

    @Slot()
    def _on_clicked(self) -> None:
        for value, tile in self.tiles.items():
            if tile.isChecked() and value not in self._ticked:
                self._ticked.append(value)
            elif not tile.isChecked() and value in self._ticked:
                self._ticked.remove(value)
        self.edited.emit()


class _Line(QWidget):
    """One text of a list, with the button that takes it away. Thread: gui."""

    def __init__(self, theme: Theme, label: str, number: int, longest: int | None) -> None:
        super().__init__()
        name = translate("SettingWords", "{label}, line {number}").format(
            label=label, number=number
        )
        self.field = TextField(theme, name)
        if longest is not None:
            self.field.setMaxLength(longest)
        away = translate("SettingWords", "Remove line {number} of {label}").format(
            label=label, number=number
        )
        self.away = ActionButton(theme, "", Kind.GHOST, icon="close", height=56, name=away)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.away)


class LinesControl(Control):
    """Texts of one's own, each in a line. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it without lines."""
        super().__init__(theme, view, words)
        self.lines: list[_Line] = []
        words_of_add = translate("SettingWords", "Add a line")
        name = translate("SettingWords", "Add a line to {label}").format(label=words.name)
        self.add = ActionButton(theme, words_of_add, Kind.LINK, icon="plus", name=name)
        self.add.acted.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addLayout(self._column, 1)

    def value(self) -> object:
        """Return the texts that are not empty."""
        texts = (line.field.text().strip() for line in self.lines)
        return tuple(text for text in texts if text)

    def show_value(self, value: object) -> None:
        """Show the texts of a list, unless they stand there already."""
        if isinstance(value, tuple | list) and tuple(value) != self.value():
            self._show(str(each) for each in value)

    def _show(self, texts: Iterable[str]) -> None:
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for text in texts:
            self._add_line(text)

    def _add_line(self, text: str) -> _Line:
        line = _Line(self.theme, self.words.name, len(self.lines) + 1, None)
        line.field.setText(text)
        line.field.textEdited.connect(self._on_edited)
        line.away.acted.connect(self._on_away)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        self.add.setVisible(self.view.longest is None or len(self.lines) < self.view.longest)
        return line

    @Slot()
    def _on_add(self) -> None:
        self._add_line("").field.setFocus()

    @Slot()
    def _on_away(self) -> None:
        kept = [line.field.text() for line in self.lines if line.away is not self.sender()]
        self._show(kept)
        self.add.setVisible(True)
        self.edited.emit()

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
