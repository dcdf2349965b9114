"""A box of the panel that says what stands between an order and its next step."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import ShapeMark
from app.ui.wording.troubles import Trouble


class TroubleBox(QWidget):
    """A doubt, a refusal or something that waits on its ground; a doubt is dashed. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(parent)
        self._theme = theme
        self._shape = Shape.UNCONFIRMED
        self._mark = ShapeMark(theme, Shape.UNCONFIRMED, 22)
        self.sentence = Sentence(theme, "", "body", "ink")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.sentence, 1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, trouble: Trouble) -> None:
        """Show another trouble."""
        self._shape = trouble.shape
        self._mark.set_shape(trouble.shape)
        self.sentence.say(trouble.runs)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its border."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, ground = {
            Shape.UNCONFIRMED: (tokens.warn_text, tokens.surface),
            Shape.WARN: (tokens.warn_text, tokens.warn_pale),
        }.get(self._shape, (tokens.bad, tokens.bad_pale))
        pen = QPen(QColor(edge), theme.real(1.5))
        if self._shape is Shape.UNCONFIRMED:
            pen.setDashPattern([3.4, 2.2])
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, theme.real(8), theme.real(8))
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(10), px(8), px(10), px(8))
        self._row.setSpacing(px(8))
        self.update()
