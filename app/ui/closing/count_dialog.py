"""Counting the drawer: the float when a shift is opened, all of it when it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.money import Money
from app.domain.shift import CashCount
from app.ui.closing.piece_grid import PieceGrid
from app.ui.dialogs.money_field import MoneyField
from app.ui.panel.sentence import Sentence
from app.ui.theme import Shape, Theme
from app.ui.widgets import (
    ActionButton,
    Dialog,
    Keypad,
    Kind,
    Label,
    Segment,
    Segments,
    ShapeMark,
)
from app.ui.wording.closing import difference_shape, difference_text
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class CountWords:
    """What a dialog for counting says: `field` names the amount, `advice` stands above it."""

    title: str
    field: str
    action: str
    advice: str


class OneCount(QWidget):
    """The count of one currency, as one amount or piece by piece.

    Thread: gui. Signals: `counted(Money | None)`.
    """

    counted = Signal(object)

    def __init__(self, theme: Theme, shop: Shop, currency: str, name: str) -> None:
        """Make it empty; `name` is the accessible name of the amount."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._currency = currency
        self._grid: PieceGrid | None = None
        self.field = MoneyField(theme, shop, currency, name)
        self.pieces = ActionButton(
            theme, translate("Closing", "Count notes and coins"), Kind.QUIET, icon="banknote"
        )
        self.pieces.acted.connect(self._on_pieces)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.field)
        self._column.addWidget(self.pieces)
        self._column.addStretch(1)
        self.field.money_changed.connect(self.counted)

    @property
    def money(self) -> Money | None:
        """Return what was counted, None while nothing is keyed in."""
        return self.field.money

    def show_money(self, money: Money | None) -> None:
        """Begin with an amount that the next key replaces."""
        self.field.show_money(money, replace_on_key=True)

    def press(self, key: str) -> None:
        """Take a key of the keypad."""
        if self._grid is not None and not self.field.hasFocus():
            self._grid.press(key)
        else:
            self.field.press(key)

    @Slot()
    def _on_pieces(self) -> None:
        if self._grid is not None:
            return
        self._grid = PieceGrid(self._theme, self._shop, self._currency)
        self._grid.sum_changed.connect(self._on_sum)
        self.pieces.hide()
        self._column.insertWidget(1, self._grid)
        self.show_money(None)  # nothing is counted yet, and nothing can be closed with that
        self._grid.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_sum(self, money: Money) -> None:
        self.show_money(money)


class CountDialog(Dialog):
    """One amount for each currency, with what was expected where that is known.

    Thread: gui. Signals: `counted(amounts, note)` with a tuple of Money.
    """

    counted = Signal(object, str)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        words: CountWords,
        preset: Sequence[Money],
        expected: Sequence[CashCount] = (),
    ) -> None:
        """Begin with `preset`, one amount for each currency; with `expected`, of the same
        currencies, the fields begin empty and the difference is shown."""
        super().__init__(theme, words.title, width=848, height=664)
        self._shop = shop
        self._expected = {count.currency: count for count in expected}
        self._codes = [money.currency for money in preset]
        self.counts = {
            money.currency: OneCount(theme, shop, money.currency, words.field) for money in preset
        }
        if not expected:
            for money in preset:
                self.counts[money.currency].show_money(money)
        self.stack = QStackedWidget()
        for count in self.counts.values():
            count.counted.connect(self._on_counted)
            self.stack.addWidget(count)
        self.currencies = Segments(
            theme,
            [Segment(code, code) for code in self._codes],
            name=translate("Closing", "Currency"),
            chosen=self._codes[0],
        )
        self.currencies.setVisible(len(self._codes) > 1)
        self.advice = Sentence(theme, words.advice, "body", "ink2")
        self.expected = Label(theme, "", "body_strong", align=Qt.AlignmentFlag.AlignRight)
        self.mark = ShapeMark(theme, Shape.READY, 22)
        self.difference = Label(theme, "", "body_strong", wrap=True)
        self.note = QLineEdit()
        self.keypad = Keypad(theme, double_zero=True)
        self.back = ActionButton(theme, translate("Closing", "Back"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, words.action, Kind.NEXT, icon="check")
        self.set_foot(self.back, self.action, note=self._outcome())
        self._lay_out(words.field)
        self.keypad.key_pressed.connect(self._on_key)
        self.currencies.chosen.connect(self._on_currency)
        self.back.acted.connect(self.reject)
        self.action.acted.connect(self._on_action)
        self._show()

    def first_focus(self) -> QWidget | None:
        """Return the first amount."""
        return self.counts[self._codes[0]].field

    def _lay_out(self, field_name: str) -> None:
        theme, px = self.theme, self.theme.px
        self.note.setMaxLength(_MOST_LETTERS)
        self.note.setAccessibleName(translate("Closing", "Note"))
        self.note.setPlaceholderText(translate("Closing", "Note, may stay empty"))
        self.note.setMinimumHeight(px(52))
        self.note.setFont(theme.font("body"))
        self.note.setVisible(bool(self._expected))
        sums = QHBoxLayout()
        sums.addWidget(Label(theme, field_name, "body", "ink2"))
        sums.addWidget(self.expected, 1)
        self.advice.setVisible(bool(self.advice.text()))
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.advice)
        left.addWidget(self.currencies)
        left.addLayout(sums)
        left.addWidget(self.stack)
        left.addWidget(self.note)
        left.addStretch(1)
        self.body.addLayout(left, 1)
        self.set_keys(self.keypad)

    def _outcome(self) -> QWidget:
        """Return mark and difference, for the foot, where they are always in sight."""
        outcome = QWidget()
        row = QHBoxLayout(outcome)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(10))
        row.addWidget(self.mark)
        row.addWidget(self.difference, 1)
        self.mark.setVisible(bool(self._expected))
        return outcome

    @property
    def amounts(self) -> tuple[Money, ...] | None:
        """Return what was counted of each currency, None while one is missing."""
        found = [self.counts[code].money for code in self._codes]
        known = tuple(money for money in found if money is not None)
        return known if len(known) == len(found) else None

    def _show(self) -> None:
        code = self._codes[self.stack.currentIndex()]
        known = self._expected.get(code)
        if known is not None:
            text = translate("Closing", "Expected {amount}")
            self.expected.setText(text.format(amount=amount(known.expected, self._shop)))
            self._show_difference(known, self.counts[code].money)
        self.action.set_locked(self.amounts is None)

    def _show_difference(self, known: CashCount, money: Money | None) -> None:
        if money is None:
            self.mark.set_shape(Shape.READY)
            self.difference.setText(translate("Closing", "Count the drawer and key it in."))
            return
        count = CashCount(
            float_=known.float_,
            taken=known.taken,
            returned=known.returned,
            paid_in=known.paid_in,
            paid_out=known.paid_out,
            counted=money,
        )
        self.mark.set_shape(difference_shape(count))
        self.difference.setText(difference_text(count, self._shop))

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.counts[self._codes[self.stack.currentIndex()]].press(key)

    @Slot(str)
    def _on_currency(self, code: str) -> None:
        self.stack.setCurrentIndex(self._codes.index(code))
        self.counts[code].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    @Slot(object)
    def _on_counted(self, _money: object) -> None:
        self._show()

    @Slot()
    def _on_action(self) -> None:
        amounts = self.amounts
        if amounts is not None:
            self.done_with()
            self.counted.emit(amounts, self.note.text().strip())
