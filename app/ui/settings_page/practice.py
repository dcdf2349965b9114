"""The offer of a practice order: in the guide, and on the page Till."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.settings_page.parts import offer_row
from app.ui.theme import Theme
from app.ui.widgets import ActionButton
from app.ui.wording.marked import translate


def practice_button(theme: Theme) -> ActionButton:
    """Return the button that places a practice order."""
    return ActionButton(theme, translate("Practice", "Practice order"), icon="bell", height=72)


def practice_row(theme: Theme, button: ActionButton) -> QWidget:
    """Return the row that says what a practice order is for, with its button."""
    text = translate(
        "Practice",
        "One order named PRACTICE goes the whole way: it rings, is accepted, its slip comes out, it"
        " is handed over. No vendor hears of it, and it counts nowhere.",
    )
    return offer_row(theme, text, button)
