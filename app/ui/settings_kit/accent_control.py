"""The screen's main colour: ours, one of a few good ones, or a shop's own, written down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from app.settings.view import SettingView
from app.ui.settings_kit.control import TextField
from app.ui.settings_kit.paired_control import PairedControl
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.theme.tokens import ACCENTS, with_accent
from app.ui.widgets.once import SetOnce
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.setting_words import SettingWords

_OURS: Final = QT_TRANSLATE_NOOP("SettingWords", "Ours, blue")
_NAMES: Final = (
    QT_TRANSLATE_NOOP("SettingWords", "Dark blue"),
    QT_TRANSLATE_NOOP("SettingWords", "Violet"),
    QT_TRANSLATE_NOOP("SettingWords", "Lilac"),
)


class Swatch(SetOnce, QRadioButton):
    """A colour to choose, as the theme in force would show it. Thread: gui."""

    def __init__(self, theme: Theme, accent: str, name: str) -> None:
        """Make it for `accent`, "" for ours."""
        QRadioButton.__init__(self)
        self._theme = theme
        self.accent = accent
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(theme.px(56), theme.px(56))

    def choose(self, chosen: bool) -> None:
        """Show whether it is chosen: none is where a shop has written its own."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def hitButton(self, pos: object) -> bool:
        """Take a press anywhere, not only on a radio mark that is not painted."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour as a disc, within the border of a key."""
        theme, tokens, chosen = self._theme, self._theme.tokens, self.isChecked()
        width = theme.real(2 if chosen else 1.5)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        ground = tokens.accent_pale if chosen else tokens.surface
        edge = tokens.accent if chosen else tokens.edge if self.isEnabled() else tokens.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.press if self.isDown() else ground))
        painter.drawRoundedRect(box, theme.real(10), theme.real(10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._shown()))
        painter.drawEllipse(box.center(), theme.real(14), theme.real(14))
        painter.end()

    def _shown(self) -> str:
        ours = DARK if self._theme.is_dark else LIGHT
        return with_accent(ours, self.accent).accent if self.accent else ours.accent


class _ColourField(TextField):
    """As wide as a colour is long. Thread: gui."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(184), self._theme.px(56))


class AccentControl(PairedControl):
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
        offered = QWidget()
        offered.setFixedHeight(theme.px(56))
        row = QHBoxLayout(offered)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for swatch in self.swatches:
            row.addWidget(swatch)
            swatch.clicked.connect(self._on_swatch)
        self.pair(offered, self.field)
        self.field.textEdited.connect(self._on_edited)

    def value(self) -> object:
        """Return the colour as it is kept: in capitals, "" for ours."""
        return self.field.text().strip().upper()

    def show_value(self, value: object) -> None:
        """Show a colour, and which of those offered it is."""
        if value != self.value():
            self.field.setText(str(value or ""))
        for swatch in self.swatches:
            swatch.choose(swatch.accent == self.value())

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
