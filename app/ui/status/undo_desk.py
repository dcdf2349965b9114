"""Undo in the title of a dialog that covers the message strip, where a wrong tap is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


class UndoDesk(QObject):
    """Keeps the Undo that runs in the strip within reach while a dialog is open. Thread: gui."""

    def __init__(self, place: Workplace) -> None:
        """Follow the strip of `place`, its dialogs, and the keyboard, which covers it as well."""
        super().__init__(place)
        self._place = place
        self._strip = place.stage.strip
        self._strip.undo_changed.connect(self.on_changed)
        place.layer.opened.connect(self.on_dialog_opened)
        place.keyboard.changed.connect(self.on_changed)
        place.stage.placed.connect(self.on_changed)

    @Slot()
    def on_dialog_opened(self) -> None:
        """Let the dialog's Undo do what the strip's does."""
        dialog = self._place.layer.dialog
        if dialog is not None:
            dialog.undo.acted.connect(self._strip.on_undo)
            self.on_changed()

    @Slot()
    def on_changed(self) -> None:
        """Show the dialog what can be undone, if that cannot be seen beside it."""
        dialog, message = self._place.layer.dialog, self._strip.message
        if dialog is None:
            return
        runs = self._strip.undo_button.is_running()
        if runs and message is not None and self._is_covered():
            dialog.show_undo(message.head, self._strip.undo_button)
        else:
            dialog.hide_undo()

    def _is_covered(self) -> bool:
        place, places = self._place, self._place.stage.places
        if places is None or place.pages.key:
            return False
        return place.keyboard.is_up or places.dialogs.bottom() > places.strip.top()
