"""A store that another program holds, and a power cut at the worst moments."""

from __future__ import annotations

import http.client
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.news import StoreFailed, StoreWorks
from app.domain.notice import NoticeCode
from app.domain.states import JobState, Move, OrderState
from app.simulators.cheers import CheersSimulator
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.guards.logs import ExpectedLog
from tests.patience import PATIENCE
from tests.sinks.printer_sink import PrinterSink


@contextmanager
def _held(file: Path) -> Iterator[None]:
    """Let another program hold the store's file for writing."""
    connection = sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def _call(counter: Counter, order_id: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", counter.port, timeout=PATIENCE)
    try:
        connection.request("POST", f"/callbacks/cheers?orderId={order_id}")
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.fixture
def _trouble_is_logged(expected_log: type[ExpectedLog]) -> None:
    expected_log("locked by another program", level="ERROR")
    expected_log("callback answered 503", level="WARNING", required=False)


@pytest.mark.usefixtures("_trouble_is_logged")
def test_a_locked_store_is_told_of_and_worked_through(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open(busy_seconds=0.2)
    screen = counter.screen
    order_id = counter.accepted()
    with _held(counter.store_file):
        waiting = cheers.place_order(callback=False)
        assert _call(counter, waiting) == 503
        counter.move(order_id, Move.READY)
        screen.wait(lambda: not screen.store_works, "the banner")
        screen.wait(lambda: screen.refused, "the pressed button to wake")
    screen.wait(lambda: screen.store_works, "saving to work again")
    assert screen.orders[order_id].order.state is OrderState.PREPARING
    assert _call(counter, waiting) == 200
    screen.order(waiting)
    counter.move(order_id, Move.READY)
    assert cheers.wait_for(lambda: cheers.effects_of(order_id) == ["APPROVED", "DONE"])
    assert [type(news) for news in screen.news if isinstance(news, StoreFailed | StoreWorks)] == [
        StoreFailed,
        StoreWorks,
    ]


@pytest.mark.usefixtures("_trouble_is_logged")
def test_answers_that_come_while_nothing_can_be_saved_are_kept(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    """A vendor's yes, and a printer's word that the slip came out."""
    counter = make_counter(printer, printer={"answer_seconds": 10})
    counter.open(busy_seconds=0.2)
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    first = cheers.place_order()
    screen.order(first)
    cheers.hang(on="PUT")
    counter.accept(first)
    assert cheers.wait_for(lambda: cheers.hanging)
    with _held(counter.store_file):
        cheers.release()
        assert cheers.wait_for(lambda: cheers.effects_of(first) == ["APPROVED"])
        screen.wait(lambda: not screen.store_works, "the banner")
    screen.wait_for_state(first, OrderState.PREPARING)
    printer.wait_for_slips(1)

    printer.keeps_process_ids = True
    second = cheers.place_order()
    counter.accept(second)
    printer.wait_for_slips(2)
    with _held(counter.store_file):
        printer.give_process_ids()
        screen.wait(lambda: not screen.store_works, "the banner again")
    screen.wait(
        lambda: (slip := screen.orders[second].slip) and slip.state is JobState.PRINTED,
        "the slip to count as printed",
    )
    assert not screen.notices(NoticeCode.NOT_CONFIRMED)
    assert not screen.notices(NoticeCode.SLIP_UNSURE)
    assert counter.close()
    assert len(printer.slips) == 2


@pytest.mark.usefixtures("_trouble_is_logged")
def test_a_store_held_at_the_start_shows_the_board_later(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    order_id = counter.accepted()
    counter.close()
    screen = counter.screen
    screen.orders.clear()
    with _held(counter.store_file):
        counter.open(busy_seconds=0.2)
        screen.wait(lambda: not screen.store_works, "the banner")
        assert not screen.orders
    assert screen.order(order_id).order.state is OrderState.PREPARING


def test_after_a_power_cut_nothing_is_lost_or_done_twice(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, tmp_path: Path
) -> None:
    """Cut while an accept is on the wire with its effect, and a slip is out but not confirmed."""
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    told, half_printed = cheers.place_order(), cheers.place_order()
    for order_id in (told, half_printed):
        screen.order(order_id)
    cheers.hang(times=1, on="PUT", before_applying=False)
    counter.accept(told)
    assert cheers.wait_for(lambda: cheers.hanging == 1)
    printer.keeps_process_ids = True
    counter.accept(half_printed)
    printer.wait_for_slips(1)
    again = counter.as_after_a_power_cut(tmp_path / "again")
    counter.close()
    cheers.release()
    printer.give_process_ids()
    assert cheers.effects_of(told) == ["APPROVED"]
    slips_before = len(printer.slips)

    try:
        again.open()
        again.screen.wait_for_state(told, OrderState.PREPARING)
        printer.wait_for_slips(slips_before + 1, 10)
        asked = [question.job.order_id for question in again.screen.questions]
        assert asked == [again.id_of(half_printed)]
        assert cheers.effects_of(told) == ["APPROVED"]
        assert cheers.effects_of(half_printed) == ["APPROVED"]
    finally:
        again.close()
    assert len(printer.slips) == slips_before + 1


def test_a_till_closed_in_order_asks_nothing_when_it_opens(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    """A slip that is queued at the very end has not left, so nobody is asked about it."""
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    ids = [cheers.place_order() for _ in range(6)]
    for order_id in ids:
        screen.order(order_id)
    for order_id in ids:
        counter.accept(order_id)
    counter.close()
    screen.orders.clear()
    counter.open()
    screen.wait_for_state(ids, OrderState.PREPARING)
    printer.wait_for_slips(6, 10)
    assert screen.questions == ()
    assert counter.close()
    assert len(printer.slips) == 6
