"""One member of staff: name, PIN and badge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.staff import MOST_DIGITS, MOST_NAME, is_pin
from app.domain.staff_news import PersonSeen
from app.ui.dialogs.order_dialog import WarningLine
from app.ui.dialogs.titled import Titled
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind
from app.ui.wording.marked import translate


def digits_field(theme: Theme, name: str) -> QLineEdit:
    """Return a field for a PIN, whose digits are not shown."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(MOST_DIGITS)
    digits = QRegularExpression(f"[0-9]{{0,{MOST_DIGITS}}}")
    field.setValidator(QRegularExpressionValidator(digits, field))
    field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    field.setAccessibleName(name)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setMinimumHeight(theme.px(52))
    field.setFont(theme.font("body_medium"))
    return field


class PersonDialog(Dialog):
    """Adds or changes a person; what is kept is said by the core, the dialog closes at once.

    Thread: gui. Signals: `name_kept(name)`, `pin_kept(pin)` ("" takes it away), `badge_wanted` to
    scan one, `badge_printed` to print one, `badge_dropped`, `removed`.
    """

    name_kept = Signal(str)
    pin_kept = Signal(str)
    badge_wanted = Signal()
    badge_printed = Signal()
    badge_dropped = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, person: PersonSeen | None, taken: Iterable[str], *, prints: bool = False
    ) -> None:
        """Make the dialog of `person`, of a new one for None; `taken` are the others' names.

        A badge can be printed where something `prints`.
        """
        title = person.name if person else translate("Staff", "New person")
        super().__init__(theme, title, width=760)
        self._person = person
        self._prints = prints
        self._taken = {name.casefold() for name in taken}
        self.name = QLineEdit(person.name if person else "")
        self.name.setMaxLength(MOST_NAME)
        self.name.setAccessibleName(translate("Staff", "Name"))
        self.name.setMinimumHeight(theme.px(52))
        self.name.setFont(theme.font("body_medium"))
        self.pin = digits_field(theme, translate("Staff", "New PIN, 4 to 8 digits"))
        self.warning = WarningLine(theme)
        self.drop_pin = self._small(translate("Staff", "Take PIN away"))
        self.badge = self._small(translate("Staff", "Scan badge"))
        self.print_badge = self._small(translate("Staff", "Print badge"))
        self.drop_badge = self._small(translate("Staff", "Take badge away"))
        self.remove = ActionButton(
            theme, translate("Staff", "Remove"), Kind.DANGER, icon="trash", height=72
        )
        self.save = ActionButton(theme, translate("Staff", "Save"), Kind.NEXT, height=72)
        self._lay_out()
        self.name.textChanged.connect(self._on_text)
        self.pin.textChanged.connect(self._on_text)
        self.save.acted.connect(self._on_save)
        self.drop_pin.acted.connect(self._on_drop_pin)
        self.badge.acted.connect(self._on_badge)
        self.print_badge.acted.connect(self._on_print_badge)
        self.drop_badge.acted.connect(self._on_drop_badge)
        self.remove.acted.connect(self._on_remove)
        self._show_locks()

    def first_focus(self) -> QWidget | None:
        """Return the name."""
        return self.name

    def _small(self, words: str) -> ActionButton:
        return ActionButton(self.theme, words, Kind.QUIET, height=52)

    def _lay_out(self) -> None:
        person, px = self._person, self.theme.px
        self.body.addWidget(Titled(self.theme, self.name.accessibleName(), self.name))
        self._pin_row = QWidget()
        pin = QHBoxLayout(self._pin_row)
        pin.setContentsMargins(0, 0, 0, 0)
        pin.setSpacing(px(8))
        pin.addWidget(Titled(self.theme, self.pin.accessibleName(), self.pin), 1)
        pin.addWidget(self.drop_pin, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self._pin_row)
        badge = QVBoxLayout()
        text = translate(
            "Staff", "A badge is any code a scanner reads. Scanned, it changes who works here."
        )
        self._badge_words = Sentence(self.theme, text, "body", "ink2")
        badge.addWidget(self._badge_words)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.badge)
        row.addWidget(self.print_badge)
        row.addWidget(self.drop_badge)
        row.addStretch(1)
        badge.addLayout(row)
        self.body.addSpacing(px(8))
        self.body.addLayout(badge)
        self.body.addWidget(self.warning)
        self.body.addStretch(1)
        self._pin_row.setVisible(person is not None)
        self._badge_words.setVisible(person is not None)
        self.drop_pin.setVisible(person is not None and person.has_pin)
        self.badge.setVisible(person is not None)
        self.print_badge.setVisible(person is not None and self._prints)
        self.drop_badge.setVisible(person is not None and person.has_badge)
        self.remove.setVisible(person is not None)
        self.set_foot(self.remove, self.save)

    def _show_locks(self) -> None:
        pin, name = self.pin.text(), self.name.text().strip()
        is_taken = name.casefold() in self._taken
        self.save.set_locked(not name or is_taken or bool(pin and not is_pin(pin)))
        text = translate("Staff", "Somebody here has that name already.")
        self.warning.say(text if is_taken else "")

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._show_locks()

    @Slot()
    def _on_save(self) -> None:
        name, pin = self.name.text().strip(), self.pin.text()
        self.done_with()
        if self._person is None or name != self._person.name:
            self.name_kept.emit(name)
        if pin:
            self.pin_kept.emit(pin)

    @Slot()
    def _on_drop_pin(self) -> None:
        self.done_with()
        self.pin_kept.emit("")

    @Slot()
    def _on_badge(self) -> None:
        self.done_with()
        self.badge_wanted.emit()

    @Slot()
    def _on_print_badge(self) -> None:
        self.done_with()
        self.badge_printed.emit()

    @Slot()
    def _on_drop_badge(self) -> None:
        self.done_with()
        self.badge_dropped.emit()

    @Slot()
    def _on_remove(self) -> None:
        self.done_with()
        self.removed.emit()
