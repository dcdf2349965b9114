"""The half of the walk-in dialog where an amount is keyed in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.dialogs.money_field import MoneyField
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import Label
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class AmountPage(QWidget):
    """The amount, and a line that says what to know; `put_name` adds the name's field.

    Thread: gui.
    """

    def __init__(self, theme: Theme, shop: Shop) -> None:
        """Make it empty."""
        super().__init__()
        name = translate("Walkin", "Amount")
        self._amount_label = Label(theme, name, "body", "ink2")
        self.field = MoneyField(theme, shop, shop.currency, name)
        self._name_label = Label(theme, translate("Walkin", "Name or note"), "body", "ink2")
        self.note = Sentence(theme, "", "body", "ink2", bold_style="body_strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        for widget in (self._amount_label, self.field, self._name_label, self.note):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def put_name(self, field: QLineEdit) -> None:
        """Put the name's field in its place, from wherever it is now."""
        self._column.insertWidget(self._column.indexOf(self._name_label) + 1, field)

    def set_low(self, low: bool) -> None:
        """Leave the captions out where there is little height."""
        self._amount_label.setVisible(not low)
        self._name_label.setVisible(not low)
