"""Where dialogs appear: a veil over the board, left of the panel, that never hides the order."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui.theme import Theme
from app.ui.widgets.dialog import Dialog

_SHADOW = 18


class Veil(QWidget):
    """The dark veil; swallows every tap on what lies beneath. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a hidden veil over `parent`."""
        super().__init__(parent)
        self._theme = theme
        self._hole = QRect()
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def set_hole(self, hole: QRect) -> None:
        """Say where the dialog lies, for its shadow."""
        self._hole = hole
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow the tap: it changes nothing."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil and the one soft shadow."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        colour = QColor(tokens.veil)
        colour.setAlphaF(tokens.veil_opacity)
        painter.fillRect(self.rect(), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(tokens.veil)
        shade.setAlphaF(0.028)
        painter.setBrush(shade)
        for step in range(_SHADOW, 0, -2):
            grow = self._theme.real(step)
            box = QRectF(self._hole).adjusted(-grow, -grow + 4, grow, grow + 4)
            painter.drawRoundedRect(box, 14 + grow, 14 + grow)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class DialogLayer(QObject):
    """Opens one dialog at a time over the board and keeps it in its place.

    The main window says with `set_areas` which part is veiled (top bar and board) and in which
    rectangle dialogs lie (above the strip, left of the panel; higher while the keyboard is up).

    Thread: gui. Signals: `opened`, `closed` (the main window disables the panel's foot meanwhile).
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Make the layer for `window`, which owns it."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._veil = Veil(theme, window)
        self._veiled = QRegion()
        self._area = QRect()
        self._dialog: Dialog | None = None
        self._focus_before: QWidget | None = None
        theme.changed.connect(self._on_theme_changed)

    @property
    def dialog(self) -> Dialog | None:
        """Return the dialog that is open."""
        return self._dialog

    def set_areas(self, veiled: QRegion, dialogs: QRect) -> None:
        """Say what is veiled and where dialogs lie, both in the window's coordinates."""
        self._veiled = QRegion(veiled)
        self._area = QRect(dialogs)
        self._place()

    def open(self, dialog: Dialog) -> None:
        """Open `dialog`; another that is open closes first, changing nothing."""
        if self._dialog is dialog:
            return
        self.close()
        self._dialog = dialog
        self._focus_before = self._window.focusWidget()
        dialog.setParent(self._window)
        dialog.closed.connect(self._on_dialog_closed)
        self._place()
        self._veil.show()
        self._veil.raise_()
        dialog.show()
        dialog.raise_()
        dialog.take_focus()
        self.opened.emit()

    def close(self) -> None:
        """Close the open dialog, if any; nothing changes by it."""
        if self._dialog is not None:
            self._dialog.reject()

    @Slot()
    def _on_dialog_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        dialog.closed.disconnect(self._on_dialog_closed)
        # Made for one opening: 2,000 hidden dialogs a day would be a leak.
        dialog.deleteLater()
        self._veil.hide()
        before, self._focus_before = self._focus_before, None
        # What had the focus may be gone: a card's field, or one of the dialog that stood here.
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._place()

    def _place(self) -> None:
        bounds = self._veiled.boundingRect()
        self._veil.setGeometry(bounds)
        self._veil.setMask(self._veiled.translated(-bounds.topLeft()))
        dialog = self._dialog
        if dialog is None:
            return
        margin = self._theme.px(8)
        room = self._area.adjusted(margin, margin, -margin, -margin)
        size = dialog.size_in(room.size())
        corner = QPoint(
            room.left() + (room.width() - size.width()) // 2,
            room.top() + (room.height() - size.height()) // 2,
        )
        dialog.setGeometry(QRect(corner, size))
        self._veil.set_hole(dialog.geometry().translated(-bounds.topLeft()))
