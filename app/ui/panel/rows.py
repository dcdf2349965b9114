"""The simple rows of the panel's body: facts with an icon, sums, and pairs of details."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import IconMark, Label
from app.ui.wording.basket import Sum, Weight

_RIGHT = Qt.AlignmentFlag.AlignRight
_STYLES = {
    Weight.QUIET: ("small", "small_tabular", "ink3"),
    Weight.PLAIN: ("body", "price", "ink2"),
    Weight.STRONG: ("body_strong", "amount", "ink"),
    Weight.TOTAL: ("total", "total", "ink"),
}


class FactRow(QWidget):
    """An icon and a text that wraps. Thread: gui."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        """Make the row."""
        super().__init__(parent)
        self._theme = theme
        self.text = Sentence(theme, text, "body", "ink")
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconMark(theme, icon, 20, "ink3"), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, px(3), 0, px(3))
        self._row.setSpacing(px(9))


class SumRow(QWidget):
    """A label, perhaps a small remark, and at the right the amount. Thread: gui."""

    def __init__(self, theme: Theme, sum_: Sum, parent: QWidget | None = None) -> None:
        """Make the row of `sum_`."""
        super().__init__(parent)
        self._theme = theme
        style, tabular, ink = _STYLES[sum_.weight]
        self.value = Label(theme, sum_.value, tabular, ink, align=_RIGHT)
        self._row = QHBoxLayout(self)
        if sum_.remark:
            self._row.addWidget(Label(theme, sum_.label, style, ink))
            self._row.addWidget(Sentence(theme, sum_.remark, "small", "ink3", middle=True), 1)
        else:
            self._row.addWidget(Sentence(theme, sum_.label, style, ink), 1)
        self._row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignTop)
        self._is_total = sum_.weight is Weight.TOTAL
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        pad = px(3 if self._is_total else 2)
        self._row.setContentsMargins(0, pad, 0, pad)
        self._row.setSpacing(px(8))


class DetailRow(QWidget):
    """A small label and its value, both of which wrap. Thread: gui."""

    def __init__(self, theme: Theme, label: str, value: str, parent: QWidget | None = None) -> None:
        """Make the row."""
        super().__init__(parent)
        self._theme = theme
        self.label = Sentence(theme, label, "small", "ink3")
        self.value = Sentence(theme, value, "small", "ink2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label, 2, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.value, 3, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, px(3), 0, px(3))
        self._row.setSpacing(px(12))
