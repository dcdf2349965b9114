"""The buttons of the panel's foot: each stands for one move at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.moves import Lock, OfferedMove
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind
from app.ui.wording.moves import button_text, flight_text, move_text
from app.usecases.desk import Shop

ICONS = {
    Move.ACCEPT: "check",
    Move.READY: "check",
    Move.COLLECTED: "check",
    Move.ASK_AGAIN: "retry",
    Move.SEEN: "eye",
    Move.TAKE_PAYMENT: "banknote",
    Move.PRINT: "printer",
    Move.PRINT_AGAIN: "printer",
    Move.UNDO: "undo",
    Move.BRING_BACK: "undo",
    Move.HAND_OVER_UNPAID: "hand-over",
    Move.CANCEL_ORDER: "close",
    Move.ON_THE_WAY: "bicycle",
}


class MoveButton(ActionButton):
    """A button named exactly as its move; takes the width it is given.

    Thread: gui. Signals: `move_pressed(move)`.
    """

    move_pressed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        kind: Kind = Kind.PLAIN,
        *,
        height: int = 56,
        shows_icon: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button without a move, which is hidden and keeps its place."""
        super().__init__(theme, "", kind, height=height, parent=parent)
        self._offered: OfferedMove | None = None
        self._shows_icon = shows_icon
        self.set_keeps_place(True)
        self.acted.connect(self._on_acted)
        self.hide()

    @property
    def move_shown(self) -> Move | None:
        """Return the move the button stands for."""
        return self._offered.move if self._offered is not None else None

    def minimumSizeHint(self) -> QSize:
        """Return that the button can be narrow: its text is cut, its place stays."""
        return QSize(self._theme.px(48), super().minimumSizeHint().height())

    def show_move(self, offered: OfferedMove | None, snapshot: OrderSnapshot, shop: Shop) -> bool:
        """Stand for another move, or for none; return whether the move is another than before."""
        before = self.move_shown
        self._offered = offered
        self.setVisible(offered is not None)
        if offered is None:
            return before is not None
        move = offered.move
        name, text = move_text(move), button_text(move, snapshot, shop)
        if self.accessibleName() != name or self.text() != text or self.in_flight():
            self.set_words(text, name=name)
        self.set_icon(ICONS.get(move) if self._shows_icon else None)
        self.set_locked(offered.lock is Lock.PAYMENT_DUE)
        if offered.lock is Lock.IN_FLIGHT and _is_awaited(move, snapshot):
            self.start_flight(flight_text(move))
        self.setEnabled(offered.lock is not Lock.IN_FLIGHT)
        return before is not move

    def forget(self) -> None:
        """Stand for no move and be hidden."""
        self._offered = None
        self.hide()

    def set_keeps_place(self, keeps: bool) -> None:
        """Let the button's place stay empty while it has no move, or close."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(keeps)
        self.setSizePolicy(policy)

    def set_shows_icon(self, shows: bool) -> None:
        """Show the move's icon from now on, or leave it out where there is little room."""
        self._shows_icon = shows

    def start(self) -> None:
        """Show that the press was taken and nothing is known of it yet."""
        if self._offered is not None:
            self.start_flight(flight_text(self._offered.move))

    @Slot()
    def _on_acted(self) -> None:
        if self._offered is not None:
            self.move_pressed.emit(self._offered.move)


def _is_awaited(move: Move, snapshot: OrderSnapshot) -> bool:
    awaited = snapshot.awaited
    return awaited is not None and awaited.name == move.name
