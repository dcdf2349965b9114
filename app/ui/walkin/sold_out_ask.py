"""The question before something is sold that was marked as sold out."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.product import Product
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet
from app.ui.wording.marked import translate


class SoldOutAsk(Sheet):
    """Lager is sold out today: add it all the same, or is it on sale again?

    Thread: gui. Signals: `anyway(Product)`, `on_sale(Product)`.
    """

    anyway = Signal(object)
    on_sale = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Make it hidden: nothing is asked."""
        super().__init__(theme, "warn_pale", radius=10)
        self.product: Product | None = None
        self.text = Label(theme, "", "body_strong", elide=True)
        again = translate("Walkin", "On sale again")
        self.again = ActionButton(theme, again, Kind.PLAIN, icon="check")
        self.add = ActionButton(theme, translate("Walkin", "Add anyway"), Kind.PLAIN, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.add)
        row.addWidget(self.again)
        row.addStretch(1)
        column.addWidget(self.text)
        column.addLayout(row)
        self.again.acted.connect(self._on_again)
        self.add.acted.connect(self._on_anyway)
        self.hide()

    def about(self, product: Product, name: str) -> None:
        """Ask about a product called `name`."""
        self.product = product
        self.text.setText(translate("Walkin", "{name} is sold out today.").format(name=name))
        self.show()
        for button in (self.again, self.add):
            button.rest(250)  # the finger that asked may still be there

    def end(self) -> None:
        """Ask no more."""
        self.product = None
        self.hide()

    @Slot()
    def _on_again(self) -> None:
        product = self.product
        if product is not None:
            self.end()
            self.on_sale.emit(product)

    @Slot()
    def _on_anyway(self) -> None:
        product = self.product
        if product is not None:
            self.end()
            self.anyway.emit(product)
