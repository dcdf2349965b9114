"""A button on the coloured ground of a scan answer."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.answer import AnswerButton


class ColouredButton(ActionButton):
    """A button on a coloured ground: outlined, or solid in the ink on amber. Thread: gui."""

    def __init__(self, theme: Theme, button: AnswerButton, colours: tuple[str, str]) -> None:
        self.key = button.key
        self._ground, self._ink = colours
        self._is_solid = colours[0] == theme.tokens.warn
        self._tail = ""
        super().__init__(theme, button.text, Kind.PLAIN, icon=button.icon, height=80)
        self.counts = button.counts

    def set_seconds(self, seconds: int) -> None:
        """Show the seconds behind the words; the accessible name stays."""
        self._tail = self.tr("{seconds} s").format(seconds=seconds)
        self.setText(f"{self._words} {self._tail}")

    def sizeHint(self) -> QSize:
        """Return a size with room for two figures of seconds."""
        wide = QFontMetricsF(self._theme.font("title")).horizontalAdvance(self._words + " 88 s")
        icon = self._theme.px(26 + 14) if self._icon_name else 0
        return QSize(round(wide) + icon + self._theme.px(2 * 32), self._theme.px(self._height))

    def set_colours(self, colours: tuple[str, str]) -> None:
        """Take another ground and ink."""
        self._ground, self._ink = colours
        self.update()

    def set_height(self, design: int) -> None:
        """Change the height (an answer that waits has taller buttons)."""
        self._height = design
        self.setMinimumSize(self.minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button in the answer's ink."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.real(3)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(self._ink), width))
        ground, ink = self._ground, self._ink
        if self._is_solid != self.isDown():
            ground, ink = ink, ground
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, theme.real(12), theme.real(12))
        self._paint_words(painter, ink)
        painter.end()

    def _icon_size(self) -> int:
        return self._theme.px(26)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("title"))
        self.setMinimumSize(self.minimumSizeHint())
        self.update()
