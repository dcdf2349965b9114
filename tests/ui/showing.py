"""Putting a window on the screen, as every test of one does before it looks or presses."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def put_on_screen(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until the screen asked for its first painting.

    `isVisible` is true before: what is painted, pressed or measured then may still be laid out.
    """
    with qtbot.waitExposed(window):
        window.show()
