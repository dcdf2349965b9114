"""Which screen the customer display takes: never the one that the till's window is on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

_LAPS_OVER = 64  # px; a maximised window's invisible frame reaches a few px into its neighbour


def screen_for(
    screens: Iterable[QScreen], till: QRect, till_screen: QScreen, wanted: str
) -> QScreen | None:
    """Return the screen for customers, None when there is none.

    `till` is where the till's window lies. A screen that mirrors the till's, or that the window
    reaches into, is none. With `wanted` it is the screen of that name alone.
    """
    for screen in screens:
        if wanted and screen.name() != wanted:
            continue
        room = screen.geometry()
        over = room.intersected(till)
        is_free = min(over.width(), over.height()) <= _LAPS_OVER
        if is_free and screen != till_screen and not room.intersects(till_screen.geometry()):
            return screen
    return None
