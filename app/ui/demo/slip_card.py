"""One printed slip on the screen, with the button that scans it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label

_LONGEST = 1200
_FOLDED = 150  # shows the number and what stands below it


def read_slip(path: Path) -> QImage:
    """Return the picture of a slip from its file, an empty one where it cannot be read.

    Thread: any.
    """
    return QImageReader(str(path)).read()


class Paper(QWidget):
    """The slip as it was printed, fitted to the width; a tap unfolds the whole of it.

    Thread: gui.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make a sheet that is empty as yet."""
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._folded = True
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, image: QImage) -> None:
        """Show the picture."""
        self._picture = QPixmap.fromImage(image)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the picture's shape."""
        if self._picture.isNull():
            return self._theme.px(80)
        high = width * self._picture.height() // max(1, self._picture.width())
        return min(high, self._theme.px(_FOLDED if self._folded else _LONGEST))

    def sizeHint(self) -> QSize:
        """Return the size at the window's usual width."""
        wide = self._theme.px(280)
        return QSize(wide, self.heightForWidth(wide))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold, or fold again."""
        if self.rect().contains(event.position().toPoint()):
            self._folded = not self._folded
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, which is white in either theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        if not self._picture.isNull():
            high = self._picture.height() * self.width() // self._picture.width()
            painter.drawPixmap(QRect(0, 0, self.width(), high), self._picture)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class SlipCard(QWidget):
    """A slip and its button.

    Thread: gui. Signals: `scanned(code)`.
    """

    scanned = Signal(str)

    def __init__(self, theme: Theme, code: str, text: str) -> None:
        """Make the card of a slip; its picture may follow."""
        super().__init__()
        self._code = code
        self.setAccessibleName(code)
        self.paper = Paper(theme, text)
        self.text = Label(theme, text, "small", "ink2")
        self.text.hide()
        self.button = ActionButton(theme, "", Kind.PALE, icon="scan", height=56)
        self.button.setAccessibleDescription(code)
        self.button.acted.connect(self._on_acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.paper)
        column.addWidget(self.text)
        column.addWidget(self.button)
        self.speak()

    def speak(self) -> None:
        """Word the button in the language of the screen."""
        self.button.set_words(self.tr("Scan"))

    def show_text(self) -> None:
        """Show the slip as text: there is no picture of it."""
        self.paper.hide()
        self.text.show()

    @Slot(object)
    def on_picture(self, image: QImage) -> None:
        """Show the picture that was read, or the text where it could not be read."""
        if image.isNull():
            self.show_text()
        else:
            self.paper.show_picture(image)

    @Slot()
    def _on_acted(self) -> None:
        self.scanned.emit(self._code)
