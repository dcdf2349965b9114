"""Opens the dialog "Order number" and passes on what it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.news import LookUpAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.dialogs import OrderNumberDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer


class NumberDesk(QObject):
    """The dialog while it is open, kept up to date.

    Thread: gui. Signals: `order_chosen(order_id)`; `look_up_wanted(vendor, text)`.
    """

    order_chosen = Signal(str)
    look_up_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        orders: Callable[[], Sequence[OrderSnapshot]],
        titles: Mapping[str, str],
    ) -> None:
        """Look in `orders`, those of the board; `titles` are the vendors that can be asked."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._orders = orders
        self._titles = titles

    def orders_changed(self) -> None:
        """Look in the orders as they are now."""
        dialog = self._layer.dialog
        if isinstance(dialog, OrderNumberDialog):
            dialog.set_orders(self._orders())

    def answered(self, answer: LookUpAnswered) -> None:
        """Show what the vendor said."""
        dialog = self._layer.dialog
        if isinstance(dialog, OrderNumberDialog):
            dialog.look_up_answered(answer)

    @Slot()
    def on_wanted(self) -> None:
        """Open the dialog."""
        dialog = OrderNumberDialog(self._theme, self._orders(), list(self._titles.items()))
        dialog.order_chosen.connect(self.order_chosen)
        dialog.look_up_requested.connect(self.look_up_wanted)
        dialog.closed.connect(dialog.deleteLater)
        self._layer.open(dialog)
