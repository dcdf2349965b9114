"""A till with a loyalty programme that is away, breaks down, hangs, and a till that is killed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.points import PointsState
from app.domain.states import Move, OrderState
from app.simulators.cheerfy import CANCELLED_CARD, DEMO_CARDS, CheerfySimulator
from app.simulators.cheers import CheersSimulator
from app.usecases.scan_card import ShowOnScreen
from app.usecases.tie_card import TieCard, TryPointsAgain
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.scanner_line import PtyLine

TOKEN = "t0k3n"
CARD = DEMO_CARDS[0]


@pytest.fixture
def cheerfy() -> Iterator[CheerfySimulator]:
    with CheerfySimulator(token=TOKEN) as running:
        yield running


def loyal(cheerfy: CheerfySimulator) -> dict[str, dict[str, object]]:
    settings = {"enabled": True, "base_url": cheerfy.base_url, "token": TOKEN, "location_id": 6}
    return {"cheerfy": settings}


def wait_for_points(counter: Counter, vendor_order_id: str, state: PointsState) -> None:
    screen = counter.screen

    def stands_so() -> bool:
        known = screen.orders.get(vendor_order_id)
        points = known.points if known is not None else None
        return points is not None and points.state is state

    screen.wait(stands_so, f"points {state}")


def tie(counter: Counter, vendor_order_id: str, card: str = CARD) -> None:
    counter.dispatch(TieCard(counter.id_of(vendor_order_id), card))


def test_a_card_that_is_scanned_becomes_a_ticket(
    make_counter: MakeCounter, scanner: PtyLine, cheers: CheersSimulator, cheerfy: CheerfySimulator
) -> None:
    counter = make_counter(scanner, **loyal(cheerfy))
    counter.open()
    order_id = counter.accepted(orderNumber="A-42")
    counter.dispatch(ShowOnScreen(counter.id_of(order_id)))
    counter.screen.wait_for_lamp("till scanner", "ready")
    scanner.send(f"{CARD}\r\n".encode())
    wait_for_points(counter, order_id, PointsState.BOOKED)
    assert cheerfy.complaints == ()
    (ticket,) = cheerfy.tickets_of(CARD)
    assert (ticket["name"], ticket["status"]) == ("A-42", 4)
    assert ticket["scope"]["locations"] == [6]
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_forty_sales_during_an_outage_go_out_by_themselves(
    make_counter: MakeCounter, cheers: CheersSimulator, cheerfy: CheerfySimulator
) -> None:
    counter = make_counter(**loyal(cheerfy))
    counter.open()
    cheerfy.refuse_connections()
    ids = [cheers.place_order() for _ in range(40)]
    for at, order_id in enumerate(ids):
        counter.screen.order(order_id)
        tie(counter, order_id, f"card{at:08}")
        counter.accept(order_id)
    counter.screen.wait_for_state(ids, OrderState.PREPARING)
    counter.screen.wait_for_lamp("cheerfy", "offline")
    assert cheerfy.booked == []
    cheerfy.listen_again()
    assert cheerfy.wait_for(lambda: len(cheerfy.booked) == 40, 60)
    assert len(cheerfy.requests) == 40
    assert cheerfy.complaints == ()
    for order_id in ids:
        wait_for_points(counter, order_id, PointsState.BOOKED)


def test_a_programme_that_breaks_down_is_asked_four_times_also_over_a_power_cut(
    make_counter: MakeCounter, cheerfy: CheerfySimulator, tmp_path: Path
) -> None:
    counter = make_counter(**loyal(cheerfy))
    counter.open()
    order_id = counter.accepted()
    cheerfy.hang(times=1)
    tie(counter, order_id)
    assert cheerfy.wait_for(lambda: cheerfy.hanging == 1)
    again = counter.as_after_a_power_cut(tmp_path / "again")
    counter.close()
    cheerfy.behave()
    cheerfy.break_down(times=None, before_applying=False)
    again.open()
    try:
        wait_for_points(again, order_id, PointsState.NOT_CONFIRMED)
        assert len(cheerfy.requests) == 4
        assert len({request.body for request in cheerfy.requests}) == 1
        assert all(later.at - first.at >= 1 for first, later in pairwise(cheerfy.requests))
        assert len(cheerfy.booked) == 1
        cheerfy.behave()
        again.dispatch(TryPointsAgain(again.id_of(order_id)))
        wait_for_points(again, order_id, PointsState.BOOKED)
        assert len({request.body for request in cheerfy.requests}) == 1
        assert len(cheerfy.booked) == 1
    finally:
        again.close()


@pytest.mark.parametrize("trouble", ["hangs", "refuses", "login"])
def test_nothing_the_programme_does_is_in_the_way_of_a_sale(
    make_counter: MakeCounter, cheers: CheersSimulator, cheerfy: CheerfySimulator, trouble: str
) -> None:
    counter = make_counter(**loyal(cheerfy))
    counter.open()
    order_id = counter.accepted()
    if trouble == "hangs":
        cheerfy.hang()
    elif trouble == "login":
        cheerfy.fail_next(403, times=None)
    tie(counter, order_id, CANCELLED_CARD if trouble == "refuses" else CARD)
    assert cheerfy.wait_for(lambda: cheerfy.requests)
    for move in (Move.READY, Move.COLLECTED):
        counter.move(order_id, move)
    counter.screen.wait_for_state(order_id, OrderState.COLLECTED)
    assert cheers.wait_for(lambda: cheers.effects_of(order_id)[-1:] == ["COMPLETED"])
    if trouble == "refuses":
        wait_for_points(counter, order_id, PointsState.NOT_BOOKED)
    elif trouble == "login":
        wait_for_points(counter, order_id, PointsState.NOT_SENT)
        counter.screen.wait_for_lamp("cheerfy", "shop not let in")
    assert cheerfy.booked == []
    cheerfy.release()
