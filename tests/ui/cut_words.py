"""Finds words that do not fit where they stand: cut on a button, or under another button."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.choice import CheckTile, RadioTile, tile_words
from app.ui.widgets.segments import Segments


def cut_words(window: QWidget) -> list[str]:
    """Return what is wrong with the buttons that are seen, one line each."""
    buttons = [
        button for button in window.findChildren(QAbstractButton) if button.isVisibleTo(window)
    ]
    wrong = [f"cut: {button.text()}" for button in buttons if _is_cut(button)]
    for first, second in combinations(buttons, 2):
        together = first.parentWidget() is second.parentWidget()
        if together and first.geometry().intersects(second.geometry()):
            wrong.append(f"over each other: {first.text()} and {second.text()}")
    return wrong


def _is_cut(button: QAbstractButton) -> bool:
    if isinstance(button, ActionButton):
        return bool(button.text()) and button.fitted_words().is_cut
    if isinstance(button, (RadioTile, CheckTile)):
        return tile_words(button._theme, button).is_cut
    if isinstance(button.parentWidget(), Segments):
        return bool(button.fitted_words().is_cut)  # type: ignore[attr-defined]
    return False
