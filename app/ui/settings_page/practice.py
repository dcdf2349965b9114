"""The offer of a practice order: in the guide, and on the page Till."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from app.ui.settings_page.parts import OfferRow
from app.ui.theme import Theme
from app.ui.widgets import ActionButton
from app.ui.wording.marked import translate


class PracticeRow(OfferRow):
    """Says what a practice order is for, with the button that places one.

    Thread: gui. Signals: `wanted`.
    """

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make it."""
        text = translate(
            "Practice",
            "One order named PRACTICE goes the whole way: it rings, is accepted, its slip comes"
            " out, it is handed over. No vendor hears of it, and it counts nowhere.",
        )
        words = translate("Practice", "Practice order")
        super().__init__(theme, text, ActionButton(theme, words, icon="bell", height=72))
        self.button.acted.connect(self.wanted)

    @Slot()
    def wait_for_restart(self) -> None:
        """Offer it no more: what was saved holds from the next start on, and is to be tried."""
        self.button.setEnabled(False)
        self.said.setText(
            translate(
                "Practice",
                "Restart first: until then a practice order would run with the former settings."
                " Afterwards you find it under Settings, Till.",
            )
        )
