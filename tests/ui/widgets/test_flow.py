"""Widgets that go on in the next row."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow import FlowLayout
from tests.ui.showing import put_on_screen


class Brick(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 50)


def test_as_many_rows_as_the_width_needs(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowLayout(10)
    whole.setLayout(flow)
    bricks = [Brick() for _ in range(3)]
    for brick in bricks[1:]:
        flow.addWidget(brick)
    flow.insert(0, bricks[0])
    assert [flow.heightForWidth(width) for width in (320, 319, 100)] == [50, 110, 170]
    whole.resize(215, 110)
    put_on_screen(qtbot, whole)
    assert [(each.x(), each.y()) for each in bricks] == [(0, 0), (110, 0), (0, 60)]
    bricks[1].hide()
    qtbot.waitUntil(lambda: (bricks[2].x(), bricks[2].y()) == (110, 0))
