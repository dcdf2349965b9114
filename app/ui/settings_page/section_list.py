"""The sections of Settings, one below the other, of which one is shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.settings_page.parts import scrolled
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Sheet


class SectionButton(ActionButton):
    """The way to one section: icon and words from the left. Thread: gui."""

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme = self._theme
        size = theme.px(22)
        left = theme.px(14)
        box = QRectF(left, round((self.height() - size) / 2), size, size)
        theme.paint_icon(painter, box, self._icon_name or "info", colour)
        if not self.is_wide():
            return
        left += size + theme.px(12)
        room = max(0.0, self.width() - left - theme.px(8))
        font = self.font()
        shown = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, room + 4, self.height()), flags, shown)

    def is_wide(self) -> bool:
        """Tell whether there is room for the words."""
        return self.width() > self._theme.px(100)


class SectionList(Sheet):
    """The sections, one below the other. Thread: gui. Signals: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, sections: Iterable[tuple[str, str, str]]) -> None:
        """Make the list of (key, icon, words)."""
        super().__init__(theme, "surface", ("right",))
        self._buttons: dict[str, SectionButton] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        px = theme.px
        # Without gaps, so that all sections are seen at once at 800 px: rows tell themselves apart.
        column.setContentsMargins(px(8), px(4), px(8), px(4))
        column.setSpacing(0)
        for key, icon, words in sections:
            button = SectionButton(theme, words, Kind.GHOST, icon=icon, height=56)
            button.setMinimumWidth(px(56))
            button.acted.connect(self._on_acted)
            self._buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)
        self._scroll = scrolled(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(self._scroll)

    def choose(self, key: str) -> None:
        """Mark the section that is shown, and let it be seen."""
        for each, button in self._buttons.items():
            button.set_selected(each == key)
            if each == key:
                self._scroll.ensureWidgetVisible(button, 0, self._theme.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the section that is shown in sight."""
        super().resizeEvent(event)
        for button in self._buttons.values():
            if button.is_selected():
                self._scroll.ensureWidgetVisible(button, 0, self._theme.px(12))

    @Slot()
    def _on_acted(self) -> None:
        for key, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(key)
