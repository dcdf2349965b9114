"""The order's loyalty card: how its points stand, and what staff can do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.points import Points, PointsState
from app.domain.snapshot import OrderSnapshot
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, IconMark, Kind
from app.ui.wording.points import points_line, points_reason
from app.usecases.tie_card import LeavePoints, TryPointsAgain, UntieCard

_ROW = 48
_COLUMNS = 2


class PointsRow(QWidget):
    """A line with the card's icon and, while something can be done, a row of buttons below it.

    Hidden while the order has no card.

    Thread: gui. Signals: `change_wanted` when another card is to be put to the order.
    """

    change_wanted = Signal()

    def __init__(
        self, theme: Theme, send: Callable[[object], None], parent: QWidget | None = None
    ) -> None:
        """Make it empty; `send` takes its commands."""
        super().__init__(parent)
        self._theme = theme
        self._send = send
        self._order_id = ""
        self.icon = IconMark(theme, "card", 20, "ink3")
        self.text = Sentence(theme, "", "body", "ink")
        self.change = self._button(self.tr("Another card"))
        self.remove = self._button(self.tr("Remove card"))
        self.again = self._button(self.tr("Try again"))
        self.leave = self._button(self.tr("Leave it so"))
        self._line = QHBoxLayout()
        self._line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.text, 1)
        self._buttons = QGridLayout()
        for column in range(_COLUMNS):
            self._buttons.setColumnStretch(column, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addLayout(self._buttons)
        self.change.acted.connect(self.change_wanted)
        self.remove.acted.connect(self._on_remove)
        self.again.acted.connect(self._on_again)
        self.leave.acted.connect(self._on_leave)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Show how the points of this order stand."""
        self._order_id = snapshot.order.id
        points = snapshot.points
        has_card = points is not None and points.state is not PointsState.NO_CARD
        self.setVisible(has_card)
        if points is None or not has_card:
            return
        reason = points_reason(points)
        line = points_line(points)
        self.text.say_plainly(f"{line}. {reason}" if reason else line)
        self._show_buttons(points)

    def _show_buttons(self, points: Points) -> None:
        """Offer at most three: a trouble is dealt with or left, a card that waits is changed."""
        trouble = points.on_card
        wanted = {
            self.again: points.can_try_again,
            self.change: points.can_tie,
            self.remove: points.can_remove and not trouble,
            self.leave: trouble,
        }
        shown = [button for button, is_wanted in wanted.items() if is_wanted]
        for button in wanted:
            self._buttons.removeWidget(button)
            button.setVisible(button in shown)
        for place, button in enumerate(shown):
            self._buttons.addWidget(button, place // _COLUMNS, place % _COLUMNS)

    def _button(self, words: str) -> ActionButton:
        button = ActionButton(self._theme, words, Kind.PLAIN, height=_ROW, parent=self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    @Slot()
    def _on_remove(self) -> None:
        self._send(UntieCard(self._order_id))

    @Slot()
    def _on_again(self) -> None:
        self._send(TryPointsAgain(self._order_id))

    @Slot()
    def _on_leave(self) -> None:
        self._send(LeavePoints(self._order_id))

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, px(3), 0, px(3))
        self._column.setSpacing(px(6))
        self._line.setSpacing(px(9))
        self._buttons.setSpacing(px(8))
