"""The keyboard button in a field's right end."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind
from app.ui.wording.marked import translate

SIDE = 48
Field = QLineEdit | QPlainTextEdit | QTextEdit


@runtime_checkable
class PlacesKeyboardButton(Protocol):
    """A field with more at its right end: it places the button among that."""

    def take_keyboard_button(self, button: QWidget) -> None:
        """Place `button` from now on."""


class FieldButton(ActionButton):
    """Brings the keyboard for one field, in which it lies. Thread: gui."""

    def __init__(self, theme: Theme, field: Field) -> None:
        """Put the button into `field`, whose text makes room for it."""
        said = translate("Keyboard", "Keyboard for {field}")
        name = said.format(field=field.accessibleName())
        super().__init__(theme, "", Kind.GHOST, icon="keyboard", name=name, parent=field)
        self.field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))
        if isinstance(field, PlacesKeyboardButton):
            field.take_keyboard_button(self)
        else:
            self._make_room()
            field.installEventFilter(self)
            self._place()
        self.setVisible(field.isEnabled() and not field.isReadOnly())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the field's right end; never swallows anything."""
        if watched is self.field:
            if event.type() == QEvent.Type.Resize:
                self._place()
            elif event.type() in (QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange):
                self.setVisible(self.field.isEnabled() and not self.field.isReadOnly())
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        room = self._theme.px(SIDE - 8)
        if isinstance(self.field, QLineEdit):
            margins = self.field.textMargins()
            margins.setRight(margins.right() + room)
            self.field.setTextMargins(margins)
        else:
            self.field.setViewportMargins(0, 0, room, 0)

    def _place(self) -> None:
        """Lie in the middle of one line, or at the top of several."""
        px = self._theme.px
        field = self.field
        top = (field.height() - self.height()) // 2 if isinstance(field, QLineEdit) else px(2)
        self.move(field.width() - self.width() - px(2), top)
