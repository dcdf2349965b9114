"""What a camera sees, with the code it found, and how good the picture is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.picture import Picture, PictureHint
from app.ui.settings_page.parts import Box, Row
from app.ui.settings_page.scan_rows import VerdictRow
from app.ui.theme import Shape, Theme
from app.ui.widgets import Label
from app.ui.wording.scan_doctor import NOTHING, hint_words, level_words

_HEIGHT: Final = 270  # design px


class PictureView(QWidget):
    """One picture, as large as it fits, with the found code outlined. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make it without a picture."""
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the camera sees"))
        theme.changed.connect(self._on_restyled)

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, None for none."""
        self._picture = picture  # the image reads its pixels where they are
        self._image = QImage()
        if picture is not None:
            wide, high = picture.width, picture.height
            self._image = QImage(picture.pixels, wide, high, 3 * wide, QImage.Format.Format_RGB888)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a preview."""
        return QSize(self._theme.px(360), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and the outline."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        if self._picture is None or self._image.isNull():
            painter.setFont(self._theme.font("body"))
            painter.setPen(QColor(tokens.ink2))
            words = self.tr("The camera has sent no picture yet.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        else:
            self._paint(painter, self._picture)
        painter.end()

    def _paint(self, painter: QPainter, picture: Picture) -> None:
        factor = min(self.width() / picture.width, self.height() / picture.height)
        wide, high = picture.width * factor, picture.height * factor
        left, top = (self.width() - wide) / 2, (self.height() - high) / 2
        painter.drawImage(QRectF(left, top, wide, high), self._image)
        if not picture.outline:
            return
        corners = [QPointF(left + x * factor, top + y * factor) for x, y in picture.outline]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((self._theme.tokens.on_ok, 6), (self._theme.tokens.ok, 3)):
            painter.setPen(QPen(QColor(colour), self._theme.real(width)))
            painter.drawPolygon(QPolygonF(corners))

    @Slot()
    def _on_restyled(self) -> None:
        self.updateGeometry()
        self.update()


class Level(QWidget):
    """A bar that is filled up to a level between 0 and 1. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make an empty bar."""
        super().__init__()
        self._theme = theme
        self._level = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: float) -> None:
        """Fill it up to another level."""
        self._level = min(1.0, max(0.0, level))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a bar."""
        return QSize(self._theme.px(120), self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and filling."""
        tokens, real = self._theme.tokens, self._theme.real
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), real(1.5)))
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(frame, real(6), real(6))
        filled = frame.adjusted(real(3), real(3), -real(3), -real(3))
        filled.setWidth(filled.width() * self._level)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink2))
        painter.drawRoundedRect(filled, real(3), real(3))
        painter.end()


class LevelRow(Row):
    """A level as a bar, and the same in a word. Thread: gui."""

    def __init__(self, theme: Theme, label: str) -> None:
        """Make the row of nothing yet."""
        self.bar = Level(theme)
        self.word = Label(theme, NOTHING, "body_medium")
        self.word.setMinimumWidth(theme.px(56))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.bar, 1)
        row.addWidget(self.word)
        super().__init__(theme, label, both)
        self.setMinimumHeight(theme.px(48))

    def show_level(self, level: float) -> None:
        """Show another level."""
        self.bar.show_level(level)
        self.word.setText(level_words(level))


class PictureBox(Box):
    """The preview of a camera with what is to be said of it. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Make it without a picture."""
        super().__init__(theme)
        self._hint: PictureHint | None = None
        self.view = PictureView(theme)
        none = self.tr("No picture yet")
        self.hint = VerdictRow(theme, self.tr("Picture"), none, "")
        self.sharpness = LevelRow(theme, self.tr("Sharpness"))
        self.light = LevelRow(theme, self.tr("Light"))
        for row in (self.view, self.hint, self.sharpness, self.light):
            self.add(row)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; words change only when they do."""
        self.view.show_picture(picture)
        self.sharpness.show_level(picture.sharpness)
        self.light.show_level(picture.light)
        if picture.hint is not self._hint:
            self._hint = picture.hint
            fine = picture.hint is PictureHint.FINE
            self.hint.say(Shape.OK if fine else Shape.WARN, *hint_words(picture.hint))
