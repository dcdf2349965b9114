"""Every screen can be used: each target named, large enough and in sight, no text cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme
from tests.ui.auditing import faults
from tests.ui.screens import SCENES, a_window

LARGE_TEXT = (
    "board",
    "order",
    "trouble",
    "reject",
    "history",
    "lamp",
    "problems",
    "messages",
    "help",
    "absence-page",
    "settings-till",
    "settings-vendors",
    "settle-list",
    "waiting-list",
    "closing-open",
    "closing-shift",
    "closing-sheet",
    "closing-count",
    "closing-board",
    "totals",
    "collect-list",
    "later-order",
    "later-new",
)


@pytest.fixture
def kept() -> list[MainWindow]:
    """Hold the windows: one nobody holds is deleted while its sounds still play."""
    return []


def faults_of(
    kept: list[MainWindow], qtbot: QtBot, theme: Theme, name: str, size: tuple[int, int]
) -> list[str]:
    relay = Relay()
    window = a_window(theme, relay)
    kept.append(window)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    SCENES[name](window, relay)
    for _ in range(4):
        QApplication.processEvents()
    return faults(window, theme)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("name", sorted(SCENES))
def test_nothing_is_unnamed_small_cut_or_out_of_sight(
    kept: list[MainWindow], qtbot: QtBot, theme: Theme, name: str, size: tuple[int, int]
) -> None:
    assert faults_of(kept, qtbot, theme, name, size) == []


@pytest.mark.parametrize("name", LARGE_TEXT)
def test_nor_with_text_of_twice_the_size(
    kept: list[MainWindow], qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme = Theme(Mode.LIGHT, dpi=96, text_scale=2.0)
    theme.apply_to(qapp)
    assert faults_of(kept, qtbot, theme, name, (1920, 1080)) == []
