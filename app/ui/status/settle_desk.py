"""Keeps what is to be settled outside this till in sight, and opens the list of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.snapshot import OrderSnapshot
from app.ui.board.board import Board
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class SettleDesk(QObject):
    """Knows the orders of which something is open, whether they stand on the board or not.

    Thread: gui. Signals: `counted(n)` when the number of things to settle has changed.
    """

    counted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        board: Board,
        layer: DialogLayer,
        shop: Shop,
        send: Callable[[object], None],
        now: Callable[[], datetime],
    ) -> None:
        """Say at the foot of `board` how much there is; the list opens in `layer`."""
        super().__init__(layer)
        self._theme = theme
        self._board = board
        self._layer = layer
        self._shop = shop
        self._send = send
        self._now = now
        self._orders: dict[str, OrderSnapshot] = {}
        board.settle_pressed.connect(self.on_wanted)

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take in changed orders; most have nothing to settle and never had."""
        changed = False
        seen = []
        for snapshot in snapshots:
            order_id = snapshot.order.id
            if snapshot.order.to_settle:
                self._orders[order_id] = snapshot
            elif self._orders.pop(order_id, None) is None and not snapshot.order.settling:
                continue
            seen.append(snapshot)
            changed = True
        if not changed:
            return
        self._show()
        from app.ui.dialogs.to_settle import ToSettleDialog

        dialog = self._layer.dialog
        if isinstance(dialog, ToSettleDialog):
            dialog.show_orders(seen)

    def _show(self) -> None:
        count = sum(len(snapshot.order.to_settle) for snapshot in self._orders.values())
        numbers = [snapshot.order.number for snapshot in self._by_age()]
        head = translate("Settle", "{count} to settle").format(count=count) if count else ""
        self._board.show_to_settle(head, ", ".join(dict.fromkeys(numbers)))
        self.counted.emit(count)

    def _by_age(self) -> list[OrderSnapshot]:
        orders = self._orders.values()
        return sorted(orders, key=lambda one: min(each.since for each in one.order.to_settle))

    @Slot()
    def on_wanted(self) -> None:
        """Open the list."""
        from app.ui.dialogs.to_settle import ToSettleDialog

        dialog = ToSettleDialog(self._theme, self._shop, self._send, self._by_age(), self._now)
        dialog.closed.connect(dialog.deleteLater)
        self._layer.open(dialog)
