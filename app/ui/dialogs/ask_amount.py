"""The page that asks how much is to be paid where the vendor does not say so clearly."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.money import Money
from app.domain.report import DueDoubt
from app.domain.snapshot import OrderSnapshot
from app.ui.dialogs.money_field import MoneyField
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Keypad, Kind
from app.ui.wording.figures import amount, amount_in_text
from app.ui.wording.marked import translate
from app.ui.wording.runs import runs
from app.usecases.desk import Shop


class AskAmount(QWidget):
    """Both figures the order has, and a field for the one that is right.

    Thread: gui. Signals: `amount_changed`.
    """

    amount_changed = Signal()

    def __init__(self, theme: Theme, shop: Shop, snapshot: OrderSnapshot) -> None:
        """Make the page for the order in `snapshot`."""
        super().__init__()
        order = snapshot.order
        self._amounts = [order.basket.total, order.due]
        head = translate("Payment", "How much is to be paid here?")
        text = translate(
            "Payment", "*{vendor} names no amount for this counter.* The order comes to {total}."
        )
        if order.due_doubt is DueDoubt.UNKNOWN_WORD:
            text = translate(
                "Payment",
                "*{vendor} says “{word}”, which Pult does not know.* It names {due}; the order"
                " comes to {total}.",
            )
        self.head = Sentence(theme, head, "title", "ink")
        self.text = Sentence(theme, "", "body_medium", "ink", bold_style="body_strong")
        self.text.say(
            runs(
                text,
                vendor=snapshot.vendor_title,
                word=order.payment_word,
                due=amount_in_text(order.due, shop),
                total=amount_in_text(order.basket.total, shop),
            )
        )
        self.field = MoneyField(
            theme, shop, order.due.currency, translate("Payment", "Amount to pay")
        )
        self.keypad = Keypad(theme, double_zero=True)
        texts = (translate("Payment", "Total {amount}"), translate("Payment", "Named {amount}"))
        self._lay_out(
            theme,
            [
                text.format(amount=amount(money, shop))
                for text, money in zip(texts, self._amounts, strict=True)
            ],
        )
        self.keypad.key_pressed.connect(self._on_key)
        self.field.money_changed.connect(self._on_money)

    @property
    def money(self) -> Money | None:
        """Return what was keyed in."""
        return self.field.money

    def _lay_out(self, theme: Theme, texts: list[str]) -> None:
        px = theme.px
        self._mapper = QSignalMapper(self)
        self._mapper.mappedInt.connect(self._on_figure)
        figures = QHBoxLayout()
        figures.setSpacing(px(8))
        for place, text in enumerate(texts):
            button = ActionButton(theme, text, Kind.QUIET, height=56)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setVisible(bool(self._amounts[place]))
            button.acted.connect(self._mapper.map)
            self._mapper.setMapping(button, place)
            figures.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(px(12))
        for widget in (self.head, self.text, self.field):
            left.addWidget(widget)
        left.addLayout(figures)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(24))
        row.addLayout(left, 1)
        row.addWidget(self.keypad)
        self.keypad.limit_width()

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.field.press(key)

    @Slot(int)
    def _on_figure(self, place: int) -> None:
        self.field.show_money(self._amounts[place], replace_on_key=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_money(self, _money: object) -> None:
        self.amount_changed.emit()
