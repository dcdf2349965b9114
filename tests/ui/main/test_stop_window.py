"""What stands on the screen when Pult cannot start."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.stop_window import Stop, StopWindow
from app.ui.theme import Theme
from tests.ui.reading import texts
from tests.ui.showing import put_on_screen


@pytest.mark.parametrize("stop", Stop)
def test_it_says_what_happened_whether_orders_are_safe_and_what_to_do(
    qtbot: QtBot, stop: Stop
) -> None:
    window = StopWindow(Theme(), stop, "pult.toml: till.languag is an unknown key")
    qtbot.addWidget(window)
    window.resize(900, 600)
    put_on_screen(qtbot, window)
    said = texts(window)
    assert "Nothing was changed. The orders are kept as they were left." in said
    assert any("till.languag" in text for text in said)
    assert any(text.startswith("Pult ") for text in said)


def test_its_one_button_closes_it(qtbot: QtBot) -> None:
    window = StopWindow(Theme(), Stop.SETTINGS, "details")
    qtbot.addWidget(window)
    window.resize(900, 600)
    put_on_screen(qtbot, window)
    assert window.rect().contains(window.leave.geometry())
    window.leave.acted.emit()
    assert not window.isVisible()
