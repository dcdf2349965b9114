"""Opens the list of orders that lie ready for long, and keeps it up to date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from app.ui.board.board import Board
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.usecases.desk import Shop


class CollectDesk(QObject):
    """Answers "Collect all older than …" of the board. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        board: Board,
        layer: DialogLayer,
        shop: Shop,
        send: Callable[[object], None],
        now: Callable[[], datetime],
    ) -> None:
        """Open the list in `layer` when `board` asks for it."""
        super().__init__(layer)
        self._theme = theme
        self._board = board
        self._layer = layer
        self._shop = shop
        self._send = send
        self._now = now
        board.collect_pressed.connect(self.on_wanted)

    def orders_changed(self) -> None:
        """Bring the list up to date while it is open."""
        from app.ui.dialogs.collect_older import CollectOlderDialog

        dialog = self._layer.dialog
        if isinstance(dialog, CollectOlderDialog):
            dialog.show_orders(self._board.orders())

    @Slot()
    def on_wanted(self) -> None:
        """Open the list."""
        from app.ui.dialogs.collect_older import CollectOlderDialog

        orders = self._board.orders()
        dialog = CollectOlderDialog(self._theme, self._shop, self._send, orders, self._now)
        dialog.closed.connect(dialog.deleteLater)
        self._layer.open(dialog)
