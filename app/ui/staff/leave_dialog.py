"""Asks plainly before a kiosk is left that has no PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind
from app.ui.wording.marked import translate


class LeaveDialog(Dialog):
    """Says what closing means. Thread: gui. Signals: `confirmed`."""

    confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make the dialog."""
        super().__init__(theme, translate("Staff", "Close Pult?"), width=640)
        text = translate(
            "Staff",
            "The orders on this till are kept. Until Pult is started again no new order is"
            " announced and nothing is printed.",
        )
        self.body.addWidget(Sentence(theme, text, "body_medium", "ink"))
        self.body.addStretch(1)
        self.stay = ActionButton(theme, translate("Staff", "Stay"), Kind.PLAIN, height=72)
        self.leave = ActionButton(theme, translate("Staff", "Close Pult"), Kind.DANGER_SOLID)
        self.set_foot(self.stay, self.leave)
        self.stay.acted.connect(self.reject)
        self.leave.acted.connect(self._on_leave)

    def first_focus(self) -> QWidget | None:
        """Return the way back."""
        return self.stay

    @Slot()
    def _on_leave(self) -> None:
        self.done_with()
        self.confirmed.emit()
