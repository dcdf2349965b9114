"""Handing an order over although its money was not taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.capabilities import Telling
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.reasons import Reasons
from app.ui.dialogs.titled import Titled
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.ui.wording.reasons import OTHER, unpaid_reasons
from app.usecases.desk import Shop
from app.usecases.move_order import MoveOrder

_MOST_LETTERS = 200


class HandOverUnpaidDialog(OrderDialog):
    """Hand over A-42 unpaid: a reason is needed, and kept with the order.

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
        title = translate("Unpaid", "Hand over {number} unpaid")
        super().__init__(theme, title, shop, dispatch, snapshot, width=800, height=524)
        why = translate("Unpaid", "Why is it not paid?")
        self.reasons = Reasons(theme, unpaid_reasons(), why)
        self.text = QLineEdit()
        self.text.setMaxLength(_MOST_LETTERS)
        caption = translate("Unpaid", "The reason in your words")
        self.text.setAccessibleName(caption)
        self.text.setMinimumHeight(theme.px(52))
        self.text.setFont(theme.font("body"))
        self._own = Titled(theme, caption, self.text)
        self._own.hide()
        self.consequence = Sentence(theme, "", "body", "ink2")
        self.body.addWidget(Label(theme, why, "body", "ink2"))
        self.body.addWidget(self.reasons)
        self.body.addWidget(self._own)
        self.body.addWidget(self.consequence)
        self.body.addStretch(1)
        self.keep = ActionButton(theme, translate("Unpaid", "Back"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, move_text(Move.HAND_OVER_UNPAID), Kind.DANGER_SOLID)
        self.set_foot(self.keep, self.action)
        self.keep.acted.connect(self.reject)
        self.action.acted.connect(self._on_hand_over)
        self.reasons.chosen.connect(self._on_reason)
        self.text.textChanged.connect(self._on_text)
        self.show_order(snapshot)

    @property
    def reason(self) -> str:
        """Return the reason as it will be kept, "" while there is none."""
        if self.reasons.key == OTHER:
            return self.text.text().strip()
        return dict(unpaid_reasons()).get(self.reasons.key, "")

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Take the order as it is now."""
        super().show_order(snapshot)
        text = translate(
            "Unpaid",
            "{amount} stays unpaid. {vendor} is told that {number} was collected; the reason is"
            " kept in History.",
        )
        offered = snapshot.offers(Move.HAND_OVER_UNPAID)
        if offered is not None and offered.telling is Telling.OURS_ALONE:
            text = translate(
                "Unpaid", "{amount} stays unpaid. {vendor} is not told; the reason is in History."
            )
        elif offered is not None and offered.telling is Telling.HERE_ONLY:
            text = translate("Unpaid", "{amount} stays unpaid. The reason is kept in History.")
        due = amount(snapshot.order.due, self.shop)
        number, vendor = snapshot.order.number, snapshot.vendor_title
        said = text.format(amount=due, vendor=vendor, number=number)
        if not self.shop.undo_seconds:
            said = f"{said} {translate('Unpaid', 'It cannot be undone.')}"
        self.consequence.say_plainly(said)
        self._show_locks()

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why it cannot be handed over like this any more."""
        if snapshot.offers(Move.HAND_OVER_UNPAID) is not None:
            return ""
        return translate("Unpaid", "The order has changed meanwhile. Close this and look at it.")

    def first_focus(self) -> QWidget | None:
        """Return the way back: nothing is chosen yet."""
        return self.keep

    def _show_locks(self) -> None:
        self.action.set_locked(self.is_locked or not self.reason)

    @Slot(str)
    def _on_reason(self, key: str) -> None:
        self._own.setVisible(key == OTHER)
        if key == OTHER:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_locks()

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._show_locks()

    @Slot()
    def _on_hand_over(self) -> None:
        if not self.reason:
            return
        self.send(MoveOrder(self.order_id, Move.HAND_OVER_UNPAID, self.reason))
        self.done_with()
