"""The keypad that asks for a PIN."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRegularExpression, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.staff import LEAST_DIGITS, MOST_DIGITS, is_pin
from app.domain.staff_news import PinAnswered, PinVerdict
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Keypad, Kind
from app.ui.widgets.keypad import press_into
from app.ui.wording.marked import translate
from app.ui.wording.staff import not_looked_at, wait_line, wrong_pin

_LOW = 400  # design px of height below which the title must do


class PinDialog(Dialog):
    """Asks for a PIN of 4 to 8 digits; it stays open until the core has said that it is right.

    Thread: gui. Signals: `tried(pin)`.
    """

    tried = Signal(str)

    def __init__(
        self, theme: Theme, title: str, line: str, action: str, now: Callable[[], datetime]
    ) -> None:
        """Make the dialog; `line` says what the PIN is for."""
        super().__init__(theme, title, width=760)
        self._now = now
        self._until: datetime | None = None
        self.line = Sentence(theme, line, "body", "ink2")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(MOST_DIGITS)
        digits = QRegularExpression(f"[0-9]{{0,{MOST_DIGITS}}}")
        self.field.setValidator(QRegularExpressionValidator(digits, self.field))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.setAccessibleName(translate("Staff", "PIN"))
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setFont(theme.font("number_l"))
        self.field.setProperty("amount", "true")  # as high as the field of a payment
        self.warning = Sentence(theme, "", "body_strong", "bad_text")
        self.keypad = Keypad(theme, double_zero=False)
        self.back = ActionButton(theme, translate("Staff", "Back"), Kind.PLAIN, height=72)
        self.action = ActionButton(theme, action, Kind.NEXT, height=72)
        self._lay_out()
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._on_second)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_action)
        self.keypad.key_pressed.connect(self._on_key)
        self.back.acted.connect(self.reject)
        self.action.acted.connect(self._on_action)
        self._show_locks()

    def first_focus(self) -> QWidget | None:
        """Return the field."""
        return self.field

    def size_in(self, room: QSize) -> QSize:
        """Return the size; where there is little height the line is left out for the keys."""
        self.line.setVisible(room.height() >= self.theme.px(_LOW))
        return super().size_in(room)

    def answered(self, answer: PinAnswered) -> None:
        """Say that the PIN is wrong, or how long none is taken."""
        self.action.end_flight()
        self.field.clear()
        if answer.wait_until is not None:
            self.wait(answer.wait_until)
        elif answer.verdict is PinVerdict.WRONG:
            self._say(wrong_pin(answer))
        self._show_locks()

    def wait(self, until: datetime) -> None:
        """Take no PIN until then, and count down."""
        self._until = until
        self._seconds.start()
        self._on_second()

    def refused(self) -> None:
        """Say that the core could not look at the PIN."""
        self.action.end_flight()
        self._say(not_looked_at())
        self._show_locks()

    def _lay_out(self) -> None:
        px = self.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(16))
        left.addWidget(self.line)
        left.addWidget(self.field)
        left.addWidget(self.warning)
        left.addStretch(1)
        self.body.addLayout(left)
        self.set_keys(self.keypad)
        self.set_foot(self.back, self.action)

    def _say(self, text: str) -> None:
        self.warning.say_plainly(text)

    def _show_locks(self) -> None:
        waits = self._until is not None
        self.field.setEnabled(not waits)
        self.keypad.setEnabled(not waits)
        self.action.set_locked(waits or not is_pin(self.field.text()))
        if not waits:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_second(self) -> None:
        if self._until is None:
            return
        if self._now() < self._until:
            self._say(wait_line(self._until, self._now()))
        else:
            self._until = None
            self._seconds.stop()
            self._say("")
        self._show_locks()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if text:
            self._say("")
        self.action.set_locked(len(text) < LEAST_DIGITS)

    @Slot(str)
    def _on_key(self, key: str) -> None:
        press_into(self.field, key)

    @Slot()
    def _on_action(self) -> None:
        if self._until is None and is_pin(self.field.text()):
            self.action.start_flight(translate("Staff", "Looking…"))
            self.tried.emit(self.field.text())
