"""What use cases want of printers: a drawer at once, a buzz, an answer now."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.devices.printers.virtual import VirtualPrinter
from app.domain.lamp import LampKind
from app.domain.news import BuzzerWanted, DrawerWanted, Noticed, PrinterWanted
from app.domain.notice import NoticeCode
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome
from app.domain.slip import Slip
from app.domain.states import JobState, OrderState
from app.runtime import print_pump as pump_file
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.print_pump import PrintPump
from app.runtime.printer_wishes import PrinterWishes
from app.usecases.desk import Desk
from tests.builders import a_job, an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE, PATIENCE_MS
from tests.unit.runtime.waiting import until


class DrawerPrinter(VirtualPrinter):
    """A virtual printer with a drawer; notes what it does, and prints while `go_on` is set."""

    def __init__(self, folder: Path) -> None:
        super().__init__("counter", folder)
        self.did: list[str] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()

    def ask(self) -> PrinterStatus:
        self.did.append("ask")
        return super().ask()

    def print_slip(self, slip: Slip) -> PrintOutcome:
        self.begun.set()
        self.go_on.wait(PATIENCE)
        self.did.append(slip.number)
        return super().print_slip(slip)

    def open_drawer(self) -> PrinterStatus:
        self.did.append("drawer")
        return super().ask()

    def sound_buzzer(self) -> PrinterStatus:
        self.begun.set()
        self.go_on.wait(PATIENCE)
        self.did.append("buzz")
        return super().ask()


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[DrawerPrinter]:
    made = DrawerPrinter(tmp_path / "slips")
    yield made
    made.go_on.set()


@pytest.fixture
def pump(
    core: Core, printer: DrawerPrinter, clock: AlarmClock, desk: Desk, relay: FakeRelay
) -> Iterator[PrintPump]:
    lamps = Lamps(desk.clock, relay)
    lamps.add(LampKind.PRINTER, "counter", "counter")
    pump = PrintPump(core, printer, clock, lamps)
    PrinterWishes(core, {"counter": pump})
    yield pump
    printer.go_on.set()
    core.rest()
    pump.close()
    assert pump.wait(PATIENCE_MS)


def test_the_drawer_waits_for_no_more_than_the_slip_under_way(
    core: Core,
    pump: PrintPump,
    printer: DrawerPrinter,
    store: FakeStore,
    relay: FakeRelay,
    desk: Desk,
    settled: Callable[[], None],
) -> None:
    for number in (1, 2, 3):
        order_id = f"order-{number}"
        store.with_orders(an_order(order_id, state=OrderState.PREPARING))
        created_at = desk.clock.now() - timedelta(seconds=60 - number)
        with store.begin() as work:
            work.jobs.add(a_job(order_id, created_at=created_at))
            work.commit()
    printer.go_on.clear()
    pump.start()
    assert printer.begun.wait(PATIENCE)
    core.submit(lambda _desk: [DrawerWanted("counter"), DrawerWanted("gone")])
    settled()
    printer.go_on.set()
    assert until(
        relay, lambda: {job.state for job in store.kept.jobs.values()} == {JobState.PRINTED}
    )
    done = [what for what in printer.did if what != "ask"]
    assert done == ["A-1", "drawer", "A-2", "A-3"]
    assert relay.of(Noticed) == []


def test_a_drawer_that_stays_shut_is_said(
    core: Core, pump: PrintPump, printer: DrawerPrinter, relay: FakeRelay
) -> None:
    printer.trouble = PrinterWord.COVER_OPEN
    core.submit(lambda _desk: [DrawerWanted("counter")])
    assert until(relay, lambda: bool(relay.of(Noticed)))
    (news,) = relay.of(Noticed)
    assert news.notice.code is NoticeCode.DRAWER_SHUT
    assert printer.did == ["drawer"]


def test_a_printer_is_asked_now_when_a_person_wants_to_know(
    core: Core,
    pump: PrintPump,
    printer: DrawerPrinter,
    relay: FakeRelay,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pump_file, "UNWELL_SECONDS", 60.0)
    monkeypatch.setattr(pump_file, "IDLE_SECONDS", 60.0)
    pump.start()
    assert until(relay, lambda: printer.did == ["ask"])
    core.submit(lambda _desk: [PrinterWanted("counter")])
    assert until(relay, lambda: printer.did == ["ask", "ask"])


def test_a_buzzer_sounds_once_however_often_it_is_wanted_meanwhile(
    core: Core,
    pump: PrintPump,
    printer: DrawerPrinter,
    relay: FakeRelay,
    settled: Callable[[], None],
) -> None:
    printer.trouble = PrinterWord.COVER_OPEN  # nothing is said of it: the window flashes anyhow
    printer.go_on.clear()
    core.submit(lambda _desk: [BuzzerWanted("counter"), BuzzerWanted("gone")])
    assert printer.begun.wait(PATIENCE)
    core.submit(lambda _desk: [BuzzerWanted("counter")])
    settled()
    printer.go_on.set()
    assert until(relay, lambda: printer.did == ["buzz"])
    settled()
    core.submit(lambda _desk: [BuzzerWanted("counter")])
    assert until(relay, lambda: printer.did == ["buzz", "buzz"])
    assert relay.of(Noticed) == []
