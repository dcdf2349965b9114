"""What the focus is on, and what is being typed there, so that another screen goes on with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


@dataclass(frozen=True, slots=True)
class Typing:
    """A widget by its kind and its name for screen readers; a field's text and cursor too."""

    kind: type[QWidget]
    name: str
    text: str = ""
    cursor: int = 0


def typing_in(root: QWidget) -> Typing | None:
    """Return what has the focus in `root`, None where nothing with a name of its own has it."""
    focus = root.window().focusWidget()
    if focus is None or not root.isAncestorOf(focus) or not focus.accessibleName():
        return None
    if not isinstance(focus, QLineEdit):
        return Typing(type(focus), focus.accessibleName())
    return Typing(type(focus), focus.accessibleName(), focus.text(), focus.cursorPosition())


def go_on_typing(root: QWidget, typing: Typing) -> QLineEdit | None:
    """Give the focus to the same widget of `root`, if it is seen there once; return a field."""
    seen = [
        each
        for each in root.findChildren(typing.kind)
        if each.accessibleName() == typing.name and each.isVisible()
    ]
    if len(seen) != 1:
        return None
    focus = seen[0]
    focus.setFocus(Qt.FocusReason.OtherFocusReason)
    if not isinstance(focus, QLineEdit):
        return None
    if focus.text() != typing.text:
        focus.setText(typing.text)
    focus.setCursorPosition(typing.cursor)
    return focus
