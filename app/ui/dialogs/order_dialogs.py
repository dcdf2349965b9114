"""Opens the dialog that belongs to a move, and keeps it up with its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Slot

from app.domain.news import DueChecked
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.dialogs.hand_over_unpaid import HandOverUnpaidDialog
from app.ui.dialogs.loyalty_card import LoyaltyCardDialog
from app.ui.dialogs.money_returned import MoneyReturnedDialog
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.payment import PaymentDialog
from app.ui.dialogs.reject import RejectDialog
from app.ui.staff.confirm_dialog import ConfirmDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.usecases.desk import Shop
from app.usecases.erase_customer import EraseCustomer

Dispatch = Callable[[object], None]
_DIALOGS: Final[Mapping[Move, Callable[[Theme, Shop, Dispatch, OrderSnapshot], OrderDialog]]] = {
    Move.REJECT: RejectDialog,
    Move.TAKE_PAYMENT: PaymentDialog,
    Move.HAND_OVER_UNPAID: HandOverUnpaidDialog,
    Move.MONEY_RETURNED: MoneyReturnedDialog,
}


class OrderDialogs(QObject):
    """The dialogs about the opened order, one at a time, in the window's dialog layer.

    Thread: gui.
    """

    def __init__(self, theme: Theme, shop: Shop, dispatch: Dispatch, layer: DialogLayer) -> None:
        """Open dialogs in `layer`, which owns this."""
        super().__init__(layer)
        self._theme = theme
        self._shop = shop
        self._dispatch = dispatch
        self._layer = layer
        self._erasing = ""

    @property
    def dialog(self) -> OrderDialog | None:
        """Return the dialog that is open, None for another one or none."""
        opened = self._layer.dialog
        return opened if isinstance(opened, OrderDialog) else None

    @Slot(object, object)
    def open_for(self, move: Move, snapshot: OrderSnapshot) -> OrderDialog:
        """Open the dialog of `move`. Raises KeyError for a move without one."""
        return self._open(_DIALOGS[move](self._theme, self._shop, self._dispatch, snapshot))

    @Slot(object)
    def open_card(self, snapshot: OrderSnapshot) -> OrderDialog:
        """Open the dialog of the order's loyalty card."""
        return self._open(LoyaltyCardDialog(self._theme, self._shop, self._dispatch, snapshot))

    def open_erase(self, snapshot: OrderSnapshot) -> None:
        """Ask whether it is to be forgotten who ordered."""
        title = self.tr("Erase the customer's data of {number}?")
        text = self.tr(
            "Name, phone, address, card and what was written go for good. Amounts and times stay."
            " What a vendor knows of the customer stays there."
        )
        words = {"back": self.tr("Back"), "action": self.tr("Erase data")}
        dialog = ConfirmDialog(
            self._theme, title.format(number=snapshot.order.number), text, **words
        )
        self._erasing = snapshot.order.id
        dialog.confirmed.connect(self._on_erasing)
        self._layer.open(dialog)

    @Slot()
    def _on_erasing(self) -> None:
        self._dispatch(EraseCustomer(self._erasing))

    def _open(self, dialog: OrderDialog) -> OrderDialog:
        dialog.closed.connect(dialog.deleteLater)
        self._layer.open(dialog)
        return dialog

    def due_checked(self, news: DueChecked) -> None:
        """Let the open payment know, if it is about this order."""
        dialog = self.dialog
        if isinstance(dialog, PaymentDialog) and dialog.order_id == news.order_id:
            dialog.due_checked(news)

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Let the open dialog know, if it is about this order."""
        dialog = self.dialog
        if dialog is not None and dialog.order_id == snapshot.order.id:
            dialog.show_order(snapshot)
