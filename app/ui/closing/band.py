"""The calm band above the message strip while this till is closed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Kind, ShapeMark, Sheet


class ClosedBand(Sheet):
    """Says since when it is closed and what happens to new orders, with the way to open.

    Thread: gui. Signals: `open_wanted`; `changed` when the band appears or goes.
    """

    open_wanted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a hidden band."""
        super().__init__(theme, "surface", ("top",), parent=parent)
        self.mark = ShapeMark(theme, Shape.PAUSED, 28)
        self.text = Sentence(theme, "", "body_medium", "ink", middle=True)
        self.open = ActionButton(theme, self.tr("Open"), Kind.PLAIN, height=56)
        # The name of the till's opening, since "Open" alone could be anything's.
        self.open.set_words(self.tr("Open"), name=self.tr("Open this till"))
        self.open.acted.connect(self.open_wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.open)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    def show_text(self, text: str) -> None:
        """Say it, or go with ""."""
        if text:
            self.text.say_plainly(text)
        if self.isHidden() == bool(text):
            self.setVisible(bool(text))
            self.changed.emit()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(8), px(12), px(8))
        self._row.setSpacing(px(14))
        self.setFixedHeight(px(72))
