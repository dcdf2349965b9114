"""Asking once before a printer or scanner is taken out of the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label


class RemoveDialog(Dialog):
    """Thread: gui. Signals: `confirmed`."""

    confirmed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """Ask about the entry `name`."""
        super().__init__(theme, self.tr("Remove {name}?").format(name=name), width=640)
        said = self.tr(
            "It is not used any more from this moment. Slips that wait for it stay in the list of"
            " waiting slips. To have it back you enter it again."
        )
        self.body.addWidget(Label(theme, said, "body", wrap=True))
        self.body.addStretch(1)
        self.keep = ActionButton(theme, self.tr("Keep it"), height=72)
        words = self.tr("Remove it")
        self.remove = ActionButton(theme, words, Kind.DANGER_SOLID, icon="trash", height=72)
        self.set_foot(self.keep, self.remove)
        self.keep.acted.connect(self.reject)
        self.remove.acted.connect(self._on_remove)

    def first_focus(self) -> QWidget | None:
        """Return the harmless button."""
        return self.keep

    @Slot()
    def _on_remove(self) -> None:
        self.done_with()
        self.confirmed.emit()
