"""The page that asks once before a payment counts as failed, and offers another way first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.capabilities import Telling
from app.domain.money import Money
from app.domain.order import PaymentMethod
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import ShapeMark
from app.ui.wording.figures import amount_in_text
from app.ui.wording.marked import translate
from app.ui.wording.runs import runs
from app.usecases.desk import Shop


class FailedPage(QWidget):
    """What pressing Payment failed means, and that nothing has been sent.

    Thread: gui.
    """

    def __init__(self, theme: Theme, shop: Shop) -> None:
        """Make the page."""
        super().__init__()
        self._shop = shop
        self.head = Sentence(theme, "", "title", "ink")
        self.first = Sentence(theme, "", "body_medium", "ink", bold_style="body_strong")
        self.then = Sentence(theme, "", "body_medium", "ink2", bold_style="body_strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(ShapeMark(theme, Shape.WARN, 44), 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.head, self.first, self.then):
            column.addWidget(widget)
        column.addStretch(1)

    def show_method(self, method: PaymentMethod, rest: Money, snapshot: OrderSnapshot) -> None:
        """Say what to try first and what follows."""
        head = translate("Payment", "Has the customer another way to pay?")
        if method is PaymentMethod.CARD:
            head = translate("Payment", "Card declined: has the customer another one, or cash?")
        self.head.say_plainly(head)
        first = translate(
            "Payment", "Press *Try another way* to take {amount} by card, in cash or otherwise."
        )
        then = translate(
            "Payment",
            "Press *Payment failed* only when the customer does not pay at all. {vendor} is told;"
            " the order stays, and cannot be handed over without a reason.",
        )
        offered = snapshot.offers(Move.PAYMENT_FAILED)
        if offered is not None and offered.telling is not Telling.TOLD:
            then = translate(
                "Payment",
                "Press *Payment failed* only when the customer does not pay at all. Nobody is told;"
                " the order stays, and cannot be handed over without a reason.",
            )
        self.first.say(runs(first, amount=amount_in_text(rest, self._shop)))
        self.then.say(runs(then, vendor=snapshot.vendor_title))
