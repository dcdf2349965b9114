"""The window is painted before anything heavy is loaded, and loses no news meanwhile."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest
from pytestqt.qtbot import QtBot

from app.domain.news import OrdersChanged
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.rooms import PAGES, ROOMS
from app.ui.theme import Theme
from tests.ui.main.day import NOW, SETTINGS, Recorder, the_day, welcome
from tests.ui.reading import texts

LIGHT = """
import sys
import app.ui.main_window
heavy = {"sqlalchemy", "httpx", "cv2", "escpos", "pydantic", "PySide6.QtMultimedia"}
heavy |= {"app.ui." + name for name in ("widgets", "board.board", "panel", "dialogs", "history")}
print(sorted(heavy & set(sys.modules)))
"""


def a_window(qtbot: QtBot, theme: Theme, relay: Relay) -> MainWindow:
    window = MainWindow(theme, relay, welcome(SETTINGS), lambda: SETTINGS, now=lambda: NOW)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    return window


def test_nothing_heavy_is_loaded_with_the_window() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", [*ROOMS, *PAGES])
def test_what_is_loaded_after_the_paint_is_there(name: str) -> None:
    assert find_spec(name) is not None


def test_pages_are_loaded_before_somebody_opens_one(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme, Relay())
    window.show()
    qtbot.waitUntil(lambda: window._work is not None)
    qtbot.waitUntil(lambda: not window._furnishing.is_busy)
    assert set(PAGES) <= set(sys.modules)


def test_it_says_that_it_opens_and_is_furnished_by_itself(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme, Relay())
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert "Opening…" in texts(window)
    qtbot.waitUntil(lambda: window._work is not None)
    assert not window.work.board.isVisible()
    assert "Opening…" in texts(window)


def test_news_that_come_before_are_shown(qtbot: QtBot, theme: Theme) -> None:
    relay = Relay()
    window = a_window(qtbot, theme, relay)
    relay.publish(OrdersChanged(the_day()))
    assert window._work is None
    window.connect_services(Recorder().services())
    assert len(window.work.board.orders()) == len(the_day())


@pytest.mark.parametrize("kiosk", [False, True])
def test_it_fills_the_screen_with_or_without_a_window_manager(
    qtbot: QtBot, theme: Theme, kiosk: bool
) -> None:
    window = a_window(qtbot, theme, Relay())
    screen = window.screen()
    with qtbot.waitExposed(window):
        window.show_large(kiosk=kiosk)
    wanted = screen.geometry() if kiosk else screen.availableGeometry()
    qtbot.waitUntil(lambda: window.frameGeometry() == wanted)
    assert window.isFullScreen() is kiosk


def test_closing_it_before_it_is_furnished_ends_well(qtbot: QtBot, theme: Theme) -> None:
    window = a_window(qtbot, theme, Relay())
    window.show()
    window.close()
    assert window._work is None


def test_a_second_start_brings_the_window_back_and_leaves_its_token_to_nobody(
    qtbot: QtBot, theme: Theme
) -> None:
    window = a_window(qtbot, theme, Relay())
    window.showMinimized()
    window.come_to_front("of-the-launcher")
    assert not window.isMinimized()
    assert window.isVisible()
    left = subprocess.run(
        [sys.executable, "-c", "import os; print(os.environ)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "of-the-launcher" not in left
