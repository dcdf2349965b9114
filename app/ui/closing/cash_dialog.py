"""Paying cash in or out of the drawer, with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.money import Money
from app.domain.shift import CashWay
from app.ui.dialogs.money_field import MoneyField
from app.ui.dialogs.reasons import Reasons
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Keypad, Kind, Label
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop
from app.usecases.move_cash import MoveCash

_OTHER: Final = "other"
_MOST_LETTERS: Final = 200
_REASONS: Final[Mapping[CashWay, Mapping[str, str]]] = {
    CashWay.IN: {
        "change": QT_TRANSLATE_NOOP("Closing", "Change brought"),
        "deposit": QT_TRANSLATE_NOOP("Closing", "Deposit"),
        "tip": QT_TRANSLATE_NOOP("Closing", "Tip"),
        _OTHER: QT_TRANSLATE_NOOP("Closing", "Other reason"),
    },
    CashWay.OUT: {
        "bank": QT_TRANSLATE_NOOP("Closing", "To the bank"),
        "supplier": QT_TRANSLATE_NOOP("Closing", "Supplier"),
        "tip": QT_TRANSLATE_NOOP("Closing", "Tip"),
        _OTHER: QT_TRANSLATE_NOOP("Closing", "Other reason"),
    },
}
_TITLES: Final[Mapping[CashWay, str]] = {
    CashWay.IN: QT_TRANSLATE_NOOP("Closing", "Pay in"),
    CashWay.OUT: QT_TRANSLATE_NOOP("Closing", "Pay out"),
}


class CashDialog(Dialog):
    """So much cash goes in or out, and why. Thread: gui. Signals: `decided(MoveCash)`."""

    decided = Signal(object)

    def __init__(self, theme: Theme, shop: Shop, way: CashWay) -> None:
        """Make the dialog for one way."""
        title = translate("Closing", _TITLES[way])
        super().__init__(theme, title, width=848, height=608)
        self._way = way
        self.field = MoneyField(theme, shop, shop.currency, translate("Closing", "Amount"))
        reasons = [(key, translate("Closing", text)) for key, text in _REASONS[way].items()]
        why = translate("Closing", "What for?")
        self.reasons = Reasons(theme, reasons, why)
        self.why = QLineEdit()
        self.why.setMaxLength(_MOST_LETTERS)
        self.why.setAccessibleName(translate("Closing", "In your own words"))
        self.why.setPlaceholderText(translate("Closing", "In your own words"))
        self.why.setMinimumHeight(theme.px(52))
        self.why.setFont(theme.font("body"))
        self.keypad = Keypad(theme, double_zero=True)
        self.back = ActionButton(theme, translate("Closing", "Back"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, title, Kind.NEXT, icon="check")
        self.set_foot(self.back, self.action)
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(Label(theme, translate("Closing", "Amount"), "body", "ink2"))
        left.addWidget(self.field)
        left.addSpacing(theme.px(8))
        left.addWidget(Label(theme, why, "body", "ink2"))
        left.addWidget(self.reasons)
        left.addWidget(self.why)
        left.addStretch(1)
        self.body.addLayout(left, 1)
        self.set_keys(self.keypad)
        self.keypad.key_pressed.connect(self._on_key)
        self.field.money_changed.connect(self._on_changed)
        self.reasons.chosen.connect(self._on_reason)
        self.why.textChanged.connect(self._on_changed)
        self.back.acted.connect(self.reject)
        self.action.acted.connect(self._on_action)
        self._on_changed()

    def first_focus(self) -> QWidget | None:
        """Return the amount."""
        return self.field

    @property
    def command(self) -> MoveCash | None:
        """Return what is to be done, None while something is missing."""
        money = self.field.money
        reason = self._reason()
        if money is None or money <= Money.zero(money.currency) or not reason:
            return None
        return MoveCash(self._way, money, reason)

    def _reason(self) -> str:
        own = self.why.text().strip()
        key = self.reasons.key
        if not key or key == _OTHER:
            return own
        known = translate("Closing", _REASONS[self._way][key])
        return f"{known}: {own}" if own else known

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.field.press(key)

    @Slot(str)
    def _on_reason(self, key: str) -> None:
        if key == _OTHER:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.action.set_locked(self.command is None)

    @Slot()
    def _on_action(self) -> None:
        command = self.command
        if command is not None:
            self.done_with()
            self.decided.emit(command)
