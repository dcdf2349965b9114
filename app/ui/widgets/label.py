"""Plain text on the screen: never markup, in a type style and an ink of the tokens."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme


class Label(QLabel):
    """A plain-text label; its own text stays its accessible name.

    `elide` cuts at the right with "…" instead of asking for room; `wrap` breaks lines.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        ink: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label; `ink` is the name of a colour role."""
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._ink = ink
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_ink(self, ink: str) -> None:
        """Change the colour role."""
        self._ink = ink
        self._on_theme_changed()

    def set_style(self, style: str) -> None:
        """Change the type style."""
        self._style = style
        self._on_theme_changed()

    def minimumSizeHint(self) -> QSize:
        """Return the least size; an eliding label can shrink to nothing in width."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut where it does not fit."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(QColor(getattr(self._theme.tokens, self._ink)))
        metrics = QFontMetrics(self.font())
        first_line = " ".join(self.text().split())
        text = metrics.elidedText(first_line, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.contentsRect(), int(self.alignment()), text)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._style))
        colours = self.palette()
        ink = QColor(getattr(self._theme.tokens, self._ink))
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            colours.setColor(group, QPalette.ColorRole.WindowText, ink)
        disabled = QColor(self._theme.tokens.ink3)
        colours.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, disabled)
        self.setPalette(colours)
        self.updateGeometry()
        self.update()
