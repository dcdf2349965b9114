"""Pauses end by the clock, and a new business day brings everything back on sale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

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


@pytest.fixture(autouse=True)
def _watch(core: Core, clock: AlarmClock) -> PauseWatch:
    return PauseWatch(core, clock)


def soon(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def paused(relay: FakeRelay) -> list[str] | None:
    news = relay.of(PausesChanged)
    return [one.vendor for one in news[-1].pauses] if news else None


def rings(relay: FakeRelay) -> bool:
    news = relay.of(OrdersChanged)
    return bool(news) and news[-1].orders[0].rings_as_new


def test_a_pause_ends_when_its_time_has_come(core: Core, relay: FakeRelay) -> None:
    core.dispatch(PauseVendor("cheers", PauseReason.CLOSING, soon(0.05)))
    assert until(relay, lambda: relay.of(PausesChanged))
    assert until(relay, lambda: paused(relay) == [])


def test_a_held_order_rings_when_its_time_has_come(
    core: Core, store: FakeStore, relay: FakeRelay
) -> None:
    held = an_order(held_until=soon(0.05))
    store.with_orders(held)
    core.submit(lambda desk: [_shown(desk)])
    assert until(relay, lambda: rings(relay))
    assert store.kept.orders["order-1"].held_until is None


def _shown(desk: Desk) -> OrdersChanged:
    with desk.store.begin() as work:
        return OrdersChanged((snapshot_of(work.orders.get("order-1"), work, desk),))


def test_a_store_that_cannot_be_written_ends_the_pause_when_it_can(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    settled: Callable[[], None],
    expected_log: Callable[..., object],
) -> None:
    expected_log("disk is full", level="ERROR")
    core.dispatch(PauseVendor("cheers", PauseReason.CLOSING, soon(0.3)))
    settled()
    store.break_down(StoreUnavailable("disk is full"))
    assert until(relay, lambda: paused(relay) == [], 10)


def test_a_new_business_day_brings_everything_back(
    core: Core, relay: FakeRelay, settled: Callable[[], None]
) -> None:
    clock = FrozenClock()
    core.desk = replace(core.desk, clock=clock)
    core.dispatch(MarkSoldOut("p-1", "Beer"))
    settled()
    assert [item.name for item in relay.of(SoldOutChanged)[-1].items] == ["Beer"]
    clock.advance(hours=24)
    settled()
    assert until(relay, lambda: not relay.of(SoldOutChanged)[-1].items)
