"""The filters of History in one row, and in two where one is too short."""

from __future__ import annotations

from itertools import pairwise

from pytestqt.qtbot import QtBot

from app.ui.history.filter_row import FilterRow
from app.ui.theme import Theme
from app.ui.widgets import ActionButton
from tests.ui.showing import put_on_screen


def test_long_filters_get_narrower_before_the_row_breaks(qtbot: QtBot, theme: Theme) -> None:
    words = ("Hoy", "Todas las plataformas", "Todos los finales")
    buttons = [ActionButton(theme, text, height=48) for text in words]
    row = FilterRow(theme, *buttons)
    qtbot.addWidget(row)
    wide = sum(button.sizeHint().width() for button in buttons) + 2 * theme.px(8)
    row.resize(wide, 60)
    put_on_screen(qtbot, row)
    usual = [button.width() for button in buttons]
    row.resize(wide - theme.px(60), 60)
    assert len({button.y() for button in buttons}) == 1
    assert buttons[0].width() == usual[0]
    assert all(now.width() < before for now, before in zip(buttons[1:], usual[1:], strict=True))
    assert all(left.geometry().right() < right.x() for left, right in pairwise(buttons))
    row.resize(wide // 2, 60)
    assert len({button.y() for button in buttons}) > 1
