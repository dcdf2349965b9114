"""Scenes of History and of what is to be settled."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.news import HistoryRead, OrdersChanged, OrderShown
from app.domain.states import Move
from app.ui.history.page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from tests.ui.main.day import a_story, history_found, the_day
from tests.ui.scene import Scene
from tests.ui.snapshots import brought_back, to_settle


def history(window: MainWindow, relay: Relay) -> None:
    window.work.away.on_history()
    page = window.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    relay.publish(HistoryRead(page.asked, history_found()))
    page.search.setText("szabó")
    page.on_ask()
    relay.publish(HistoryRead(page.asked, history_found()))
    page.on_chosen("order-33")
    relay.publish(OrderShown(the_day()[9], a_story()))


def settling(window: MainWindow, relay: Relay) -> None:
    relay.publish(OrdersChanged(to_settle()))


def settle_list(window: MainWindow, relay: Relay) -> None:
    settling(window, relay)
    window.work.settle.on_wanted()


def history_settling(window: MainWindow, relay: Relay) -> None:
    settling(window, relay)
    window.work.away.on_history()
    page = window.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    relay.publish(HistoryRead(page.asked, history_found()))
    page.on_chosen("order-37")
    order = brought_back()
    kept = replace(order.order, settling=to_settle()[1].order.settling)
    relay.publish(OrderShown(replace(order, order=kept), a_story()))


def history_money_back(window: MainWindow, relay: Relay) -> None:
    history_settling(window, relay)
    window.work.opened.on_dialog_wanted(Move.MONEY_RETURNED, brought_back())


SCENES: Final[dict[str, Scene]] = {
    "history": history,
    "settle-board": settling,
    "settle-list": settle_list,
    "settle-history": history_settling,
    "settle-money-back": history_money_back,
}
