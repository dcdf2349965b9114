"""Giving money back that was taken here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.money import Money
from app.domain.order import PaymentMethod, ReturnReason
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, PaymentState
from app.ui.dialogs.foot_note import FootNote
from app.ui.dialogs.money_field import MoneyField
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.reasons import Reasons
from app.ui.dialogs.till_page import method_segments
from app.ui.panel.fit_label import FitLabel
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Keypad, Kind, Label, Segments
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.ui.wording.reasons import return_reasons
from app.ui.wording.settling import money_back_place
from app.usecases.desk import Shop
from app.usecases.return_money import ReturnMoney

_ACTION = 280
_LOW = 480  # design px of height
_MOST_LETTERS = 200


def is_owed(snapshot: OrderSnapshot) -> bool:
    """Whether all that was taken has to go back, since nothing was sold for it."""
    return snapshot.order.payment is PaymentState.RETURN_DUE or snapshot.money_in_vain


class MoneyReturnedDialog(OrderDialog):
    """Money back for A-42, in the way it was taken, with the reason.

    Of an order that ended unsold, or that its payment did not make, the whole of it is preset,
    since it is owed. Of one that was handed over nothing is: amount and reason are both asked for,
    so that no slip pays out.

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
        super().__init__(theme, title, shop, dispatch, snapshot, width=848, height=640)
        taken = snapshot.order.taken
        method = taken[-1].method if taken else PaymentMethod.CASH
        self._shown: Money | None = None
        self._chosen: Money | None = None
        self._is_owed = is_owed(snapshot)
        self.owed = FitLabel(theme, "due", most=40, least=30)
        self.owed.set_most(40, Qt.AlignmentFlag.AlignRight)
        self.owed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.methods = Segments(
            theme,
            method_segments(),
            name=translate("MoneyBack", "Given back by"),
            chosen=method.value,
        )
        self.field = MoneyField(
            theme, shop, snapshot.order.due.currency, translate("MoneyBack", "Given back")
        )
        self.rest = Sentence(theme, "", "body", "ink2")
        self.reasons = Reasons(
            theme, return_reasons(owed=self._is_owed), translate("MoneyBack", "Why?")
        )
        self.why = QLineEdit()
        self.why.setMaxLength(_MOST_LETTERS)
        self.why.setAccessibleName(translate("MoneyBack", "In your own words"))
        self.why.setPlaceholderText(translate("MoneyBack", "In your own words, may stay empty"))
        self.why.setMinimumHeight(theme.px(52))
        self.why.setFont(theme.font("body"))
        self.why.hide()
        self.keypad = Keypad(theme, double_zero=True)
        self._lay_out()
        self.keep = ActionButton(theme, translate("MoneyBack", "Not yet"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, move_text(Move.MONEY_RETURNED), Kind.NEXT, icon="check")
        self.action.setMinimumWidth(theme.px(_ACTION))
        self.note = Sentence(theme, "", "body", "ink2", middle=True)
        self._foot_note = FootNote(theme, self.note)
        self.add_to_foot(self.keep)
        self.add_to_foot(self._foot_note, 1)
        self.add_to_foot(self.action)
        self.keypad.key_pressed.connect(self._on_key)
        self.field.money_changed.connect(self._on_money)
        self.methods.chosen.connect(self._on_method)
        self.reasons.chosen.connect(self._on_reason)
        if self._is_owed:
            self.reasons.choose(ReturnReason.CANCELLED.value)
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
            self._shown = owed
            self.owed.show_text(amount(owed, self.shop))
            preset = owed if self._is_owed else None
            self.field.show_money(preset, replace_on_key=True)
            self._chosen = preset
        self._say()

    def size_in(self, room: QSize) -> QSize:
        """Return the size; where there is little room the sum stands beside the title, the advice
        above the amount.
        """
        low = room.height() < self.theme.px(_LOW)
        (self._beside_title if low else self._sums).addWidget(self.owed)
        self.caption.setVisible(not low)
        self._foot_note.fit(room, self._left, 1)
        return super().size_in(room)

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why nothing is to be given back any more."""
        if snapshot.offers(Move.MONEY_RETURNED) is not None:
            return ""
        return translate("MoneyBack", "There is nothing to give back any more.")

    def _lay_out(self) -> None:
        theme, px = self.theme, self.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(6))
        said = translate("MoneyBack", "To give back")
        if not self._is_owed:
            said = translate("MoneyBack", "Taken here, at most this goes back")
        self.caption = Label(theme, said, "body", "ink2", wrap=True)
        self._sums = QHBoxLayout()
        self._sums.setSpacing(px(8))
        self._sums.addWidget(self.caption, 1)
        self._sums.addWidget(self.owed)
        left.addLayout(self._sums)
        self._beside_title = QHBoxLayout()
        self._beside_title.setContentsMargins(0, 0, px(16), 0)
        self.add_to_bar(self._beside_title)
        for part in (self.methods, self.field, self.rest, self.reasons, self.why):
            left.addWidget(part)
        left.addStretch(1)
        self._left = left
        self.body.addLayout(left, 1)
        self.set_keys(self.keypad)

    def _say(self) -> None:
        owed, back = self._shown, self._chosen
        fits = owed is not None and back is not None and 0 < back.minor <= owed.minor
        self.action.set_locked(self.is_locked or not fits or not self.reasons.key)
        rest = translate("MoneyBack", "That is all of it.")
        if owed is not None and back is not None and back < owed:
            rest = translate("MoneyBack", "{amount} is then still to be given back.")
            if not self._is_owed:
                rest = translate("MoneyBack", "{amount} of what was taken stays here.")
            rest = rest.format(amount=amount(owed - back, self.shop))
        if not fits:
            rest = translate("MoneyBack", "Key in what was given back, at most what was taken.")
        else:
            rest = f"{rest} {translate('MoneyBack', 'It cannot be undone.')}"
        self.rest.say_plainly(rest)
        advice = translate("MoneyBack", "Give the money first, then press “Money returned”.")
        if self.methods.chosen_key() == PaymentMethod.CARD.value:
            advice = translate(
                "MoneyBack", "Book it back at the card terminal first, then press “Money returned”."
            )
        self.note.say_plainly(f"{advice} {money_back_place(self.snapshot)}".strip())

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.field.press(key)

    @Slot(object)
    def _on_money(self, money: Money | None) -> None:
        self._chosen = money
        self._say()

    @Slot(str)
    def _on_reason(self, key: str) -> None:
        is_other = key == ReturnReason.OTHER.value
        self.why.setVisible(is_other)
        if is_other:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    @Slot(str)
    def _on_method(self, _key: str) -> None:
        self._say()

    @Slot()
    def _on_returned(self) -> None:
        method, reason = self.methods.chosen_key(), self.reasons.key
        if self._chosen is None or method is None or not reason:
            return
        note = "" if self.why.isHidden() else self.why.text().strip()
        self.send(
            ReturnMoney(
                self.order_id, self._chosen, PaymentMethod(method), ReturnReason(reason), note
            )
        )
        self.done_with()
