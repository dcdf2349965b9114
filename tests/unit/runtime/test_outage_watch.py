"""Only the turns of a lamp reach the store, and what is still red is told again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from app.domain.lamp import LampKind
from app.domain.outage import Outage
from app.domain.printing import PrinterStatus, PrinterWord
from app.runtime.alarm_clock import AlarmClock, Ring
from app.runtime.core import Core
from app.runtime.handlers import HANDLERS
from app.runtime.lamps import Lamps
from app.runtime.outage_watch import SEEN_EVERY_SECONDS, OutageWatch
from app.usecases.open_drawer import OpenDrawer
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE_MS
from tests.unit.usecases.counter import Counter

WELL = PrinterStatus(PrinterWord.READY)
GONE = PrinterStatus(PrinterWord.NOT_REACHABLE)
EMPTY = PrinterStatus(PrinterWord.PAPER_OUT)


class HandClock(AlarmClock):
    """Rings when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[tuple[float, Ring]] = []

    def after(self, seconds: float, name: str, ring: Ring) -> None:
        self.waits.append((seconds, ring))


def test_an_outage_is_kept_from_red_to_well(relay: FakeRelay) -> None:
    counter, clock = Counter(FakeStore()), HandClock()
    core = Core(counter.desk, relay, HANDLERS, clock)
    lamps = Lamps(counter.clock, relay)
    OutageWatch(core, clock, lamps)
    lamps.add(LampKind.PRINTER, "counter", "counter")
    begun = counter.clock.now()
    for status in (WELL, GONE, EMPTY):
        lamps.printer_says("counter", status)
    counter.clock.advance(SEEN_EVERY_SECONDS)
    ((seconds, ring),) = clock.waits
    assert seconds == SEEN_EVERY_SECONDS
    wait_for(core, lambda: len(kept(counter)) == 1)
    ring()
    wait_for(core, lambda: kept(counter)[0].until == counter.clock.now())
    assert len(clock.waits) == 2
    counter.clock.advance(30)
    lamps.printer_says("counter", WELL)
    assert core.drain(PATIENCE_MS)
    (outage,) = kept(counter)
    assert (outage.since, outage.until) == (begun, counter.clock.now())
    assert not outage.is_open
    clock.waits[1][1]()
    assert len(clock.waits) == 2


def wait_for(core: Core, come: Callable[[], bool]) -> None:
    """Let the core lane do what it was given."""
    core.run_and_wait(OpenDrawer(), 5)
    assert come()


def kept(counter: Counter) -> list[Outage]:
    with counter.store.begin() as work:
        open_ = list(work.outages.open_at("till-1"))
    with closing(counter.store.reader()) as reader:
        day = counter.desk.shop.business_date(counter.clock.now())
        ended = reader.books.outages(*counter.desk.shop.day_bounds(day))
    return open_ or [*ended]
