"""A sheet that lies over a page for one choice, such as a short list or a calendar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.theme import Theme


class OverSheet(QWidget):
    """A sheet over the page, no window of its own; a tap beside it closes it, made for one opening.

    Thread: gui.
    """

    def __init__(self, theme: Theme, label: str, over: QWidget) -> None:
        """Make a hidden sheet over the page `over`; `label` says what is chosen in it."""
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.setAccessibleName(label)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def open_below(self, button: QWidget) -> None:
        """Lie below `button`, inside the page; higher where there is no room below."""
        over = self._over
        self.adjustSize()
        size = self.sizeHint()
        wide = max(size.width(), button.width())
        corner = button.mapTo(over, QPoint(0, button.height() + self._theme.px(4)))
        left = max(0, min(corner.x(), over.width() - wide))
        high = min(size.height(), over.height())
        top = max(0, min(corner.y(), over.height() - high))
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def first_focus(self) -> QWidget:
        """Return what has the focus when it opens; subclasses say which."""
        return self

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a tap elsewhere and on Esc; the tap does nothing else."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget):
                self.close_sheet()
                return True
        return isinstance(event, QKeyEvent) and self._takes(event)

    def close_sheet(self) -> None:
        """Close and choose nothing."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.edge))
        painter.setBrush(QColor(self._theme.tokens.surface))
        radius = self._theme.real(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _takes(self, event: QKeyEvent) -> bool:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            self.close_sheet()
            return True
        return False
