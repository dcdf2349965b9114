"""Pauses end by the clock, and a new business day brings everything back on sale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import StoreUnavailable
from app.domain.news import OrdersChanged, PausesChanged, SoldOutChanged
from app.domain.pause import PauseReason
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.pause_watch import PauseWatch
from app.usecases.desk import Desk
from app.usecases.mark_sold_out import MarkSoldOut
from app.usecases.pause_vendor import PauseVendor
from app.usecases.situation import snapshot_of
from tests.builders import an_order
from tests.fakes.clock import FrozenClock
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.unit.runtime.waiting import until

SOON = timedelta(seconds=0.05)


@pytest.fixture
def time() -> FrozenClock:
    """The clock on the wall, moved by the test alone: the alarms ring by another one."""
    return FrozenClock()


@pytest.fixture
def desk(desk: Desk, time: FrozenClock) -> Desk:
    return replace(desk, clock=time)


@pytest.fixture(autouse=True)
def _watch(core: Core, clock: AlarmClock) -> PauseWatch:
    return PauseWatch(core, clock)


def paused(relay: FakeRelay) -> list[str] | None:
    news = relay.of(PausesChanged)
    return [one.vendor for one in news[-1].pauses] if news else None


def rings(relay: FakeRelay) -> bool:
    news = relay.of(OrdersChanged)
    return bool(news) and news[-1].orders[0].rings_as_new


def test_a_pause_ends_when_its_time_has_come(
    core: Core, relay: FakeRelay, time: FrozenClock
) -> None:
    core.dispatch(PauseVendor("cheers", PauseReason.CLOSING, time.now() + SOON))
    assert until(relay, lambda: paused(relay) == ["cheers"])
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: paused(relay) == [])


def test_a_held_order_rings_when_its_time_has_come(
    core: Core, store: FakeStore, relay: FakeRelay, time: FrozenClock
) -> None:
    store.with_orders(an_order(held_until=time.now() + SOON))
    core.submit(lambda desk: [_shown(desk)])
    assert until(relay, lambda: relay.of(OrdersChanged))
    assert not rings(relay)
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: rings(relay))
    assert store.kept.orders["order-1"].held_until is None


def _shown(desk: Desk) -> OrdersChanged:
    with desk.store.begin() as work:
        return OrdersChanged((snapshot_of(work.orders.get("order-1"), work, desk),))


def test_a_store_that_cannot_be_written_ends_the_pause_when_it_can(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    time: FrozenClock,
    settled: Callable[[], None],
    expected_log: Callable[..., object],
) -> None:
    expected_log("disk is full", level="ERROR")
    core.dispatch(PauseVendor("cheers", PauseReason.CLOSING, time.now() + SOON))
    settled()
    store.break_down(StoreUnavailable("disk is full"))
    time.advance(SOON.total_seconds())
    assert until(relay, lambda: paused(relay) == [])


def test_a_new_business_day_brings_everything_back(
    core: Core, relay: FakeRelay, time: FrozenClock, settled: Callable[[], None]
) -> None:
    core.dispatch(MarkSoldOut("p-1", "Beer"))
    settled()
    assert [item.name for item in relay.of(SoldOutChanged)[-1].items] == ["Beer"]
    time.advance(hours=24)
    settled()
    assert until(relay, lambda: not relay.of(SoldOutChanged)[-1].items)
