"""The amount field of a currency, with the words and the sign that belong to it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.money import Money
from app.ui.dialogs.tally import from_keys, to_keys
from app.ui.theme import Theme
from app.ui.widgets import AmountField
from app.ui.wording.figures import amount, figure
from app.usecases.desk import Shop


class MoneyField(AmountField):
    """An amount of money; keyed in as it is spoken.

    Thread: gui. Signals: `money_changed(Money | None)`.
    """

    money_changed = Signal(object)

    def __init__(
        self, theme: Theme, shop: Shop, currency: str, name: str, parent: QWidget | None = None
    ) -> None:
        """Make an empty field called `name`."""
        self._shop = shop
        self._currency = currency
        super().__init__(
            theme, name=name, unit=_sign(currency, shop), words=self._figure, parent=parent
        )
        self.amount_changed.connect(self._on_amount)

    @property
    def money(self) -> Money | None:
        """Return what is keyed in."""
        return None if self.minor is None else from_keys(self.minor, self._currency)

    def show_money(self, money: Money | None, *, replace_on_key: bool = False) -> None:
        """Show an amount; with `replace_on_key` the next key starts a new one."""
        self.set_minor(None if money is None else to_keys(money), replace_on_key=replace_on_key)

    def _figure(self, minor: int) -> str:
        return figure(from_keys(minor, self._currency), self._shop)

    @Slot(object)
    def _on_amount(self, _minor: object) -> None:
        self.money_changed.emit(self.money)


def _sign(currency: str, shop: Shop) -> str:
    zero = Money.zero(currency)
    return amount(zero, shop).replace(figure(zero, shop), "").strip()
