"""What keeps somebody from using a screen: unnamed or small targets, cut texts, parts out of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLineEdit,
    QWidget,
)

from app.ui.theme import Theme
from app.ui.widgets import Lamp
from tests.ui.reading import clipped, read_name

LEAST = 48  # design px
TARGETS = (QAbstractButton, QLineEdit, Lamp, QAbstractItemView)


def faults(window: QWidget, theme: Theme) -> list[str]:
    """Give what is wrong with what the window shows, one line each."""
    found = [f"cut: {text}" for text in clipped(window)]
    for target in _targets(window):
        name = read_name(target)
        what = f"{type(target).__name__} {name!r}"
        if not name.strip():
            found.append(f"no name: {what} in {type(target.parent()).__name__}")
        if not isinstance(target, QAbstractItemView):
            found += _too_small(target, theme, what)
            if not _is_in_sight(target, window):
                found.append(f"out of sight: {what}")
    return found


def _targets(window: QWidget) -> list[QWidget]:
    children = [child for kind in TARGETS for child in window.findChildren(kind)]
    return [child for child in children if child.isVisibleTo(window) and child.width() > 1]


def _too_small(target: QWidget, theme: Theme, what: str) -> list[str]:
    least = theme.px(LEAST)
    if min(target.width(), target.height()) >= least:
        return []
    return [f"small: {what} {target.width()}x{target.height()} of {least}"]


def _is_in_sight(target: QWidget, window: QWidget) -> bool:
    """Whether it lies inside everything it lies in, or can be scrolled there."""
    place = target.parentWidget()
    while place is not None and place is not window:
        if isinstance(place.parentWidget(), QAbstractScrollArea):
            return _fits_across(target, place)
        rect = QRect(target.mapTo(place, QPoint(0, 0)), target.size())
        if not place.rect().contains(rect.center()):
            return False
        place = place.parentWidget()
    rect = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
    return window.rect().contains(rect)


def _fits_across(target: QWidget, viewport: QWidget) -> bool:
    left = target.mapTo(viewport, QPoint(0, 0)).x()
    return left >= -1 and left + target.width() <= viewport.width() + 1
