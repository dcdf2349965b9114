"""The one order that is open: in the panel, on its card, in its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.news import CommandRefused, DueChecked, OrderShown
from app.domain.snapshot import OrderSnapshot
from app.domain.staff import GuardedAct
from app.domain.states import Move
from app.ui.board.board import Board
from app.ui.dialogs import OrderDialogs, PaymentDialog
from app.ui.panel import OrderPanel
from app.ui.staff.guard import Guard
from app.ui.widgets import DialogLayer
from app.usecases.accept_order import AcceptOrder
from app.usecases.move_order import MoveOrder
from app.usecases.reject_order import RejectOrder
from app.usecases.see_order import OpenOrder

_LEADS_ON: Final = frozenset(
    {Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER, Move.HAND_OVER_UNPAID}
)
"""Moves after which the next order may be opened, besides Accept and Reject."""

_GUARDED: Final = {
    Move.MONEY_RETURNED: GuardedAct.MONEY_RETURNED,
    Move.HAND_OVER_UNPAID: GuardedAct.HAND_OVER_UNPAID,
}
"""Moves whose dialog a shop may want a PIN for."""


class OpenedOrder(QObject):
    """Opens orders and keeps what shows them up to date.

    Thread: gui. Signals: `opened(order_id)` when an order was opened; `changed` after the panel
    was opened, closed or given another order.
    """

    opened = Signal(str)
    changed = Signal()

    def __init__(
        self,
        board: Board,
        panel: OrderPanel,
        layer: DialogLayer,
        send: Callable[[object], None],
        ask: Callable[[str], None],
        *,
        leads_on: bool,
        guard: Guard,
    ) -> None:
        """Show orders of `board` in `panel`.

        `send` takes commands, `ask` an order's id that the board does not have; `leads_on` opens
        the next oldest order of a column after a move; `guard` asks for the PIN before dialogs.
        """
        super().__init__(panel)
        self._board = board
        self._panel = panel
        self._layer = layer
        self._send = send
        self._ask = ask
        self._leads_on = leads_on
        self._guard = guard
        self._awaited = ""
        self._after_dialog = ""
        self.dialogs: OrderDialogs | None = None
        panel.dialog_wanted.connect(self.on_dialog_wanted)
        panel.card_wanted.connect(self.on_card_wanted)
        board.order_opened.connect(self.open)
        panel.close_pressed.connect(self.close)
        layer.opened.connect(self.on_dialog_opened)
        layer.closed.connect(self.on_dialog_closed)

    @property
    def order_id(self) -> str:
        """Return the id of the opened order, "" for none."""
        return self._panel.order_id

    def send(self, command: object) -> None:
        """Pass a command of the panel or a dialog on, then go to the next order where wanted."""
        self._send(command)
        if self._leads_on and _is_move(command):
            self._go_on(getattr(command, "order_id", ""))

    @Slot(str)
    def open(self, order_id: str) -> None:
        """Open an order; a payment in progress keeps its own until its dialog is closed."""
        if isinstance(self._layer.dialog, PaymentDialog):
            self._after_dialog = order_id
            return
        self._layer.close()
        snapshot = self._board.order(order_id)
        if snapshot is None:
            self._awaited = order_id
            self._ask(order_id)
            return
        self.show(snapshot)
        self._board.show_order(order_id)
        self._send(OpenOrder(order_id))

    def show(self, snapshot: OrderSnapshot) -> None:
        """Show an order that was handed over as a snapshot, on the board or not."""
        self._awaited = ""
        self._panel.show_order(snapshot)
        self._board.mark_opened(snapshot.order.id)
        self.changed.emit()
        self.opened.emit(snapshot.order.id)

    @Slot()
    def close(self) -> None:
        """Close the panel; the order stays as it is."""
        self._awaited = ""
        self._panel.show_order(None)
        self._board.mark_opened("")
        self.changed.emit()

    def set_aside(self) -> None:
        """Close the panel for as long as a dialog that is about to open needs its room."""
        self._after_dialog = self.order_id
        self.close()

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Bring panel and dialogs up to date."""
        for snapshot in snapshots:
            if snapshot.order.id == self.order_id:
                self._panel.show_order(snapshot)
            if self.dialogs is not None:
                self.dialogs.show_order(snapshot)

    def order_shown(self, news: OrderShown) -> None:
        """Open an order that was asked for."""
        if news.order.order.id == self._awaited:
            self.show(news.order)

    def command_refused(self, news: CommandRefused) -> None:
        """Wake the button that was in flight."""
        self._panel.command_refused(news)

    @Slot(object, object)
    def on_dialog_wanted(self, move: Move, snapshot: OrderSnapshot) -> None:
        """Open the dialog of a move, after the PIN where the shop wants one."""
        act = _GUARDED.get(move)
        if act is None:
            self._open_dialog(move, snapshot)
        else:
            self._guard.ask(act, lambda: self._open_dialog(move, snapshot))

    def take_payment(self, snapshot: OrderSnapshot) -> None:
        """Open the payment of the order that is shown, where something is due."""
        if snapshot.offers(Move.TAKE_PAYMENT) is not None and self._layer.dialog is None:
            self.on_dialog_wanted(Move.TAKE_PAYMENT, snapshot)

    def due_checked(self, news: DueChecked) -> None:
        """Let the open payment know whether its amount holds."""
        if self.dialogs is not None:
            self.dialogs.due_checked(news)

    @Slot(object)
    def on_card_wanted(self, snapshot: OrderSnapshot) -> None:
        """Open the dialog of an order's loyalty card."""
        if self.dialogs is not None:
            self.dialogs.open_card(snapshot)

    @Slot(object)
    def on_erase_wanted(self, snapshot: OrderSnapshot) -> None:
        """Ask whether an order's customer is to be forgotten, after the PIN for Settings."""
        self._guard.ask(GuardedAct.SETTINGS, lambda: self._open_erase(snapshot))

    @Slot()
    def on_dialog_opened(self) -> None:
        """Rest the panel's moves while a dialog is open."""
        self._panel.set_moves_enabled(False)

    @Slot()
    def on_dialog_closed(self) -> None:
        """Let the moves be pressed again, and open what had to wait."""
        self._panel.set_moves_enabled(True)
        waiting, self._after_dialog = self._after_dialog, ""
        if waiting:
            self.open(waiting)

    def _open_dialog(self, move: Move, snapshot: OrderSnapshot) -> None:
        if self.dialogs is not None:
            newest = self._board.order(snapshot.order.id)
            self.dialogs.open_for(move, newest or snapshot)

    def _open_erase(self, snapshot: OrderSnapshot) -> None:
        if self.dialogs is not None:
            self.dialogs.open_erase(snapshot)

    def _go_on(self, order_id: str) -> None:
        snapshot = self._board.order(order_id)
        if snapshot is None or order_id != self.order_id or snapshot.order.column is None:
            return
        following = self._board.next_oldest(snapshot.order.column, order_id)
        if following:
            self._layer.close()
            self.open(following)


def _is_move(command: object) -> bool:
    if isinstance(command, MoveOrder):
        return command.move in _LEADS_ON
    return isinstance(command, (AcceptOrder, RejectOrder))
