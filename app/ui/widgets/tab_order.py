"""The way of the Tab key where Qt's own, the order in which widgets were made, is not the eye's."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through `widgets` in this order; what came after the first comes after the last.

    Without it a row that is made later is reached last, wherever it stands. Thread: gui.
    """
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)


def tab_stops_at(chosen: QWidget, choices: Iterable[QWidget]) -> None:
    """Let Tab come to what is chosen of `choices` and pass the others: arrows go between them.

    Qt does so from the first time one of them has the focus. Thread: gui.
    """
    for choice in choices:
        strong, by_press = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        choice.setFocusPolicy(strong if choice is chosen else by_press)
