"""The dialog in which staff key a walk-in order in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.catalogue.entries import CatalogueEntry
from app.domain.money import Money
from app.domain.product import Product
from app.domain.sold_out import SoldOut
from app.ui.dialogs.page_stack import PageStack
from app.ui.panel.fit_label import FitLabel
from app.ui.theme import Theme
from app.ui.walkin.amount_page import AmountPage
from app.ui.walkin.basket import AMOUNT, WalkinBasket, basket_lines
from app.ui.walkin.draft import Draft
from app.ui.walkin.items_page import ItemsPage
from app.ui.widgets import ActionButton, Dialog, Keypad, Kind, Label, Segment, Segments
from app.ui.widgets.keypad import KEY
from app.ui.wording.figures import amount, item_count
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

BY_AMOUNT, BY_ITEMS = "amount", "items"
_ACTION = 324  # as wide as the keypad above it
_LEAST_ACTION = 216
_LEAST_LINES = 296
_LONGEST_NAME = 60
_FRAME = 64 + 96 + 32  # of a dialog's height that is not its body's
_LOW, _LOWEST = 380, 360
_NARROW = 720


class WalkinDialog(Dialog):
    """Walk-in order: an amount on the keypad, products by tile or barcode, or both together.

    The total stands in the bar, whatever is being keyed in. Nothing is placed before Place order
    or Place and pay; what closes unplaced is in `draft`.

    Thread: gui. Signals: `placed(pay)` when one of the two is pressed; `changed` after each key.
    """

    placed = Signal(bool)
    changed = Signal()

    def __init__(self, theme: Theme, shop: Shop, draft: Draft, *, by: str = BY_AMOUNT) -> None:
        """Make the dialog with what was keyed in already, if anything."""
        super().__init__(theme, translate("Walkin", "Walk-in order"), width=1040, height=720)
        self._shop = shop
        self._draft = draft
        self._is_low = self._is_narrow = False
        self._make_parts()
        self._lay_out()
        self._make_foot()
        self._connect()
        self._turn_to(by)
        self._show_draft()

    @property
    def draft(self) -> Draft:
        """Return what is keyed in now."""
        return self._draft

    @property
    def by(self) -> str:
        """Return which of the two ways of keying in is shown."""
        return self.ways.chosen_key() or BY_AMOUNT

    def first_focus(self) -> QWidget | None:
        """Return the field that takes what is typed."""
        return self.amounts.field if self.by == BY_AMOUNT else self.items.search

    def show_catalogue(self, entries: Sequence[CatalogueEntry]) -> None:
        """Offer what of the catalogue can be sold."""
        self.items.show_catalogue(entries)

    def show_sold_out(self, items: Sequence[SoldOut]) -> None:
        """Strike what is sold out."""
        self.items.show_sold_out(items)

    @Slot(object)
    def add(self, product: Product) -> None:
        """Add one piece, as a tap on its tile does, and show where it went."""
        self._turn_to(BY_ITEMS)
        self._set(self._draft.with_one_more(product))
        self.basket.show_row(product.product_id)

    def start_flight(self) -> None:
        """Show that the order is on its way, and take nothing more meanwhile."""
        self.place.start_flight(translate("Walkin", "Placing…"))
        self._set_parts_enabled(False)

    def end_flight(self) -> None:
        """Take keys again: the order was not placed."""
        self.place.end_flight()
        self._set_parts_enabled(True)
        self._show_locks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out for the room there is."""
        super().resizeEvent(event)
        size, px = event.size(), self.theme.px
        low, narrow = size.height() < px(_FRAME + _LOW), size.width() < px(_NARROW)
        if (low, narrow) != (self._is_low, self._is_narrow):
            self._is_low, self._is_narrow = low, narrow
            self.amounts.set_low(low)
            self._left.setSpacing(px(6 if low else 12))
        self._place_fields()

    def wants_low_keys(self, high: int) -> bool:
        """Whether keys stand in three rows: only where there is width for a fourth column."""
        px = self.theme.px
        is_narrow = self.width() < px(_NARROW) and high >= px(_LOWEST)
        return high < px(_FRAME + _LOW) and not is_narrow

    # --- the parts --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme, shop = self.theme, self._shop
        right = Qt.AlignmentFlag.AlignRight
        self.count = Label(theme, "", "body", "ink2", align=right)
        self.total = FitLabel(theme, "change", most=44, least=24, align=right)
        self.ways = Segments(
            theme,
            [
                Segment(BY_AMOUNT, translate("Walkin", "Amount"), "keypad"),
                Segment(BY_ITEMS, translate("Walkin", "Items"), "list"),
            ],
            name=translate("Walkin", "What is sold"),
            chosen=BY_AMOUNT,
        )
        self.amounts = AmountPage(theme, shop)
        self.amounts.field.show_money(self._draft.amount)
        self.name = QLineEdit(self._draft.name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(translate("Walkin", "Name or note"))
        self.name.setPlaceholderText(translate("Walkin", "Name or note, for slip and card"))
        self.keypad = Keypad(theme, double_zero=True)
        self.items = ItemsPage(theme, shop)
        self.basket = WalkinBasket(theme)

    def _lay_out(self) -> None:
        px = self.theme.px
        self.total.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sums = QHBoxLayout()
        sums.setSpacing(px(16))
        sums.addWidget(self.count)
        sums.addWidget(self.total)
        sums.addSpacing(px(16))
        self.add_to_bar(sums)
        self._top = QHBoxLayout()
        self._top.setSpacing(px(8))
        self._top.addWidget(self.ways, 1)
        self._pages = PageStack()
        self._pages.addWidget(self.amounts)
        self._pages.addWidget(self.items)
        left = self._left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addLayout(self._top)
        left.addWidget(self._pages, 1)
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(12))
        self._lines.addWidget(self.basket, 1)
        self._sides = PageStack()
        self._sides.addWidget(self.keypad)
        self._sides.addWidget(lines)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addLayout(left, 1)
        row.addWidget(self._sides)
        self.body.addLayout(row, 1)

    def _make_foot(self) -> None:
        theme = self.theme
        self.anew = ActionButton(theme, translate("Walkin", "Start anew"), Kind.DANGER)
        pay = translate("Walkin", "Place and pay")
        self.pay = ActionButton(theme, pay, Kind.MONEY_OUTLINE, icon="banknote", height=72)
        place = translate("Walkin", "Place order")
        self.place = ActionButton(theme, place, Kind.NEXT, icon="check")
        for button in (self.anew, self.pay):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        room = QHBoxLayout()
        room.addSpacing(theme.px(16))
        room.addStretch(1)
        self.add_to_foot(self.anew)
        self.add_to_foot(room, 1)
        self.add_to_foot(self.pay)
        gap = QHBoxLayout()
        gap.addSpacing(theme.px(8))
        self.add_to_foot(gap)
        self.add_to_foot(self.place)

    def _connect(self) -> None:
        self.ways.chosen.connect(self._on_way)
        self.keypad.key_pressed.connect(self._on_key)
        self.amounts.field.money_changed.connect(self._on_amount)
        self.name.textChanged.connect(self._on_name)
        self.items.chosen.connect(self.add)
        self.basket.wanted.connect(self._on_wanted)
        self.anew.acted.connect(self._on_anew)
        self.pay.acted.connect(self._on_pay)
        self.place.acted.connect(self._on_place)
        self.theme.changed.connect(self._on_changed_theme)
        self._on_changed_theme()

    # --- what is shown ----------------------------------------------------------------------------

    def _set(self, draft: Draft) -> None:
        self._draft = draft
        self._show_draft()
        self.changed.emit()

    def _show_draft(self) -> None:
        draft = self._draft
        self.total.show_text(amount(draft.total, self._shop))
        self.count.setText(item_count(draft.item_count) if draft.lines else "")
        self.basket.show_lines(basket_lines(draft, self._shop))
        self.items.show_quantities(draft.quantity_of)
        self.amounts.show_draft(draft)
        self._show_locks()

    def _show_locks(self) -> None:
        flies, pays = self.place.in_flight(), bool(self._draft.total)
        if not flies:
            self.place.set_locked(not pays)
        self.pay.setEnabled(pays and not flies)
        self.anew.setEnabled(not self._draft.is_empty and not flies)

    def _turn_to(self, by: str) -> None:
        self.ways.choose(by)
        place = 0 if by == BY_AMOUNT else 1
        self._pages.setCurrentIndex(place)
        self._sides.setCurrentIndex(place)
        self._place_fields()

    def _place_fields(self) -> None:
        """Fit to the room there is: name and search stand where it suffices for them."""
        by_items, px = self.by == BY_ITEMS, self.theme.px
        if by_items:
            self._lines.addWidget(self.name)
        else:
            self.amounts.put_name(self.name)
        self.name.setVisible(not (by_items and self._is_low))
        if by_items and self._is_low and not self._is_narrow:
            self._top.addWidget(self.items.search, 1)
        else:
            self.items.take_search()
        keys = self.keypad.width_of(KEY)
        side = max(keys, px(_ACTION))
        if self._is_low or self._is_narrow:
            side = px(_LEAST_LINES) if by_items and self._is_narrow else keys
        self._sides.setFixedWidth(side)
        self.place.setFixedWidth(px(_LEAST_ACTION if self._is_narrow else _ACTION))

    def _set_parts_enabled(self, enabled: bool) -> None:
        for part in (self.ways, self._pages, self._sides):
            part.setEnabled(enabled)
        self._show_locks()

    # --- what staff do ----------------------------------------------------------------------------

    @Slot(str)
    def _on_way(self, key: str) -> None:
        self._turn_to(key)
        self.take_focus()

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.amounts.field.press(key)

    @Slot(object)
    def _on_amount(self, money: Money | None) -> None:
        self._set(replace(self._draft, amount=money))

    @Slot(str)
    def _on_name(self, text: str) -> None:
        self._set(replace(self._draft, name=text.strip()))

    @Slot(str, int)
    def _on_wanted(self, key: str, quantity: int) -> None:
        if key == AMOUNT:
            self.amounts.field.show_money(None)
        else:
            self._set(self._draft.with_quantity(key, quantity))

    @Slot()
    def _on_anew(self) -> None:
        self._draft = Draft(currency=self._draft.currency)
        self.amounts.field.show_money(None)
        self.name.clear()
        self.items.clear_search()
        self._set(self._draft)
        self.take_focus()

    @Slot()
    def _on_pay(self) -> None:
        self.placed.emit(True)

    @Slot()
    def _on_place(self) -> None:
        self.placed.emit(False)

    @Slot()
    def _on_changed_theme(self) -> None:
        self.name.setFont(self.theme.font("body_medium"))
        self.name.setMinimumHeight(self.theme.px(56))
