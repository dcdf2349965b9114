"""The bell of top bar, pages and dialogs: stops what rings, or says that nothing can be heard."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

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

    _least = _usual = 0  # screen px of width for the longest words, 0 where it keeps no place

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

        Where there is little of it its words stand on two lines.
        """
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
            self._least, self._usual = 0, 0
            widths = [self._widths_of(look) for look in BellLook]
            self._least = max(least for least, _usual in widths)
            self._usual = max(usual for _least, usual in widths)
            self.setMinimumWidth(self._least)
            self._write(self._shown_look)
        else:
            self._write(self._shown_look)
            self.setMinimumSize(self.minimumSizeHint())
        self.setVisible(self._shown_look is not BellLook.CALM)

    def _write(self, look: BellLook) -> None:
        words, name = self._words_of(look)
        self.set_words(words, name=name)

    def sizeHint(self) -> QSize:
        """Return the size for the longest words where it keeps its place."""
        size = super().sizeHint()
        return QSize(self._usual, size.height()) if self._usual else size

    def minimumSizeHint(self) -> QSize:
        """Return the least size, for the longest words where it keeps its place."""
        size = super().minimumSizeHint()
        return QSize(self._least, size.height()) if self._least else size

    def _widths_of(self, look: BellLook) -> tuple[int, int]:
        self._write(look)
        return self.minimumSizeHint().width(), self.sizeHint().width()
