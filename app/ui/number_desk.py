"""Opens the dialog "Order number" and passes on what it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.scan_news import LookUpAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.dialogs import OrderNumberDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer


class NumberDesk(QObject):
    """The dialog while it is open, kept up to date.

    Thread: gui. Signals: `order_chosen(order_id)`, `order_found(order_id)` when a vendor gave it;
    `look_up_wanted(vendor, text)`.
    """

    order_chosen = Signal(str)
    order_found = Signal(str)
    look_up_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        orders: Callable[[], Sequence[OrderSnapshot]],
        titles: Mapping[str, str],
        by_number: str = "",
    ) -> None:
        """Look in `orders`, those of the board; `titles` are the vendors that can be asked.

        `by_number` names the one whose orders are found by their number alone.
        """
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._orders = orders
        self._titles = titles
        self._by_number = by_number

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
        vendors = sorted(self._titles.items(), key=lambda pair: pair[0] != self._by_number)
        dialog = OrderNumberDialog(
            self._theme, self._orders(), vendors, asks_at_once=bool(self._by_number)
        )
        dialog.order_chosen.connect(self.order_chosen)
        dialog.order_found.connect(self.order_found)
        dialog.look_up_requested.connect(self.look_up_wanted)
        dialog.closed.connect(dialog.deleteLater)
        self._layer.open(dialog)
