"""One of many: a button that shows what is chosen and opens the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from app.settings.view import SettingView
from app.ui.settings_kit.control import Control
from app.ui.settings_kit.pick_dialog import PickDialog
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, DialogLayer, Kind
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import SettingWords


class PickButton(ActionButton):
    """Words from the left, the mark of a list at the right. Thread: gui."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Make a button that shows nothing yet."""
        super().__init__(theme, "", Kind.PLAIN, height=56, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room of a field."""
        return QSize(self._theme.px(280), self._theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """Return that long words are cut."""
        return QSize(self._theme.px(120), self._theme.px(56))

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme, size = self._theme, self._theme.px(22)
        pad = theme.px(14)
        right = self.width() - pad - size
        box = QRectF(right, round((self.height() - size) / 2), size, size)
        theme.paint_icon(painter, box, "chevron-down", colour)
        font = theme.font("body_medium")
        room = max(0, right - 2 * pad)
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        where = QRectF(pad, 0, room + 2, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class PickControl(Control):
    """One of many choices. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        view: SettingView,
        words: SettingWords,
        layer: DialogLayer,
        options: Mapping[str, str],
    ) -> None:
        """Offer `options`, texts by value, in a dialog of `layer`."""
        super().__init__(theme, view, words)
        self._layer = layer
        self._options = options
        self._value = ""
        self.button = PickButton(theme, words.name)
        self.button.acted.connect(self._on_wanted)
        self.row.addWidget(self.button, 1)

    def value(self) -> object:
        """Return what is chosen."""
        return self._value

    def show_value(self, value: object) -> None:
        """Show what is chosen."""
        self._value = str(value) if value is not None else ""
        nothing = translate("SettingWords", "nothing chosen")
        text = self._options.get(self._value, self._value) or nothing
        self.button.set_words(text, name=f"{self.words.name}: {text}")

    @Slot()
    def _on_wanted(self) -> None:
        dialog = PickDialog(self.theme, self.words.label, self._options, self._value)
        dialog.picked.connect(self._on_picked)
        self._layer.open(dialog)

    @Slot(str)
    def _on_picked(self, value: str) -> None:
        if value != self._value:
            self.show_value(value)
            self.edited.emit()
