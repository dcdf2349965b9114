from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.devices.printers.virtual import VirtualPrinter
from app.domain.errors import StoreUnavailable
from app.domain.lamp import LampKind
from app.domain.news import Noticed, SlipQuestionsChanged, StoreWorks
from app.domain.printing import PrinterStatus, PrinterWord
from app.domain.states import JobState, OrderState
from app.runtime import core as core_file
from app.runtime import print_pump as pump_file
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.print_pump import PrintPump
from app.usecases.desk import Desk
from app.usecases.print_order import PrintOrder
from app.usecases.settle_print import SettleSlips, SlipAnswer
from tests.builders import a_job, a_slip, an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE, PATIENCE_MS
from tests.unit.runtime.waiting import until

Settled = Callable[[], None]
LOCKED = StoreUnavailable("pult.sqlite3 is locked by another program")


class Paper:
    """What came out of the printer, which stands still while `go_on` is cleared."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.begun = threading.Semaphore(0)
        self.numbers: list[str] = []

    def take(self, _picture: Path | None, text: str, _code: str) -> None:
        self.begun.release()
        self.go_on.wait(PATIENCE)
        self.numbers.append(next(word for word in text.split() if word.startswith("A-")))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pump_file, "UNWELL_SECONDS", 0.03)
    monkeypatch.setattr(core_file, "STORE_RETRY_SECONDS", 0.02)


@pytest.fixture
def paper() -> Iterator[Paper]:
    paper = Paper()
    yield paper
    paper.go_on.set()


@pytest.fixture
def printer(tmp_path: Path, paper: Paper) -> VirtualPrinter:
    return VirtualPrinter("counter", tmp_path / "slips", on_printed=paper.take)


@pytest.fixture
def lamps(desk: Desk, relay: FakeRelay) -> Lamps:
    lamps = Lamps(desk.clock, relay)
    lamps.add(LampKind.PRINTER, "counter", "counter")
    return lamps


@pytest.fixture
def pump(
    core: Core, printer: VirtualPrinter, clock: AlarmClock, lamps: Lamps, paper: Paper
) -> Iterator[PrintPump]:
    pump = PrintPump(core, printer, clock, lamps)
    yield pump
    paper.go_on.set()
    core.rest()
    pump.close()
    assert pump.wait(PATIENCE_MS)


@pytest.fixture
def queue(store: FakeStore, desk: Desk) -> Callable[..., None]:
    """Put slips into the queue as if they had been there before; the first is the oldest."""

    def put(*numbers: int, **changes: object) -> None:
        for number in numbers:
            order_id = f"order-{number}"
            created_at = desk.clock.now() - timedelta(seconds=60 - number)
            given = {"created_at": created_at} | changes
            store.with_orders(an_order(order_id, state=OrderState.PREPARING))
            with store.begin() as work:
                work.jobs.add(a_job(order_id, **given))
                work.commit()

    return put


def _states(store: FakeStore) -> list[JobState]:
    return [job.state for job in sorted(store.kept.jobs.values(), key=lambda job: job.order_id)]


def _wait_for(relay: FakeRelay, store: FakeStore, *states: JobState) -> None:
    assert until(relay, lambda: _states(store) == list(states)), _states(store)


def test_waiting_slips_come_one_after_the_other_oldest_first(
    pump: PrintPump, store: FakeStore, relay: FakeRelay, paper: Paper, queue: Callable[..., None]
) -> None:
    queue(3, 1, 2)
    pump.start()
    _wait_for(relay, store, *(3 * [JobState.PRINTED]))
    assert paper.numbers == ["A-1", "A-2", "A-3"]


def test_one_slip_is_under_way_at_a_time(
    pump: PrintPump, store: FakeStore, relay: FakeRelay, paper: Paper, queue: Callable[..., None]
) -> None:
    queue(1, 2)
    paper.go_on.clear()
    pump.start()
    assert paper.begun.acquire(timeout=PATIENCE)
    assert not paper.begun.acquire(timeout=0.05)
    assert _states(store) == [JobState.SENDING, JobState.QUEUED]
    paper.go_on.set()
    _wait_for(relay, store, JobState.PRINTED, JobState.PRINTED)


def test_a_printer_that_is_not_well_gets_nothing_and_is_asked_until_it_is(
    pump: PrintPump,
    printer: VirtualPrinter,
    store: FakeStore,
    relay: FakeRelay,
    paper: Paper,
    queue: Callable[..., None],
) -> None:
    printer.trouble = PrinterWord.PAPER_OUT
    queue(1)
    pump.start()
    assert until(
        relay, lambda: [job.cause for job in store.kept.jobs.values()] == [PrinterWord.PAPER_OUT]
    )
    assert _states(store) == [JobState.QUEUED]
    assert paper.numbers == []
    printer.trouble = None
    _wait_for(relay, store, JobState.PRINTED)


def test_a_slip_that_comes_to_an_unwell_printer_has_it_asked_at_once(
    core: Core,
    pump: PrintPump,
    printer: VirtualPrinter,
    store: FakeStore,
    relay: FakeRelay,
    lamps: Lamps,
) -> None:
    """While nothing waits it is asked every ten seconds only."""
    printer.trouble = PrinterWord.COVER_OPEN
    store.with_orders(an_order(state=OrderState.PREPARING))
    pump.start()
    assert until(relay, lambda: lamps.all()[0].word == "cover open")
    printer.trouble = None
    core.dispatch(PrintOrder("order-1"))
    _wait_for(relay, store, JobState.PRINTED)


class AskedPrinter(VirtualPrinter):
    """Counts how often it is asked."""

    asked = 0

    def ask(self) -> PrinterStatus:
        self.asked += 1
        return super().ask()


def test_a_printer_is_asked_while_idle_and_never_while_it_prints(
    core: Core,
    clock: AlarmClock,
    lamps: Lamps,
    tmp_path: Path,
    store: FakeStore,
    relay: FakeRelay,
    paper: Paper,
    queue: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert pump_file.IDLE_SECONDS == 10
    monkeypatch.setattr(pump_file, "IDLE_SECONDS", 0.02)
    printer = AskedPrinter("counter", tmp_path / "slips", on_printed=paper.take)
    pump = PrintPump(core, printer, clock, lamps)
    paper.go_on.clear()
    pump.start()
    assert until(relay, lambda: printer.asked > 3)
    queue(1)
    core.submit(lambda _desk: [])
    assert paper.begun.acquire(timeout=PATIENCE)
    asked = printer.asked
    assert not paper.begun.acquire(timeout=0.15)
    assert printer.asked == asked
    paper.go_on.set()
    _wait_for(relay, store, JobState.PRINTED)
    assert until(relay, lambda: printer.asked > asked + 3)
    core.rest()
    pump.close()
    assert pump.wait(PATIENCE_MS)


@pytest.mark.expected_log("is locked", level="ERROR")
def test_how_a_slip_ended_is_kept_until_it_can_be_saved(
    pump: PrintPump, store: FakeStore, relay: FakeRelay, paper: Paper, queue: Callable[..., None]
) -> None:
    queue(1, 2)
    paper.go_on.clear()
    pump.start()
    assert paper.begun.acquire(timeout=PATIENCE)
    store.break_down(LOCKED)
    paper.go_on.set()
    assert relay.wait_for(lambda news: StoreWorks() in news)
    _wait_for(relay, store, JobState.PRINTED, JobState.PRINTED)
    assert paper.numbers == ["A-1", "A-2"]


def test_a_slip_that_waited_too_long_is_asked_about_whether_the_printer_is_well_or_not(
    pump: PrintPump,
    printer: VirtualPrinter,
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    desk: Desk,
    paper: Paper,
    queue: Callable[..., None],
) -> None:
    printer.trouble = PrinterWord.NOT_REACHABLE
    queue(1, created_at=desk.clock.now() - timedelta(minutes=11))
    pump.start()
    assert relay.wait_for(
        lambda news: any(isinstance(one, SlipQuestionsChanged) and one.questions for one in news)
    )
    printer.trouble = None
    queue(2)
    core.submit(lambda _desk: [])
    _wait_for(relay, store, JobState.QUEUED, JobState.PRINTED)
    assert paper.numbers == ["A-2"]
    (question,) = relay.of(SlipQuestionsChanged)[-1].questions
    core.dispatch(SettleSlips({question.job.id: SlipAnswer.PRINT}))
    _wait_for(relay, store, JobState.PRINTED, JobState.PRINTED)


@pytest.mark.expected_log("fault in a lane", level="ERROR")
def test_a_fault_in_a_printers_file_leaves_a_question_and_the_pump_alive(
    core: Core,
    pump: PrintPump,
    store: FakeStore,
    relay: FakeRelay,
    paper: Paper,
    queue: Callable[..., None],
) -> None:
    """A number that no file name and no slip can hold is such a fault here."""
    queue(1)
    store.kept.orders["order-1"] = replace(store.kept.orders["order-1"], number=None)  # type: ignore[arg-type]
    pump.start()
    _wait_for(relay, store, JobState.UNSURE)
    queue(2)
    core.submit(lambda _desk: [])
    _wait_for(relay, store, JobState.UNSURE, JobState.PRINTED)
    assert paper.numbers == ["A-2"]


@pytest.mark.expected_log("fault in a lane", level="ERROR")
def test_a_fault_in_taking_one_slips_end_in_does_not_stop_the_others(
    core: Core,
    pump: PrintPump,
    store: FakeStore,
    relay: FakeRelay,
    paper: Paper,
    queue: Callable[..., None],
) -> None:
    queue(1, 2)
    paper.go_on.clear()
    pump.start()
    assert paper.begun.acquire(timeout=PATIENCE)
    store.break_down(LookupError("ours"))
    paper.go_on.set()
    assert relay.wait_for(lambda news: any(isinstance(one, Noticed) for one in news))
    core.submit(lambda _desk: [])
    _wait_for(relay, store, JobState.SENDING, JobState.PRINTED)
    assert paper.numbers == ["A-1", "A-2"]


def test_a_slip_whose_turn_comes_while_it_closes_has_not_left(
    pump: PrintPump,
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    paper: Paper,
    queue: Callable[..., None],
    settled: Settled,
) -> None:
    """The lane still prints a test slip; the order's slip waits behind it."""
    pump.start()
    settled()
    paper.go_on.clear()
    pump.print_test(a_slip(number="A-99"))
    assert paper.begun.acquire(timeout=PATIENCE)
    queue(1)
    core.submit(lambda _desk: [])
    _wait_for(relay, store, JobState.SENDING)
    pump.close()
    paper.go_on.set()
    _wait_for(relay, store, JobState.QUEUED)
    assert paper.numbers == ["A-99"]


def test_a_test_slip_tells_how_the_printer_is(
    pump: PrintPump, printer: VirtualPrinter, relay: FakeRelay, lamps: Lamps, paper: Paper
) -> None:
    pump.print_test(a_slip())
    assert until(relay, lambda: lamps.all()[0].word == "ready")
    printer.trouble = PrinterWord.CUTTER_ERROR
    pump.print_test(a_slip())
    assert until(relay, lambda: lamps.all()[0].word == "cutter error")
    assert paper.numbers == ["A-42"]
