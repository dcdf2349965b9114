"""History puts a loyalty card to an order of today, and says how its points stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.events import EventKind
from app.domain.news import OrderShown
from app.domain.points import PointsState
from app.domain.push import PushKind
from app.domain.states import OrderState
from app.ui.history.event_words import event_line
from app.ui.history.order_detail import OrderDetail
from app.ui.theme import Theme
from tests.builders import an_event, an_order, at
from tests.ui.reading import buttons
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import SHOP, a_snapshot, the_points

Chosen = Callable[..., OrderDetail]


@pytest.fixture
def chosen(qtbot: QtBot, theme: Theme) -> Chosen:
    def make(state: PointsState, **changes: object) -> OrderDetail:
        detail = OrderDetail(theme, SHOP, lambda _command: None, lambda: at(20))
        qtbot.addWidget(detail)
        detail.resize(424, 700)
        order = a_snapshot(an_order(state=OrderState.COLLECTED))
        points = the_points(state, **changes)
        detail.show_order(OrderShown(replace(order, points=points), ()))
        put_on_screen(qtbot, detail)
        return detail

    return make


def shown_buttons(root: QWidget) -> set[str]:
    return set(buttons(root))


def test_an_order_without_a_card_can_have_one(chosen: Chosen, qtbot: QtBot) -> None:
    detail = chosen(PointsState.NO_CARD)
    assert "Loyalty card" in shown_buttons(detail)
    with qtbot.waitSignal(detail.card_wanted) as wanted:
        detail.card.acted.emit()
    assert wanted.args[0].order.id == "order-1"


def test_an_order_of_yesterday_cannot(chosen: Chosen) -> None:
    detail = chosen(PointsState.NO_CARD, can_tie=False)
    assert "Loyalty card" not in shown_buttons(detail)


def test_a_card_that_was_refused_can_be_changed(chosen: Chosen) -> None:
    detail = chosen(PointsState.NOT_BOOKED)
    assert {"Try again", "Another card"} <= shown_buttons(detail)
    assert "Loyalty card" not in shown_buttons(detail)
    assert "•••nr3" in detail.points.text.text()


@pytest.mark.parametrize("kind", [PushKind.TICKET, PushKind.RECTIFICATION])
@pytest.mark.parametrize(
    "event",
    [EventKind.TOLD, EventKind.REFUSED, EventKind.NOT_CONFIRMED, EventKind.DROPPED],
)
def test_the_timeline_speaks_of_points(event: EventKind, kind: PushKind) -> None:
    data = {"kind": kind.value, "system": "cheerfy"}
    line = event_line(replace(an_event(kind=event), data=data), SHOP, "Cheers")
    assert line.text.startswith("Loyalty points")
    assert "Cheers" not in line.text


@pytest.mark.parametrize("event", [EventKind.CARD_TIED, EventKind.CARD_REMOVED])
def test_the_timeline_says_who_noted_a_card(event: EventKind) -> None:
    line = event_line(an_event(kind=event), SHOP, "Cheers")
    assert line.text.startswith("Loyalty card")
    assert line.note == SHOP.till_name
