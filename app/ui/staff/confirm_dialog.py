"""Asks plainly before something that cannot be taken back by a tap."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind


class ConfirmDialog(Dialog):
    """Says what follows; the way back is at the left. Thread: gui. Signals: `confirmed`."""

    confirmed = Signal()

    def __init__(self, theme: Theme, title: str, text: str, *, back: str, action: str) -> None:
        """Make the dialog; `back` and `action` are the words of its buttons."""
        super().__init__(theme, title, width=640)
        self.body.addWidget(Sentence(theme, text, "body_medium", "ink"))
        self.body.addStretch(1)
        self.back = ActionButton(theme, back, Kind.PLAIN, height=72)
        self.action = ActionButton(theme, action, Kind.DANGER_SOLID)
        self.set_foot(self.back, self.action)
        self.back.acted.connect(self.reject)
        self.action.acted.connect(self._on_action)

    def first_focus(self) -> QWidget | None:
        """Return the way back."""
        return self.back

    @Slot()
    def _on_action(self) -> None:
        self.done_with()
        self.confirmed.emit()
