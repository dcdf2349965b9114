"""Finding things on the screen as assistive technology does, and seeing whether text is cut."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.in_slices import InSlices
from app.ui.panel.fit_label import FitLabel
from app.ui.panel.sentence import Sentence
from app.ui.widgets import ActionButton, Label
from app.ui.widgets.bounce import LAST_LIFT

Kind = TypeVar("Kind", bound=QWidget)


def read_name(widget: QWidget) -> str:
    """Give the name assistive technology reads."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def visible(root: QWidget, kind: type[Kind]) -> list[Kind]:
    """Give what can be seen of one kind inside `root`."""
    return [widget for widget in root.findChildren(kind) if widget.isVisibleTo(root)]


def buttons(root: QWidget) -> dict[str, QAbstractButton]:
    """Give the visible buttons by their accessible name; a name that comes twice is a fault."""
    found: dict[str, QAbstractButton] = {}
    for button in visible(root, QAbstractButton):
        name = read_name(button)
        if name:
            assert name not in found, f"two buttons are called {name!r}"
            found[name] = button
    return found


def press(qtbot: QtBot, root: QWidget, name: str) -> None:
    """Press the button of that name, with the mouse, in its middle, once it takes a press."""
    button = buttons(root)[name]
    if isinstance(button, ActionButton):
        qtbot.waitUntil(button.is_settled)
    qtbot.waitUntil(lambda: not LAST_LIFT.repeats(button) or _takes_all(button))
    assert button.isEnabled(), f"{name} cannot be pressed"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tick(qtbot: QtBot, root: QWidget, name: str) -> None:
    """Press the first tile of that name with the mouse."""
    tile = next(one for one in visible(root, QAbstractButton) if read_name(one) == name)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def _takes_all(button: QAbstractButton) -> bool:
    return isinstance(button, ActionButton)  # which says by `is_settled` what it takes


def texts(root: QWidget) -> list[str]:
    """Give all texts that can be read inside `root`."""
    return [label.text() for label in visible(root, QLabel) if label.text()]


def clipped(root: QWidget) -> list[str]:
    """Give the texts of which something is cut without "…" saying so."""
    cut = [label.text()[:60] for label in visible(root, QLabel) if _is_cut(label)]
    for button in visible(root, ActionButton):
        if _paints_its_words(button) and button.text() and button.fitted_words().is_cut:
            cut.append(button.text())
    return cut


def _paints_its_words(button: ActionButton) -> bool:
    kind = type(button)
    words = kind._paint_words is ActionButton._paint_words
    return words and kind.paintEvent is ActionButton.paintEvent


def _is_cut(label: QLabel) -> bool:
    if not label.text() or label.width() <= 1:
        return False  # what is one px wide is there for assistive technology alone
    if isinstance(label, FitLabel):
        return label._width_at(label._least) > label.width()
    if isinstance(label, Sentence) or label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    if isinstance(label, Label) and label._elide:
        return False
    hint = label.sizeHint()
    return hint.width() > label.width() + 1 or hint.height() > label.height() + 1


def until_made(root: QWidget) -> None:
    """Let everything come that is made in slices; the last of it is seen a turn later."""
    while any(each.is_busy for each in root.findChildren(InSlices)):
        QApplication.processEvents()
    QApplication.processEvents()
