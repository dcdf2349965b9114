"""Words in a dialog's foot that stand elsewhere where the foot is too narrow for them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Theme

_NARROW: Final = 720  # design px of width below which the foot has no room for words


class FootNote(QHBoxLayout):
    """The place of the words between the buttons of a foot. Thread: gui."""

    def __init__(self, theme: Theme, words: QWidget) -> None:
        """Put the words there."""
        super().__init__()
        self._theme = theme
        self._words = words
        self.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        self.addWidget(words, 1)

    def fit(self, room: QSize, column: QVBoxLayout, index: int) -> None:
        """Keep the words in the foot, or put them into `column` where `room` is narrow."""
        if room.width() < self._theme.px(_NARROW):
            column.insertWidget(index, self._words)
        else:
            self.addWidget(self._words, 1)
