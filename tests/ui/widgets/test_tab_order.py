"""Tab comes to what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.reasons import Reasons
from app.ui.theme import Theme
from app.ui.widgets import Segment, Segments
from tests.ui.showing import put_on_screen


def test_tab_comes_to_the_choice_made_and_an_arrow_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit()
    ages = Segments(theme, [Segment("30", "30 min"), Segment("60", "1 h")], name="Older than")
    reasons = Reasons(theme, [("a", "Kitchen full"), ("b", "Closing"), ("c", "Other")], "Why?")
    column = QVBoxLayout(window)
    for widget in (field, ages, reasons):
        column.addWidget(widget)
    ages.choose("60")
    reasons.choose("b")
    put_on_screen(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    walked = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert [widget.text() for widget in walked] == ["1 h", "Closing"]
    qtbot.keyClick(walked[-1], Qt.Key.Key_Left)
    assert reasons.key == "a"
