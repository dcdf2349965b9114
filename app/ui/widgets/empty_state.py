"""What a place says while nothing is in it: an icon, a bold line, a line of what will happen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.label import Label


class IconMark(QWidget):
    """An icon in an ink of the tokens; decoration, without a name. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        size: int = 22,
        ink: str = "ink3",
        parent: QWidget | None = None,
    ) -> None:
        """Make an icon of `size` design px."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, icon: str, ink: str | None = None) -> None:
        """Show another icon, in another ink when given."""
        self._icon = icon
        self._ink = ink or self._ink
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        size = self._theme.px(self._size)
        colour = str(getattr(self._theme.tokens, self._ink))
        self._theme.paint_icon(painter, QRectF(0, 0, size, size), self._icon, colour)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class EmptyState(QWidget):
    """An icon, a bold line and a plain one in the middle, with at most one button.

    Thread: gui. Signals: `acted` when the button was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        head: str,
        line: str,
        *,
        button: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it; `head` says what is so, `line` what will happen or what to do."""
        super().__init__(parent)
        self._theme = theme
        self.icon = IconMark(theme, icon, 44)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.head = Label(theme, head, "body_strong", wrap=True, align=centre)
        self.line = Label(theme, line, "body", "ink2", wrap=True, align=centre)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.icon, 0, centre)
        self._column.addWidget(self.head)
        self._column.addWidget(self.line)
        self.button: ActionButton | None = None
        if button is not None:
            self.button = ActionButton(theme, button, Kind.PLAIN)
            self.button.acted.connect(self.acted)
            self._column.addSpacing(theme.px(12))
            self._column.addWidget(self.button, 0, centre)
        self._column.addStretch(1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, head: str, line: str) -> None:
        """Change both lines."""
        self.head.setText(head)
        self.line.setText(line)

    @Slot()
    def _on_theme_changed(self) -> None:
        margin = self._theme.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(self._theme.px(8))
