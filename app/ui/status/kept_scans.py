"""Slips scanned while a payment was taken: each waits as a button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet

MOST = 3
"""So many buttons have room beside each other; the others follow when one was pressed."""


class KeptScans(Sheet):
    """A row of buttons, "A-36 scanned: Open", hidden while none waits.

    Thread: gui. Signals: `taken(text)` with the code of the slip that was pressed; `changed` when
    the row appears or goes.
    """

    taken = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(theme, "surface", ("top",), parent=parent)
        self._buttons: dict[str, ActionButton] = {}
        self._row = QHBoxLayout(self)
        self._more = Label(theme, "", "body_medium", "ink2")
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    def keep(self, text: str, number: str) -> None:
        """Let the slip of `number` wait, behind those that wait already."""
        if text in self._buttons:
            return
        words = self.tr("{number} scanned: Open").format(number=number)
        button = ActionButton(self._theme, words, Kind.PALE, icon="scan")
        button.acted.connect(self._on_acted)
        self._row.insertWidget(len(self._buttons), button)
        self._buttons[text] = button
        self._show()

    def waiting(self) -> tuple[str, ...]:
        """Return the codes that wait, the oldest first."""
        return tuple(self._buttons)

    def _drop(self, text: str) -> None:
        button = self._buttons.pop(text)
        button.hide()
        button.deleteLater()

    def _show(self) -> None:
        for place, button in enumerate(self._buttons.values()):
            button.setVisible(place < MOST)
        hidden = len(self._buttons) - MOST
        self._more.setText(self.tr("and {count} more").format(count=hidden) if hidden > 0 else "")
        if self.isHidden() == bool(self._buttons):
            self.setVisible(bool(self._buttons))
            self.changed.emit()

    @Slot()
    def _on_acted(self) -> None:
        sender = self.sender()
        found = [text for text, button in self._buttons.items() if button is sender]
        for text in found:
            self._drop(text)
            self._show()
            self.taken.emit(text)

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12), px(4), px(12), px(4))
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(56))
