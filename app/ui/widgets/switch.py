"""A switch: something is on or off, and the word beside it says which."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.once import SetOnce

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

_HEIGHT = 48
_TRACK = QSize(56, 32)
_GAP = 12


class Switch(SetOnce, QCheckBox):
    """One thing that is on or off; a check box to assistive technology.

    Thread: gui. Signals: `toggled(is_on)` of QCheckBox.
    """

    def __init__(
        self, theme: Theme, name: str, *, on: str, off: str, parent: QWidget | None = None
    ) -> None:
        """Make a switch that is off; `name` is its accessible name, `on` and `off` its words."""
        super().__init__(parent)
        self._theme = theme
        self._words = {True: on, False: off}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def word(self) -> str:
        """Return what stands beside it."""
        return self._words[self.isChecked()]

    def sizeHint(self) -> QSize:
        """Return the size that the longer word wants."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font("body_medium"))
        wide = max(metrics.horizontalAdvance(word) for word in self._words.values())
        return QSize(round(wide) + theme.px(_TRACK.width() + _GAP) + 4, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the switch and a little of its word."""
        return QSize(self._theme.px(_TRACK.width() + 48), self._theme.px(_HEIGHT))

    def hitButton(self, pos: "QPoint") -> bool:
        """Take a press on the word too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the knob and the word."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = theme.real(_TRACK.width()), theme.real(_TRACK.height())
        track = QRectF(1, (self.height() - high) / 2, wide, high)
        self._paint_track(painter, track)
        left = track.right() + theme.real(_GAP)
        font = theme.font("body_medium")
        room = max(0.0, self.width() - left)
        word = QFontMetricsF(font).elidedText(self.word, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink if self.isEnabled() else tokens.ink3))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, room + 2, self.height()), flags, word)
        painter.end()

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        theme, tokens, is_on = self._theme, self._theme.tokens, self.isChecked()
        width = theme.real(2 if is_on else 1.5)
        box = track.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        ground = tokens.press if self.isDown() else tokens.accent_pale if is_on else tokens.surface
        colour = tokens.accent if is_on else tokens.edge
        if not self.isEnabled():
            colour = tokens.line
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        radius = box.height() / 2 - theme.real(5)
        middle = box.center()
        shift = box.width() / 2 - box.height() / 2
        middle.setX(middle.x() + (shift if is_on else -shift))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(middle, radius, radius)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
