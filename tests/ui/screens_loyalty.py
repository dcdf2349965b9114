"""Scenes of loyalty cards and points."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from app.domain.news import OrdersChanged, OrderShown
from app.domain.points import PointsState
from app.domain.scan import Intent
from app.domain.scan_news import CardWaits, ScanAnswered, ScanVerdict
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from tests.ui.main.day import NOW, a_story, the_day
from tests.ui.scene import Scene
from tests.ui.screens_history import history
from tests.ui.snapshots import the_points


def with_points(state: PointsState, order_id: str = "order-38") -> Scene:
    """Give a scene with an order open whose loyalty points stand so."""

    def play(window: MainWindow, relay: Relay) -> None:
        snapshot = window.work.board.order(order_id)
        assert snapshot is not None
        points = replace(snapshot, points=the_points(state))
        relay.publish(OrdersChanged((points,)))
        window.work.opened.open(order_id)

    return play


def card_dialog(window: MainWindow, relay: Relay) -> None:
    with_points(PointsState.NO_CARD)(window, relay)
    window.work.panel.foot.menu.card_pressed.emit()


def card_menu(window: MainWindow, relay: Relay) -> None:
    with_points(PointsState.NO_CARD)(window, relay)
    window.work.panel.foot.menu.open_above(window.work.panel.foot.more)


def card_waits(window: MainWindow, relay: Relay) -> None:
    window.work.opened.open("order-42")
    window.work.stage.kept.keep("PULT-1", "A-36")
    until = NOW + timedelta(seconds=97)
    relay.publish(CardWaits(until, "nr3", "order-42", "A-42"))


def card_read(verdict: ScanVerdict) -> Scene:
    """Give a scene with the answer to a loyalty card."""

    def play(window: MainWindow, relay: Relay) -> None:
        with_points(PointsState.FOR_PAYMENT)(window, relay)
        order = window.work.board.order("order-38")
        alone = verdict in (ScanVerdict.CARD_WAITS, ScanVerdict.ASK_FIRST, ScanVerdict.COUPON)
        relay.publish(ScanAnswered(verdict, Intent.CARD, "", None if alone else order))

    return play


def card_history(window: MainWindow, relay: Relay) -> None:
    history(window, relay)
    told = replace(the_day()[9], points=the_points(PointsState.NOT_BOOKED))
    relay.publish(OrderShown(told, a_story()))


SCENES: Final[dict[str, Scene]] = {
    "card-unbooked": with_points(PointsState.NOT_BOOKED),
    "card-booked": with_points(PointsState.BOOKED),
    "card-unpaid": with_points(PointsState.FOR_PAYMENT),
    "card-dialog": card_dialog,
    "card-menu": card_menu,
    "card-waits": card_waits,
    "card-read": card_read(ScanVerdict.CARD_TIED),
    "card-late": card_read(ScanVerdict.CARD_TOO_LATE),
    "card-whose": card_read(ScanVerdict.CARD_WAITS),
    "card-ask": card_read(ScanVerdict.ASK_FIRST),
    "card-history": card_history,
}
