"""Giving money back that was taken here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.money import Money
from app.domain.order import PaymentMethod
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.dialogs.money_field import MoneyField
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.till_page import method_segments
from app.ui.panel.fit_label import FitLabel
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Keypad, Kind, Label, Segments
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.usecases.desk import Shop
from app.usecases.return_money import ReturnMoney

_ACTION = 324


class MoneyReturnedDialog(OrderDialog):
    """Money back for A-42: the whole of it is preset, in the way it was taken.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        snapshot: OrderSnapshot,
    ) -> None:
        """Make the dialog of the order in `snapshot`."""
        title = translate("MoneyBack", "Money back for {number}")
        super().__init__(theme, title, shop, dispatch, snapshot, width=848, height=608)
        taken = snapshot.order.taken
        method = taken[-1].method if taken else PaymentMethod.CASH
        self._shown: Money | None = None
        self._chosen: Money | None = None
        self.owed = FitLabel(theme, "due", most=64, least=30)
        self.methods = Segments(
            theme,
            method_segments(),
            name=translate("MoneyBack", "Given back by"),
            chosen=method.value,
        )
        caption = translate("MoneyBack", "Given back")
        self.field = MoneyField(theme, shop, snapshot.order.due.currency, caption)
        self.rest = Sentence(theme, "", "body", "ink2")
        self.advice = Sentence(theme, "", "body_medium", "ink")
        self.keypad = Keypad(theme, double_zero=True)
        self._lay_out(caption)
        self.keep = ActionButton(theme, translate("MoneyBack", "Not yet"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, move_text(Move.MONEY_RETURNED), Kind.NEXT, icon="check")
        self.action.setMinimumWidth(theme.px(_ACTION))
        self.note = Sentence(theme, "", "body", "ink2", middle=True)
        self.set_foot(self.keep, self.action, note=self.note)
        self.action.setMinimumWidth(theme.px(_ACTION))
        self.keypad.key_pressed.connect(self._on_key)
        self.field.money_changed.connect(self._on_money)
        self.methods.chosen.connect(self._on_method)
        self.keep.acted.connect(self.reject)
        self.action.acted.connect(self._on_returned)
        self.show_order(snapshot)

    def first_focus(self) -> QWidget | None:
        """Return the amount."""
        return self.field

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Take the order as it is now."""
        super().show_order(snapshot)
        owed = snapshot.order.money_taken
        if owed != self._shown:
            self._shown = self._chosen = owed
            self.owed.show_text(amount(owed, self.shop))
            self.field.show_money(owed, replace_on_key=True)
            self._chosen = owed
        text = translate("MoneyBack", "It is only noted here: {vendor} is not told.")
        self.note.say_plainly(text.format(vendor=snapshot.vendor_title))
        self._say()

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why nothing is to be given back any more."""
        if snapshot.offers(Move.MONEY_RETURNED) is not None:
            return ""
        return translate("MoneyBack", "There is nothing to give back any more.")

    def _lay_out(self, caption: str) -> None:
        theme, px = self.theme, self.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(8))
        head = Label(theme, translate("MoneyBack", "To give back"), "body", "ink2")
        for widget in (head, self.owed, self.methods):
            left.addWidget(widget)
        left.addWidget(Label(theme, caption, "body", "ink2"))
        for part in (self.field, self.rest, self.advice):
            left.addWidget(part)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addLayout(left, 1)
        row.addWidget(self.keypad)
        self.keypad.setMaximumWidth(self.keypad.sizeHint().width())
        self.body.addLayout(row, 1)

    def _say(self) -> None:
        owed, back = self._shown, self._chosen
        fits = owed is not None and back is not None and 0 < back.minor <= owed.minor
        self.action.set_locked(self.is_locked or not fits)
        rest = translate("MoneyBack", "That is all of it.")
        if owed is not None and back is not None and back < owed:
            rest = translate("MoneyBack", "{amount} is then still to be given back.")
            rest = rest.format(amount=amount(owed - back, self.shop))
        elif not fits:
            rest = translate("MoneyBack", "Key in what was given back, at most what was taken.")
        self.rest.say_plainly(rest)
        advice = translate("MoneyBack", "Give the money first, then press “Money returned”.")
        if self.methods.chosen_key() == PaymentMethod.CARD.value:
            advice = translate(
                "MoneyBack", "Book it back at the card terminal first, then press “Money returned”."
            )
        self.advice.say_plainly(advice)

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.field.press(key)

    @Slot(object)
    def _on_money(self, money: Money | None) -> None:
        self._chosen = money
        self._say()

    @Slot(str)
    def _on_method(self, _key: str) -> None:
        self._say()

    @Slot()
    def _on_returned(self) -> None:
        method = self.methods.chosen_key()
        if self._chosen is None or method is None:
            return
        self.send(ReturnMoney(self.order_id, self._chosen, PaymentMethod(method)))
        self.done_with()
