"""The longest turn of the window's event loop while screens are made, with 200 open orders.

A turn is what a tap may have to wait for. Each figure stands beside one repaint of the board, and
is the time the window's thread had the processor: what else the machine does is left out.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from statistics import median
from time import thread_time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.news import OrdersChanged
from app.ui.in_slices import InSlices
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.rooms import PAGES, ROOMS
from app.ui.theme import Mode, Theme
from tests.bench.test_board import ORDERS, an_open_order
from tests.ui.main.day import NOW, SETTINGS, Recorder, welcome
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import a_slip_standing, a_snapshot

BUDGET = 10.0  # repaints: 50 ms where one takes 5
ROUNDS = 5
TURNS = 60  # at least; more until nothing is left to do


@pytest.fixture(autouse=True)
def _garbage_waits() -> Iterator[None]:
    """The program collects its own in quiet moments; see `bootstrap/garbage.py`."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Callable[[], MainWindow]:
    """Open a window on a till with many orders; whatever it loads has been loaded before."""
    for room in (*ROOMS, *PAGES):
        import_module(room)
    theme = Theme(Mode.LIGHT, dpi=96)
    theme.apply_to(qapp)
    slip = a_slip_standing()
    orders = tuple(a_snapshot(an_open_order(number), slip=slip) for number in range(ORDERS))

    def opened() -> MainWindow:
        relay = Relay()
        window = MainWindow(theme, relay, welcome(SETTINGS), lambda: SETTINGS, now=lambda: NOW)
        qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
        window.connect_services(Recorder().services())
        window.resize(1920, 1080)
        put_on_screen(qtbot, window)
        relay.publish(OrdersChanged(orders))
        turns(qapp)
        return window

    return opened


def turns(qapp: QApplication, first: Callable[[], object] | None = None) -> float:
    """Let the window work until it is done; give the longest turn in milliseconds."""
    longest, number = 0.0, 0
    while number < TURNS or is_busy(qapp):
        began = thread_time()
        if number == 0 and first is not None:
            first()
        qapp.processEvents()
        longest = max(longest, (thread_time() - began) * 1000)
        number += 1
    return longest


def is_busy(qapp: QApplication) -> bool:
    """Whether anything is still made in slices."""
    windows = qapp.topLevelWidgets()
    return any(each.is_busy for window in windows for each in window.findChildren(InSlices))


def test_no_turn_is_long(
    open_window: Callable[[], MainWindow], qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    found: dict[str, list[float]] = {}
    window = open_window()
    columns = [column.view.viewport() for column in window.work.board.columns.values()]
    repaint = median(
        turns(qapp, lambda: [viewport.repaint() for viewport in columns]) for _ in range(ROUNDS)
    )

    def note(name: str, work: Callable[[], object]) -> None:
        found.setdefault(name, []).append(turns(qapp, work))

    def renew(seconds: int) -> None:
        before = window.work
        window.renew(replace(SETTINGS, undo_seconds=seconds))
        qapp.processEvents()
        assert window.work is before, "it was made in one turn"

    for number in range(ROUNDS):
        note("the screen made anew", lambda number=number: renew(10 + number))
        for key in ("settings", "closing", "history", "help"):
            note(f"first opening of {key}", lambda key=key: window.work.pages.turn_to(key))
        note("back to Settings", lambda: window.work.pages.turn_to("settings"))
        note("the same in Settings", lambda number=number: renew(30 + number))
        window.work.pages.turn_to("")
        turns(qapp)
        note("collect-older list", window.work.collect.on_wanted)
        window.work.layer.close()
        note("messages list", window.work.messages.on_strip_opened)
        window.work.layer.close()
        turns(qapp)
    with capsys.disabled():
        print(f"\nlongest turn with {ORDERS} open orders; one repaint {repaint:.2f} ms")
        for name, each in found.items():
            least, middle = min(each), median(each)
            print(f"{name:<26}{least:>8.1f} ms{middle:>8.1f} ms{least / repaint:>8.1f} times")
    assert {name for name, each in found.items() if min(each) > BUDGET * repaint} == set()
