"""The way of the Tab key through rows that were made later than what stands after them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through `widgets` in this order; what came after the first comes after the last.

    Without it a row that is made later is reached last, wherever it stands. Thread: gui.
    """
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)
