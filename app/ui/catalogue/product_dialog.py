"""One product of the catalogue: its names in four languages, barcode, price and the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.catalogue.cells import CURRENCY, ID, NAMES, PRICE, CellsRead, cells_of, read_cells
from app.domain.catalogue.faults import Fault
from app.domain.money import Money
from app.domain.product import Product
from app.ui.dialogs.money_field import MoneyField
from app.ui.dialogs.titled import Titled
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Keypad, Kind, Label
from app.ui.widgets.keypad import BACKSPACE
from app.ui.wording.catalogue import column_title, fault_words
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_LEFT = (ID, *NAMES)
_RIGHT = ("barcode", PRICE, "vat", "station", "article")
_MOST_LETTERS = 250


class ProductDialog(Dialog):
    """Adds or changes one product; what cannot be kept is said beside Save.

    Thread: gui. Signals: `kept(Product)`, `removed(product_id)`.
    """

    kept = Signal(object)
    removed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        product: Product,
        *,
        is_known: bool,
        is_taken: Callable[[str], bool] = lambda _id: False,
    ) -> None:
        """Show `product`; an id it has is fixed, `is_taken` tells which others are in use."""
        title = translate("Catalogue", "Product") if is_known else None
        super().__init__(theme, title or translate("Catalogue", "New product"), width=1040)
        self._product = product
        self._is_known = is_known
        self._is_taken = is_taken
        self._price_was_keyed = False
        currency = product.price.currency if product.price is not None else shop.currency
        self._currency = currency
        self.price = MoneyField(theme, shop, currency, column_title(PRICE))
        self.price.show_money(product.price)
        self.fields: dict[str, QLineEdit] = {}
        cells = cells_of(product)
        for column in (*_LEFT, *_RIGHT):
            self.fields[column] = self.price if column == PRICE else self._field(column, cells)
        self.keypad = Keypad(theme, double_zero=True)
        self.note = Label(theme, "", "body", "bad_text", wrap=True)
        self.remove = ActionButton(
            theme, translate("Catalogue", "Remove"), Kind.DANGER, icon="trash", height=72
        )
        self.remove.setVisible(is_known)
        self.save = ActionButton(theme, translate("Catalogue", "Save"), Kind.NEXT, height=72)
        self._lay_out()
        self.keypad.key_pressed.connect(self._on_key)
        self.price.money_changed.connect(self._on_money)
        self.remove.acted.connect(self._on_remove)
        self.save.acted.connect(self._on_save)
        self._check()

    def first_focus(self) -> QWidget | None:
        """Return the first field that is empty and can be written in, else the first name."""
        writable = [field for field in self.fields.values() if not field.isReadOnly()]
        return next((field for field in writable if not field.text()), self.fields["name_en"])

    def take_barcode(self, barcode: str) -> None:
        """Write a barcode that was scanned while the dialog is open."""
        self.fields["barcode"].setText(barcode)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out where there is no room for them."""
        super().resizeEvent(event)
        self.keypad.setVisible(self.width() >= self.theme.px(900))

    def _field(self, column: str, cells: dict[str, str]) -> QLineEdit:
        field = QLineEdit(cells[column])
        field.setMaxLength(_MOST_LETTERS)
        field.setCursorPosition(0)  # a long name is read from its beginning
        field.setAccessibleName(column_title(column))
        field.setFont(self.theme.font("body_medium"))
        field.setMinimumHeight(self.theme.px(48))
        if column == ID and cells[ID]:
            field.setReadOnly(True)
            field.setEnabled(False)
        field.textChanged.connect(self._on_text)
        return field

    def _lay_out(self) -> None:
        px = self.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        for side, columns in enumerate((_LEFT, _RIGHT)):
            grid.setColumnStretch(side, 1)
            for row, column in enumerate(columns):
                titled = Titled(self.theme, _title(column), self.fields[column])
                grid.addWidget(titled, row, side, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.set_keys(self.keypad)
        self.set_foot(self.remove, self.save, note=self.note)

    def _read(self) -> CellsRead:
        cells = {column: field.text() for column, field in self.fields.items() if column != PRICE}
        read = read_cells(cells | {CURRENCY: self._currency}, self._currency)
        if read.product is None:
            return read
        # The keys cannot say every price: one that was not touched stays to the last decimal.
        price: Money | None = self.price.money if self._price_was_keyed else self._product.price
        others = {
            code: name for code, name in self._product.names.items() if code not in NAMES.values()
        }
        names = {**others, **read.product.names}
        return CellsRead(replace(read.product, names=names, price=price))

    def _check(self) -> None:
        read = self._read()
        said = fault_words(read.faults[0]) if read.faults else ""
        product_id = self.fields[ID].text().strip()
        if not self._product.product_id and self._is_taken(product_id):
            said = translate("Catalogue", "this product id is in the catalogue already")
        changed = read.product is not None and read.product != self._product
        self.note.setText(said[:1].upper() + said[1:])
        is_unfinished = bool(read.faults) and read.faults[0].fault in (Fault.NO_ID, Fault.NO_NAME)
        self.note.set_ink("ink2" if is_unfinished else "bad_text")
        self.save.setEnabled(not said and (changed or not self._is_known))

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._check()

    @Slot(object)
    def _on_money(self, _money: object) -> None:
        self._price_was_keyed = True
        self._check()

    @Slot(str)
    def _on_key(self, key: str) -> None:
        field = self.focusWidget()
        if not isinstance(field, QLineEdit) or field not in self.fields.values():
            field = self.price
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, MoneyField):
            field.press(key)
        elif key == BACKSPACE:
            field.backspace()
        else:
            field.insert(key)

    @Slot()
    def _on_save(self) -> None:
        product = self._read().product
        if product is not None:
            self.done_with()
            self.kept.emit(product)

    @Slot()
    def _on_remove(self) -> None:
        self.done_with()
        self.removed.emit(self._product.product_id)


def _title(column: str) -> str:
    title = column_title(column)
    return f"{title} (%)" if column == "vat" else title
