"""The base of the dialogs about one order: keeps up with it and locks when it went away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import Dialog, ShapeMark
from app.usecases.desk import Shop


class WarningLine(QWidget):
    """A line on a red ground at the top of a dialog. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty, hidden line."""
        super().__init__(parent)
        self._theme = theme
        self.text = Sentence(theme, "", "body_strong", "bad_text", middle=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(ShapeMark(theme, Shape.BAD, 22))
        self._row.addWidget(self.text, 1)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    def say(self, text: str) -> None:
        """Show the line; "" hides it."""
        self.text.say_plainly(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.bad_pale))
        painter.drawRoundedRect(QRectF(self.rect()), theme.real(8), theme.real(8))
        painter.end()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(8), px(14), px(8))
        self._row.setSpacing(px(12))


class OrderDialog(Dialog):
    """A dialog about one order; `{number}` in its title is the order's.

    Subclasses say in `lock_reason` why nothing can be done any more; they then rest their buttons.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        shop: Shop,
        dispatch: Callable[[object], None],
        snapshot: OrderSnapshot,
        *,
        width: int = 800,
        height: int | None = None,
    ) -> None:
        """Make an empty dialog."""
        number = snapshot.order.number
        super().__init__(theme, title.format(number=number), width=width, height=height)
        self._shop = shop
        self._dispatch = dispatch
        self._snapshot = snapshot
        self._locked = False
        self.warning = WarningLine(theme)
        self.body.addWidget(self.warning)

    @property
    def snapshot(self) -> OrderSnapshot:
        """Return the order as it is now."""
        return self._snapshot

    @property
    def order_id(self) -> str:
        """Return the id of the order."""
        return self._snapshot.order.id

    @property
    def shop(self) -> Shop:
        """Return how this shop works."""
        return self._shop

    @property
    def is_locked(self) -> bool:
        """Whether the order has changed so that nothing can be done here."""
        return self._locked

    def send(self, command: object) -> None:
        """Give a command to the core."""
        self._dispatch(command)

    def warn(self, text: str) -> None:
        """Show a warning at the top; "" takes it away."""
        self.warning.say(text)

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Take the order as it is now."""
        self._snapshot = snapshot
        reason = self.lock_reason(snapshot)
        if reason or self._locked:
            self.warn(reason)
        self._locked = bool(reason)

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why nothing can be done any more, "" while it can."""
        return ""
