"""What stands in the keypad's place while the money is paid another way than in cash."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from app.domain.order import PaymentMethod
from app.ui.dialogs.tally import Tally
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, IconMark, Kind, Sheet
from app.ui.wording.figures import amount_in_text
from app.ui.wording.marked import translate
from app.ui.wording.runs import runs
from app.usecases.desk import Shop


class TerminalPage(Sheet):
    """What to do at the card terminal, step by step.

    Thread: gui. Signals: `part_pressed` for a payment of which only a part is paid this way.
    """

    part_pressed = Signal()

    def __init__(self, theme: Theme, shop: Shop) -> None:
        """Make the page."""
        super().__init__(theme, "sunken")
        self._shop = shop
        self._is_compact = False
        self.icon = IconMark(theme, "card", 44, "ink2")
        self.first = Sentence(theme, "", "body_medium", "ink", bold_style="body_strong")
        self.then = Sentence(theme, "", "body_medium", "ink", bold_style="body_strong")
        self.declined = Sentence(theme, "", "body", "ink2", bold_style="amount")
        self.part = ActionButton(
            theme, translate("Payment", "Only a part this way"), Kind.PLAIN, height=56
        )
        self.part.acted.connect(self.part_pressed)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignLeft)
        for sentence in (self.first, self.then, self.declined):
            self._column.addWidget(sentence)
        self._column.addStretch(1)
        self._column.addWidget(self.part)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_tally(self, tally: Tally) -> None:
        """Say what to do for what is left of the payment."""
        is_card = tally.method is PaymentMethod.CARD
        self.icon.set_icon("card" if is_card else "swap")
        rest = amount_in_text(tally.rest, self._shop)
        first = translate("Payment", "Take *{amount}* with voucher, meal card or on account.")
        then = translate("Payment", "When you have it, press *Payment received*.")
        declined = translate("Payment", "Not accepted? Choose another way at the left.")
        if is_card:
            first = translate("Payment", "Key *{amount}* into the card terminal.")
            then = translate(
                "Payment", "When the terminal says it is approved, press *Payment received*."
            )
            declined = translate("Payment", "Declined? Choose another way at the left.")
        self.first.say(runs(first, amount=rest))
        self.then.say(runs(then))
        self.declined.say(runs(declined))

    def set_compact(self, compact: bool) -> None:
        """Leave out the picture where there is little height."""
        self._is_compact = compact
        self.icon.setVisible(not compact)
        self._on_theme()

    @Slot()
    def _on_theme(self) -> None:
        px = self._theme.px
        pad = px(8 if self._is_compact else 20)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(px(6 if self._is_compact else 14))
