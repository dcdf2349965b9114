"""The bell of top bar, pages and dialogs: stops what rings, or says that nothing can be heard."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.button_kinds import Kind


class BellLook(Enum):
    """How the alarm stands."""

    CALM = "calm"
    RINGING = "ringing"
    FLASHING = "flashing"  # it rings for nobody to hear: closed, quiet hours, no volume
    SILENT = "silent"  # it cannot be heard; the window flashes instead


STOPPABLE = frozenset({BellLook.RINGING, BellLook.FLASHING})


class BellButton(ActionButton):
    """A button that is there only while the alarm rings or cannot be heard. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a button that is hidden: all is calm."""
        super().__init__(theme, "", Kind.PALE, icon="bell", parent=parent)
        self._shown_look = BellLook.CALM
        self._keeps_place = False
        self.hide()

    @property
    def look(self) -> BellLook:
        """Return how the alarm stands."""
        return self._shown_look

    def show_look(self, look: BellLook) -> None:
        """Show how the alarm stands now."""
        if look is not self._shown_look:
            self._shown_look = look
            self._show_words()

    def keep_place(self) -> None:
        """Take the same room however the alarm stands, so that nothing beside it moves.

        It is as narrow as its words can be on two lines.
        """
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._keeps_place = True
        self._show_words()

    def _words_of(self, look: BellLook) -> tuple[str, str]:
        """Return what stands on it, and its name."""
        if look is BellLook.SILENT:
            return self.tr("No sound"), self.tr("No sound: Pult flashes instead")
        name = self.tr("Stop flashing") if look is BellLook.FLASHING else self.tr("Stop ringing")
        return name, name

    def _show_words(self) -> None:
        silent = self._shown_look is BellLook.SILENT
        self.set_kind(Kind.WARN if silent else Kind.PALE)
        self.set_icon("bell-off" if silent else "bell")
        if self._keeps_place:
            self.setFixedWidth(max(map(self._width_of, BellLook)))
            self._write(self._shown_look)
        else:
            self._write(self._shown_look)
            self.setMinimumSize(self.minimumSizeHint())
        self.setVisible(self._shown_look is not BellLook.CALM)

    def _write(self, look: BellLook) -> None:
        words, name = self._words_of(look)
        self.set_words(words, name=name)

    def _width_of(self, look: BellLook) -> int:
        self._write(look)
        return self.minimumSizeHint().width()
