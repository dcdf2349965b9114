"""The focus ring: 3 px of accent around what the keyboard is on, and only for the keyboard."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from app.ui.theme import Theme

_OUTSIDE = 5
_WIDTH = 3
_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}


_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.EnabledChange}


class FocusRing(QWidget):
    """A ring that follows the focus inside one window while it moves by keyboard.

    It lies 2 px outside the focused widget, takes no taps and is no part of any layout. Lists
    and fields show their focus themselves. From the first key that leads on it is there, also where
    a dialog that opens or closes moves the focus, until something is tapped.

    Thread: gui.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Make the ring of `window`; it lives as long as the window."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_by_key(self) -> None:
        """Show it: a key has led on that no widget has seen, such as a shortcut."""
        self._by_key = True
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focused widget, show on keys, hide on taps; never swallows anything."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            if Qt.Key(event.key()) in _KEYS:
                self.show_by_key()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self.hide()
        elif kind in _MOVES and self.isVisible():
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.real(_WIDTH)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), width))
        half = width / 2
        radius = self._theme.real(13)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )
        painter.end()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = now
        if now is not None:
            now.installEventFilter(self)
        if self._by_key:
            self._follow()
        else:
            self.hide()

    def _follow(self) -> None:
        target = self._target
        if target is None or not self._rings(target):
            self.hide()
            return
        grow = self._theme.px(_OUTSIDE)
        corner = target.mapTo(self._window, target.rect().topLeft())
        self.setGeometry(QRect(corner, target.size()).adjusted(-grow, -grow, grow, grow))
        self.raise_()
        self.show()

    def _rings(self, target: QWidget) -> bool:
        if not self._window.isAncestorOf(target) or not target.isVisible():
            return False
        return not isinstance(target, (QAbstractItemView, QLineEdit, QTextEdit))
