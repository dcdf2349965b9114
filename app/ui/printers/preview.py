"""The slip beside its settings, as it is printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.screen_settings import DeviceView
from app.ui.theme import Theme
from app.ui.widgets import Label

_WIDE = 316
_VIRTUAL, _PICTURE = "virtual", "picture"  # a kind of printer; `print_as`


class _Paper(QWidget):
    """The picture of a slip on white paper, as wide as there is room. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._slip: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme.px(200))

    def show_png(self, png: bytes) -> None:
        image = QImage.fromData(png)
        self._slip = None if image.isNull() else QPixmap.fromImage(image)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        wide = self.width() or self._theme.px(_WIDE)
        if self._slip is None:
            return QSize(wide, self._theme.px(200))
        return QSize(wide, round(wide * self._slip.height() / self._slip.width()))

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("white"))
        if self._slip is not None:
            painter.drawPixmap(self.rect(), self._slip)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class SlipPreviewView(QWidget):
    """A sample slip as the printer prints it. Thread: gui."""

    def __init__(self, theme: Theme) -> None:
        """Show empty paper until the first picture comes."""
        super().__init__()
        self.setFixedWidth(theme.px(_WIDE))
        self._paper = _Paper(theme)
        self._paper.setAccessibleName(self.tr("Preview of a slip"))
        self._said = ""
        self.caption = Label(theme, "", "body", "ink2")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.show_letters(None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._paper)
        column.addWidget(self.caption)
        column.addStretch(1)

    def show_letters(self, printer: DeviceView | None) -> None:
        """Say how far the picture is that of the paper: most printers have letters of their own."""
        self._said = self.tr("The letters are the printer's own")
        if printer is not None and (printer.kind == _VIRTUAL or printer.print_as == _PICTURE):
            self._said = self.tr("Exactly what it prints")
        self.caption.setText(self._said)

    def show_png(self, png: bytes) -> None:
        """Show another picture; b"" says that none can be drawn here."""
        self._paper.show_png(png)
        said = self._said if png else self.tr("No picture can be drawn here")
        self.caption.setText(said)
