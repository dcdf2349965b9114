"""The dialog that sets, changes or takes away the shop's PIN."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.staff import is_pin
from app.domain.staff_news import PinAnswered, PinVerdict
from app.ui.dialogs.order_dialog import WarningLine
from app.ui.dialogs.titled import Titled
from app.ui.panel.sentence import Sentence
from app.ui.staff.person_dialog import digits_field
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Keypad, Kind
from app.ui.widgets.keypad import press_into
from app.ui.wording.marked import translate
from app.ui.wording.staff import not_looked_at, wrong_pin

_LOW = 400  # design px of height in which fields come first


class NewPinDialog(Dialog):
    """Asks for the old PIN, where there is one, and twice for the new one.

    Thread: gui. Signals: `wanted(old, new)`; a new one of "" takes the PIN away.
    """

    wanted = Signal(str, str)

    def __init__(self, theme: Theme, *, is_set: bool) -> None:
        """Make the dialog; `is_set` says that there is a PIN already."""
        title = translate("Staff", "Change the PIN") if is_set else None
        super().__init__(theme, title or translate("Staff", "Set the PIN"), width=860)
        self._is_set = is_set
        self.old = digits_field(theme, translate("Staff", "Old PIN"))
        self.new = digits_field(theme, translate("Staff", "New PIN, 4 to 8 digits"))
        self.again = digits_field(theme, translate("Staff", "New PIN once more"))
        self.warning = WarningLine(theme)
        self.keypad = Keypad(theme, double_zero=False)
        self.drop = ActionButton(
            theme, translate("Staff", "Take PIN away"), Kind.DANGER, icon="trash", height=72
        )
        self.save = ActionButton(theme, translate("Staff", "Save"), Kind.NEXT, height=72)
        self._lay_out()
        for field in self._fields():
            field.textChanged.connect(self._on_text)
            field.returnPressed.connect(self.focusNextChild)
        self.keypad.key_pressed.connect(self._on_key)
        self.drop.acted.connect(self._on_drop)
        self.save.acted.connect(self._on_save)
        self._show_locks()

    def first_focus(self) -> QWidget | None:
        """Return the first field."""
        return self.old if self._is_set else self.new

    def size_in(self, room: QSize) -> QSize:
        """Return the size; where there is little height the advice stands below the fields."""
        self._left.removeWidget(self.advice)
        low = room.height() < self.theme.px(_LOW)
        self._left.insertWidget(self._left.count() - 1 if low else 0, self.advice)
        return super().size_in(room)

    def answered(self, answer: PinAnswered) -> None:
        """Say that the old PIN is wrong; the dialog closes once the new one is kept."""
        self.save.end_flight()
        if answer.verdict is PinVerdict.KEPT:
            self.done_with()
            return
        self.old.clear()
        self.old.setFocus()
        text = translate(
            "Staff", "Too many wrong PINs. Wait a little, then try again. Orders go on meanwhile."
        )
        self.warning.say(text if answer.wait_until else wrong_pin(answer))

    def refused(self) -> None:
        """Say that nothing could be kept."""
        self.save.end_flight()
        self.warning.say(not_looked_at())

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (self.old, self.new, self.again)

    def _lay_out(self) -> None:
        px = self.theme.px
        text = translate(
            "Staff",
            "Write it down for the owner. When it is lost, whoever keeps this PC resets it with"
            " “pult pin reset”.",
        )
        self.advice = Sentence(self.theme, text, "body", "ink2")
        left = self._left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.advice)
        for field in (self.old, self.new, self.again):
            titled = Titled(self.theme, field.accessibleName(), field)
            titled.setVisible(field is not self.old or self._is_set)
            left.addWidget(titled)
        left.addWidget(self.warning)
        left.addStretch(1)
        self.body.addLayout(left)
        self.set_keys(self.keypad)
        self.drop.setVisible(self._is_set)
        self.set_foot(self.drop, self.save)

    def _show_locks(self) -> None:
        old = is_pin(self.old.text()) or not self._is_set
        new, again = self.new.text(), self.again.text()
        self.save.set_locked(not (old and is_pin(new) and new == again))
        self.drop.set_locked(not old)
        differ = len(again) >= len(new) and new != again
        self.warning.say(translate("Staff", "The two new PINs differ.") if differ else "")

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._show_locks()

    @Slot(str)
    def _on_key(self, key: str) -> None:
        field = next((one for one in (self.old, self.new, self.again) if one.hasFocus()), None)
        if field is None:
            return
        press_into(field, key)

    @Slot()
    def _on_drop(self) -> None:
        self.wanted.emit(self.old.text(), "")

    @Slot()
    def _on_save(self) -> None:
        self.save.start_flight(translate("Staff", "Saving…"))
        self.wanted.emit(self.old.text(), self.new.text())
