"""The page of the payment dialog where money is taken: amount, method, cash, change, keypad."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.money import Money, sensible_notes
from app.domain.order import PaymentMethod
from app.ui.dialogs.change_band import ChangeBand
from app.ui.dialogs.money_field import MoneyField
from app.ui.dialogs.page_stack import PageStack
from app.ui.dialogs.tally import Tally
from app.ui.dialogs.terminal_page import TerminalPage
from app.ui.panel.fit_label import FitLabel
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Keypad, Kind, Label, Segment, Segments
from app.ui.widgets.keypad import KEY, KEY_WIDE, LEAST_WIDE
from app.ui.wording.figures import amount, figure
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_NOTES = 3
_SHORT = 9


def method_segments() -> list[Segment]:
    """Return the three ways of paying."""
    return [
        Segment(PaymentMethod.CASH.value, translate("Payment", "Cash"), "banknote"),
        Segment(PaymentMethod.CARD.value, translate("Payment", "Card"), "card"),
        Segment(PaymentMethod.OTHER.value, translate("Payment", "Other")),
    ]


class Room(Enum):
    """How much height the page has."""

    FULL = "full"
    SHORT = "short"  # without captions
    LOW = "low"  # without sum and change, which then stand in the dialog's title bar and foot


class TillPage(QWidget):
    """Everything of a payment but its last press.

    Thread: gui. Signals: `tally_changed` after each key and choice.
    """

    tally_changed = Signal()

    def __init__(self, theme: Theme, shop: Shop, tally: Tally) -> None:
        """Make the page for what `tally` has due."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._tally = tally
        self._by_part = self._is_narrow = False
        self._room = Room.FULL
        self.caption = Sentence(theme, "", "body", "ink2")
        self.due = FitLabel(theme, "due", most=64, least=30)
        self.taken = ActionButton(theme, "", Kind.QUIET, icon="undo")
        self.methods = Segments(
            theme,
            method_segments(),
            name=translate("Payment", "Method"),
            chosen=tally.method.value,
        )
        self.field_label = Label(theme, "", "body", "ink2")
        self.field = MoneyField(theme, shop, tally.due.currency, translate("Payment", "Cash given"))
        self.band = ChangeBand(theme, shop)
        self.keypad = Keypad(theme, double_zero=True)
        self.terminal = TerminalPage(theme, shop)
        self._make_notes()
        self._lay_out()
        self._connect()
        self.fit(Room.FULL, rows_of_four=False)
        self.set_tally(tally)

    @property
    def tally(self) -> Tally:
        """Return the payment as it is keyed in."""
        return self._tally

    @property
    def takes_keys(self) -> bool:
        """Whether an amount is keyed in: cash, or a part paid another way."""
        return self._tally.method is PaymentMethod.CASH or self._by_part

    def set_tally(self, tally: Tally) -> None:
        """Start from another payment; cash begins with the exact amount."""
        self._by_part = False
        self.methods.choose(tally.method.value)
        self._set(tally)
        if tally.method is PaymentMethod.CASH:
            self._show_given(tally.asked)
        else:
            self._set(replace(tally, entered=None))

    def take_focus(self) -> None:
        """Put the focus where what is typed goes: the field, or the method while it is hidden."""
        to = self.field if not self._cash.isHidden() else self.methods
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, room: Room, *, rows_of_four: bool, narrow: bool = False) -> None:
        """Stand closer together where there is little room, so that nothing has to be scrolled to.

        Where it is `Room.LOW` the sum and the change stand elsewhere in the dialog; with
        `rows_of_four` the keys stand in three rows; where it is `narrow` one note less is offered.
        """
        self.keypad.set_low(rows_of_four)
        px, tight = self._theme.px, room is not Room.FULL
        for column in (self._left, self._cash_column):
            column.setSpacing(px(6 if tight else 8))
        self.due.set_most(44 if tight else 64, Qt.AlignmentFlag.AlignLeft)
        self.band.set_compact(tight)
        key = LEAST_WIDE if rows_of_four or narrow else KEY - 8 if tight else KEY_WIDE
        self._right.setFixedWidth(self.keypad.width_of(key))
        self.terminal.set_compact(room is Room.LOW)
        self._row.setSpacing(px(16 if tight else 24))
        self._room, self._is_narrow = room, narrow
        self._show()

    def note_buttons(self) -> list[ActionButton]:
        """Return Exact and the notes beside it."""
        return list(self._notes)

    def _make_notes(self) -> None:
        self._amounts: list[Money] = []
        self._notes: list[ActionButton] = []
        self._mapper = QSignalMapper(self)
        for place in range(_NOTES + 1):
            button = ActionButton(self._theme, "", Kind.QUIET, height=56)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.acted.connect(self._mapper.map)
            self._mapper.setMapping(button, place)
            self._notes.append(button)

    def _lay_out(self) -> None:
        px = self._theme.px
        sums = QHBoxLayout()
        sums.setSpacing(px(8))
        sums.addWidget(self.due, 1)
        sums.addWidget(self.taken, 0, Qt.AlignmentFlag.AlignVCenter)
        self._cash = QWidget()
        cash = QVBoxLayout(self._cash)
        cash.setContentsMargins(0, 0, 0, 0)
        cash.addWidget(self.field_label)
        cash.addWidget(self.field)
        notes = QHBoxLayout()
        notes.setSpacing(px(8))
        for button in self._notes:
            notes.addWidget(button, 1)
        cash.addLayout(notes)
        cash.addWidget(self.band)
        self._cash_column = cash
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.caption)
        head.addLayout(sums)
        left = self._left = QVBoxLayout()
        left.addLayout(head)
        left.addWidget(self.methods)
        left.addWidget(self._cash)
        left.addStretch(1)
        self._right = PageStack()
        self._right.addWidget(self.keypad)
        self._right.addWidget(self.terminal)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._right)

    def _connect(self) -> None:
        self._mapper.mappedInt.connect(self._on_note)
        self.methods.chosen.connect(self._on_method)
        self.field.money_changed.connect(self._on_given)
        self.keypad.key_pressed.connect(self._on_key)
        self.band.part_pressed.connect(self._on_part)
        self.taken.acted.connect(self._on_part_back)
        self.terminal.part_pressed.connect(self._on_by_part)

    def _set(self, tally: Tally) -> None:
        self._tally = tally
        self._show()
        self.tally_changed.emit()

    def _show(self) -> None:
        tally = self._tally
        is_cash = tally.method is PaymentMethod.CASH
        keys = self.takes_keys
        self._show_due(tally)
        self._cash.setVisible(keys)
        self._right.setCurrentWidget(self.keypad if keys else self.terminal)
        self.terminal.show_tally(tally)
        label = translate("Payment", "Cash given")
        if not is_cash:
            label = translate("Payment", "Part paid this way")
        self.field_label.setText(label)
        is_full, is_low = self._room is Room.FULL, self._room is Room.LOW
        says_more = tally.asked != tally.rest or bool(tally.parts)
        self.field_label.setVisible(is_full)
        self.caption.setVisible(is_full or says_more)
        self.due.setVisible(not is_low)
        self.band.setVisible(not is_low)
        self.field.setAccessibleName(label)
        self.band.show_tally(tally)
        self._show_notes(tally, is_cash=is_cash)

    def _show_due(self, tally: Tally) -> None:
        caption = translate("Payment", "To pay")
        if tally.parts:
            caption = translate("Payment", "Still to pay, of {amount}")
            caption = caption.format(amount=amount(tally.due, self._shop))
        rounded = tally.asked
        if rounded != tally.rest:
            exact = translate("Payment", "{caption} {exact}, in cash")
            caption = exact.format(caption=caption, exact=amount(tally.rest, self._shop))
        self.caption.say_plainly(caption)
        self.due.show_text(amount(rounded, self._shop))
        self.taken.setVisible(bool(tally.parts))
        if tally.parts:
            part = tally.parts[-1]
            text = translate("Payment", "{amount} taken")
            self.taken.set_words(text.format(amount=amount(part.amount, self._shop)))

    def _show_notes(self, tally: Tally, *, is_cash: bool) -> None:
        self._amounts = [tally.asked, *sensible_notes(tally.asked, count=_NOTES)]
        texts = [figure(money, self._shop) for money in self._amounts]
        texts[0] = translate("Payment", "Exact")
        # Large sums take the room of two.
        is_tight = max(map(len, texts)) > _SHORT or self._room is Room.SHORT or self._is_narrow
        room = _NOTES - 1 if is_tight else _NOTES
        for place, (button, text) in enumerate(zip(self._notes, texts, strict=True)):
            button.setVisible(is_cash and place <= room)
            if button.accessibleName() != text:
                button.set_words(text)
            button.set_selected(tally.entered == self._amounts[place])

    def _show_given(self, money: Money) -> None:
        """Put an amount into the field that the next key replaces."""
        self.field.show_money(money, replace_on_key=True)
        if self._tally.entered != money:
            # What the keypad cannot say, such as a hundredth of a forint, is kept exact here.
            self._set(replace(self._tally, entered=money))

    @Slot(int)
    def _on_note(self, place: int) -> None:
        self._show_given(self._amounts[place])
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_method(self, key: str) -> None:
        self.set_tally(replace(self._tally, method=PaymentMethod(key), entered=None))

    @Slot(object)
    def _on_given(self, money: Money | None) -> None:
        self._set(replace(self._tally, entered=money))

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self.field.press(key)

    @Slot()
    def _on_part(self) -> None:
        tally = self._tally.with_part()
        other = PaymentMethod.CARD if tally.method is PaymentMethod.CASH else PaymentMethod.CASH
        self.set_tally(replace(tally, method=other))

    @Slot()
    def _on_part_back(self) -> None:
        self.set_tally(self._tally.without_last_part())

    @Slot()
    def _on_by_part(self) -> None:
        self._by_part = True
        self.field.show_money(None)
        self._set(replace(self._tally, entered=Money.zero(self._tally.due.currency)))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
