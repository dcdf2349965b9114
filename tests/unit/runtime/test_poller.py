from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from app.domain.lamp import LampKind
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.poller import Poller
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from tests.builders import an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE
from tests.unit.runtime.waiting import until


@pytest.fixture
def pump(
    core: Core, clock: AlarmClock, desk: Desk, relay: FakeRelay, vendor: FakeVendor
) -> Iterator[InboxPump]:
    lamps = Lamps(desk.clock, relay)
    lamps.add(LampKind.VENDOR, "cheers", "Cheers")
    lane = VendorLane(vendor, lamps, core.report_fault, lambda: None)
    yield InboxPump(core, {"cheers": lane}, clock, lamps)
    vendor.release()
    clock.stop()
    core.rest()
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)


def test_open_orders_are_read_again_and_again(
    pump: InboxPump, clock: AlarmClock, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    store.with_orders(an_order(vendor_order_id=vendor.place()))
    Poller(pump.refresh, clock, {"cheers": 0.02}).start()
    assert until(relay, lambda: len(vendor.fetched) >= 4)


def test_a_refresh_that_hangs_is_not_begun_a_second_time(
    pump: InboxPump, clock: AlarmClock, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    store.with_orders(an_order(vendor_order_id=vendor.place()))
    vendor.hang()
    Poller(pump.refresh, clock, {"cheers": 0.005}).start()
    assert vendor.wait_until_held(1)
    assert not vendor.wait_until_held(2, 0.1)
    vendor.release()
    assert until(relay, lambda: len(vendor.fetched) >= 2)


def test_zero_seconds_leave_a_vendor_alone(
    pump: InboxPump, clock: AlarmClock, vendor: FakeVendor, store: FakeStore
) -> None:
    store.with_orders(an_order(vendor_order_id=vendor.place()))
    Poller(pump.refresh, clock, {"cheers": 0}).start()
    assert not vendor.wait_until_held(1, 0.05)
    assert vendor.fetched == []
