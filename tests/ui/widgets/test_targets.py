"""Every target is at least 48 px, named, and plain text; at every scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.theme import Mode, Theme
from app.ui.widgets import ActionButton, Keypad, Kind, Lamp, ScanAnswer
from tests.ui import gallery
from tests.ui.gallery_board import board
from tests.ui.showing import put_on_screen

PAGES = {
    "basics": gallery.basics,
    "frame": gallery.frame,
    "payment": gallery.payment,
    "board": board,
}


def shown(qtbot: QtBot, page: QWidget) -> QWidget:
    qtbot.addWidget(page)
    page.resize(1280, 800)
    put_on_screen(qtbot, page)
    return page


def targets(page: QWidget) -> list[QWidget]:
    found = [
        child
        for kind in (QAbstractButton, QLineEdit, Lamp)
        for child in page.findChildren(kind)
        if child.isVisible()
    ]
    return [child for child in found if child.width() > 1]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_target_is_under_48_px(qtbot: QtBot, theme: Theme, name: str) -> None:
    page = shown(qtbot, PAGES[name](theme))
    found = targets(page)
    small = [
        (type(widget).__name__, widget.accessibleName(), widget.width(), widget.height())
        for widget in found
        if widget.width() < 48 or widget.height() < 48
    ]
    assert found
    assert small == []


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_target_has_a_name(qtbot: QtBot, theme: Theme, name: str) -> None:
    page = shown(qtbot, PAGES[name](theme))
    for widget in targets(page):
        label = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
        assert label.strip(), widget


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_label_is_plain_text(qtbot: QtBot, theme: Theme, name: str) -> None:
    page = shown(qtbot, PAGES[name](theme))
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_buttons_grow_with_the_text(
    qtbot: QtBot, qapp: QApplication, kind: Kind, text_scale: float
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=text_scale)
    button = ActionButton(theme, "A", kind)
    qtbot.addWidget(button)
    least = 48 * text_scale
    assert button.minimumSizeHint().width() >= least
    assert button.minimumSizeHint().height() >= least
    assert button.minimumHeight() >= least


def test_next_and_destructive_buttons_are_72_high(qtbot: QtBot, theme: Theme) -> None:
    for kind in (Kind.NEXT, Kind.DANGER, Kind.DANGER_SOLID):
        button = ActionButton(theme, "Reject", kind)
        qtbot.addWidget(button)
        assert button.sizeHint().height() == 72


def test_keys_never_go_below_64_by_48_px(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    keypad = Keypad(theme)
    column.addWidget(keypad)
    shown(qtbot, holder)
    holder.resize(1, 1)
    QApplication.processEvents()
    keys = keypad.findChildren(ActionButton)
    assert len(keys) == 12
    assert all(key.width() >= 64 and key.height() >= 48 for key in keys)


def test_answer_buttons_are_80_high_and_120_when_they_wait(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    answer = ScanAnswer(theme, window)
    shown(qtbot, window)
    answer.show_answer(gallery.ANSWERS[0])
    assert [button.height() for button in answer.buttons()] == [80]
    answer.show_answer(gallery.ANSWERS[-1])
    assert [button.height() for button in answer.buttons()] == [120, 120]
    answer.end()
