"""The screen's main colour: ours, one of a few good ones, or a shop's own, written down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter

from app.settings.view import SettingView
from app.ui.settings_kit.control import Control, TextField
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.theme.tokens import ACCENTS, with_accent
from app.ui.widgets import ActionButton
from app.ui.widgets.flow import FlowLayout
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.setting_words import SettingWords

_OURS: Final = QT_TRANSLATE_NOOP("SettingWords", "Ours, blue")
_NAMES: Final = (
    QT_TRANSLATE_NOOP("SettingWords", "Dark blue"),
    QT_TRANSLATE_NOOP("SettingWords", "Violet"),
    QT_TRANSLATE_NOOP("SettingWords", "Lilac"),
)


class Swatch(ActionButton):
    """A colour to choose, as the theme in force would show it. Thread: gui."""

    def __init__(self, theme: Theme, accent: str, name: str) -> None:
        """Make it for `accent`, "" for ours."""
        super().__init__(theme, "", height=56, name=name)
        self.accent = accent
        self.setCheckable(True)
        self.setFixedWidth(theme.px(56))
        self.setToolTip(name)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        ours = DARK if self._theme.is_dark else LIGHT
        shown = with_accent(ours, self.accent) if self.accent else ours
        size = self._theme.real(28)
        place = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.accent))
        painter.drawEllipse(place)


class _ColourField(TextField):
    """As wide as a colour is long. Thread: gui."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(184), self._theme.px(56))


class AccentControl(Control):
    """Colours side by side, and a field for any other. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it with our own chosen."""
        super().__init__(theme, view, words)
        named = [("", _OURS), *zip(ACCENTS, _NAMES, strict=True)]
        self.swatches = [
            Swatch(theme, accent, f"{words.name}: {translate('SettingWords', name)}")
            for accent, name in named
        ]
        self.field = _ColourField(theme, words.name)
        self.field.setPlaceholderText("#RRGGBB")
        flow = FlowLayout(theme.px(8))
        for swatch in self.swatches:
            flow.addWidget(swatch)
            swatch.acted.connect(self._on_swatch)
        flow.addWidget(self.field)
        self.row.addLayout(flow, 1)
        self.field.textEdited.connect(self._on_edited)

    def value(self) -> object:
        """Return the colour as it is kept: in capitals, "" for ours."""
        return self.field.text().strip().upper()

    def show_value(self, value: object) -> None:
        """Show a colour, and which of those offered it is."""
        if value != self.value():
            self.field.setText(str(value or ""))
        for swatch in self.swatches:
            swatch.setChecked(swatch.accent == self.value())

    @Slot()
    def _on_swatch(self) -> None:
        for swatch in self.swatches:
            if swatch is self.sender():
                self.show_value(swatch.accent)
                self.edited.emit()
                return

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
