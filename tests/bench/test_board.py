"""What one change costs on a board with 200 open orders, beside one repaint of the board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.news import OrdersChanged
from app.domain.order import Order
from app.domain.states import OrderState
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme
from tests.builders import at
from tests.ui.main.day import NOW, SETTINGS, Recorder, lines, simple, welcome
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import a_slip_standing, a_snapshot

ORDERS = 200
ROUNDS = 60
BUDGET = 2.5
STATES = (OrderState.NEW, OrderState.PREPARING, OrderState.READY)


def an_open_order(number: int) -> Order:
    state = STATES[number % 3]
    basket = lines((1 + number % 3, "Draught lager 0.5 l", 1190), (1, "Lángos", 1490))
    return simple(number, 1 + number % 20, state=state, desk=f"Table {number}", basket=basket)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    theme = Theme(Mode.LIGHT, dpi=96)
    theme.apply_to(qapp)
    relay = Relay()
    window = MainWindow(theme, relay, welcome(SETTINGS), lambda: SETTINGS, now=lambda: NOW)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.connect_services(Recorder().services())
    window.resize(1920, 1080)
    put_on_screen(qtbot, window)
    slip = a_slip_standing()
    orders = tuple(a_snapshot(an_open_order(number), slip=slip) for number in range(ORDERS))
    relay.publish(OrdersChanged(orders))
    qapp.processEvents()
    return window


def timed(rounds: int, work: Callable[[int], object]) -> float:
    """Give the median in milliseconds."""
    found = []
    for number in range(rounds):
        began = perf_counter()
        work(number)
        found.append((perf_counter() - began) * 1000)
    return median(found)


def test_one_change_beside_one_repaint(
    window: MainWindow, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = [column.view.viewport() for column in window.work.board.columns.values()]

    def repaint(_number: int) -> None:
        for viewport in columns:
            viewport.repaint()

    def change(number: int) -> None:
        order = replace(an_open_order(number), desk=f"Counter {number}")
        window.on_news(OrdersChanged((a_snapshot(order),)))
        qapp.processEvents()

    def come_and_go(number: int) -> None:
        order = simple(1000 + number // 2, 0.1, opened=False)
        if number % 2:
            order = replace(order, state=OrderState.REJECTED, held_in=None, ended_at=at(24))
        window.on_news(OrdersChanged((a_snapshot(order),)))
        qapp.processEvents()

    for work in (repaint, change, come_and_go):
        timed(6, work)
    repainted = timed(ROUNDS, repaint)
    changed = timed(ROUNDS, change)
    came = timed(ROUNDS, come_and_go)
    board = window.work.board
    board.show_totals(True)

    def change_with_totals(number: int) -> None:
        basket = lines((1 + number % 7, "Draught lager 0.5 l", 1190))
        order = replace(an_open_order(3 * number + 1), desk=f"Bar {number}", basket=basket)
        window.on_news(OrdersChanged((a_snapshot(order),)))
        board.totals._refresh.stop()
        board.totals._on_refresh()  # at once, where many changes in a row are summed together
        qapp.processEvents()

    timed(6, change_with_totals)
    summed = timed(ROUNDS, change_with_totals)
    with capsys.disabled():
        print(
            f"\nboard with {ORDERS} open orders: repaint {repainted:.2f} ms, "
            f"one change {changed:.2f} ms ({changed / repainted:.2f} times, budget {BUDGET}), "
            f"one order more or less {came:.2f} ms ({came / repainted:.2f} times), "
            f"one change with the totals shown {summed:.2f} ms ({summed / repainted:.2f} times)"
        )
    assert changed <= BUDGET * repainted
    assert came <= BUDGET * repainted
    assert summed <= BUDGET * repainted
