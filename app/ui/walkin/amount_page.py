"""The half of the walk-in dialog where an amount is keyed in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.dialogs.money_field import MoneyField
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.walkin.draft import Draft
from app.ui.widgets import Label
from app.ui.wording.figures import amount, clock, item_count
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class AmountPage(QWidget):
    """The amount, and a line that says what to know; `put_name` adds the name's field.

    Thread: gui.
    """

    def __init__(self, theme: Theme, shop: Shop) -> None:
        """Make it empty."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        name = translate("Walkin", "Amount")
        self._amount_label = Label(theme, name, "body", "ink2")
        self.field = MoneyField(theme, shop, shop.currency, name)
        self._name_label = Label(theme, translate("Walkin", "Name or note"), "body", "ink2")
        self.note = Sentence(theme, "", "body", "ink2")
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
        """Leave captions and the line out where there is little height."""
        for words in (self._amount_label, self._name_label, self.note):
            words.setVisible(not low)
        self._column.setSpacing(self._theme.px(6 if low else 8))

    def show_draft(self, draft: Draft) -> None:
        """Say what is kept, what else is in the order, or what placing it does."""
        said = []
        if draft.since is not None and not draft.is_empty:
            text = translate("Walkin", "Kept since {time}; not placed yet.")
            said.append(text.format(time=clock(draft.since, self._shop)))
        if draft.lines:
            items = replace(draft, amount=None)
            text = translate("Walkin", "With {count} from the catalogue, {amount}.")
            total = amount(items.total, self._shop)
            said.append(text.format(count=item_count(items.item_count), amount=total))
        if not said:
            text = translate(
                "Walkin", "Once placed it has a number, is in Preparing, and its slip is printed."
            )
            said.append(text)
        self.note.say_plainly(" ".join(said))
