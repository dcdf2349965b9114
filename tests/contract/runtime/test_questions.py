"""What the screen asks that is no command, answered by a running till."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.bootstrap.outside import SystemClock
from app.bootstrap.questions import Questions
from app.bootstrap.updates import UpdateQuestions
from app.domain.device_news import SheetPrinted
from app.domain.events import EventKind
from app.domain.history import HistorySearch
from app.domain.news import HistoryRead, OrderShown
from app.domain.notice import NoticeCode
from app.domain.printing import PrintResult
from app.domain.scan_news import LookUpAnswered
from app.domain.sheet import SheetKind
from app.domain.states import OrderState
from app.runtime.lanes import Lane
from app.simulators.cheers import CheersSimulator
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.contract.runtime.device_questions import device_questions
from tests.sinks.printer_sink import PrinterSink

Asking = Callable[[Counter], Questions]


@pytest.fixture
def ask() -> Iterator[Asking]:
    made: list[Questions] = []

    def make(counter: Counter) -> Questions:
        assert counter.till is not None
        assert counter.adapters is not None
        devices, settings = device_questions(counter)
        made.append(Questions(counter.till, devices, settings, a_look_for_updates(counter)))
        return made[-1]

    yield make
    for questions in made:
        assert questions.close()


def a_look_for_updates(counter: Counter) -> UpdateQuestions:
    assert counter.till is not None and counter.settings is not None
    core = counter.till.core
    lane = Lane("updates", core.report_fault)
    settings = counter.settings
    return UpdateQuestions(lambda: settings, core.relay, SystemClock(), lane)


def test_history_is_searched_on_a_lane_of_its_own(
    make_counter: MakeCounter, cheers: CheersSimulator, ask: Asking
) -> None:
    counter = make_counter()
    counter.open()
    ids = [cheers.place_order(orderNumber=number) for number in ("H-1", "H-2")]
    for order_id in ids:
        counter.screen.order(order_id)
    services = ask(counter).services()
    services.read_history(HistorySearch("H-2"))
    counter.screen.wait(lambda: counter.screen.of(HistoryRead), "the rows")
    (answer,) = counter.screen.of(HistoryRead)
    assert answer.search == HistorySearch("H-2")
    assert ([row.number for row in answer.found.rows], answer.found.count) == (["H-2"], 1)


def test_a_history_that_cannot_be_read_is_not_shown_as_an_empty_one_without_a_word(
    make_counter: MakeCounter, ask: Asking, expected_log: Callable[..., object]
) -> None:
    expected_log("closed", level="ERROR")
    counter = make_counter()
    counter.open()
    questions = ask(counter)
    assert counter.adapters is not None
    counter.adapters.desk.store.close()
    questions.read_history(HistorySearch("x"))
    counter.screen.wait(lambda: counter.screen.of(HistoryRead), "an answer")
    assert counter.screen.notices(NoticeCode.STORE_UNAVAILABLE)


def test_one_order_is_shown_with_all_that_happened_to_it(
    make_counter: MakeCounter, cheers: CheersSimulator, ask: Asking
) -> None:
    counter = make_counter()
    counter.open()
    order_id = counter.accepted()
    ask(counter).show_order(counter.id_of(order_id))
    counter.screen.wait(lambda: counter.screen.of(OrderShown), "the order")
    (shown,) = counter.screen.of(OrderShown)
    assert shown.order.order.state is OrderState.PREPARING
    assert [event.kind for event in shown.events][:2] == [EventKind.RECEIVED, EventKind.MOVED]


def test_a_connection_is_tested_for_a_person(
    make_counter: MakeCounter, cheers: CheersSimulator, ask: Asking
) -> None:
    counter = make_counter()
    counter.open()
    counter.screen.wait_for_lamp("cheers", "connected")
    questions = ask(counter)
    questions.test_connection("cheers")
    counter.screen.wait(lambda: counter.screen.of(LookUpAnswered), "the answer")
    assert counter.screen.look_ups[0].data["word"] == "connected"
    cheers.refuse_connections()
    questions.test_connection("cheers")
    counter.screen.wait(lambda: len(counter.screen.look_ups) == 2, "the second answer")
    assert counter.screen.look_ups[1].data["word"] == "offline"


def test_a_test_slip_is_printed(
    make_counter: MakeCounter, printer: PrinterSink, ask: Asking
) -> None:
    counter = make_counter(printer)
    counter.open()
    ask(counter).test_slip("counter")
    printer.wait_for_slips(1)
    (told,) = counter.screen.wait(lambda: counter.screen.of(SheetPrinted), "what became of it")
    assert (told.kind, told.outcome.result) == (SheetKind.TEST, PrintResult.PRINTED)
    assert "Front counter" in printer.text(0)
