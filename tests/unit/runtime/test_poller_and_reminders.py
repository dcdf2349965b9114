from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.lamp import LampKind
from app.domain.news import OrdersChanged
from app.domain.order import UndoPoint
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.poller import Poller
from app.runtime.reminders import Reminders
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from app.usecases.see_order import OpenOrder
from app.usecases.show_again import show_again
from tests.builders import a_basket, a_delivery, a_push, an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.unit.runtime.waiting import until

# ------------------------------------------------------------------------------------------ poller


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
    assert lane.wait(time.monotonic() + 5)


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


# --------------------------------------------------------------------------------------- reminders


@pytest.fixture
def _reminders(core: Core, clock: AlarmClock) -> Reminders:
    return Reminders(core, clock)


def _offered(relay: FakeRelay, move: Move) -> list[bool]:
    return [news.orders[0].offers(move) is not None for news in relay.of(OrdersChanged)]


@pytest.mark.usefixtures("_reminders")
def test_undo_goes_from_the_screen_when_its_time_is_up(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk
) -> None:
    ends_at = desk.clock.now() + timedelta(seconds=0.8)
    undo = UndoPoint(Move.READY, OrderState.PREPARING, PaymentState.NOT_DUE, ends_at)
    store.with_orders(an_order(state=OrderState.READY, undo=undo))
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: _offered(relay, Move.UNDO)[-1:] == [False])
    assert _offered(relay, Move.UNDO) == [True, False]
    assert desk.clock.now() >= ends_at


@pytest.mark.usefixtures("_reminders")
def test_print_is_offered_when_an_accept_has_waited_long_enough(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk
) -> None:
    store.with_orders(an_order())
    pressed = desk.clock.now() - timedelta(seconds=9.2)
    with store.begin() as work:
        work.outbox.add(a_push(created_at=pressed, due_at=pressed, state=PushState.SENDING))
        work.commit()
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: _offered(relay, Move.PRINT)[-1:] == [True])
    assert _offered(relay, Move.PRINT) == [False, True]


def _on_its_way(store: FakeStore, desk: Desk, minutes: float) -> None:
    """Keep a delivery that set out so long ago."""
    left_at = desk.clock.now() - timedelta(minutes=minutes)
    basket = a_basket(delivery=a_delivery())
    order = an_order(state=OrderState.READY, basket=basket, ready_at=left_at)
    store.with_orders(order)
    with store.begin() as work:
        told = {"state": PushState.DONE, "created_at": left_at, "settled_at": left_at}
        work.outbox.add(a_push(kind=PushKind.ON_THE_WAY, **told))
        work.commit()


@pytest.mark.usefixtures("_reminders")
def test_what_has_been_on_its_way_long_enough_is_collected(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk
) -> None:
    wait = 0.8 / 60
    _on_its_way(store, desk, desk.shop.on_the_way_minutes - wait)
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: store.kept.orders["order-1"].state is OrderState.COLLECTED)
    states = [news.orders[0].order.state for news in relay.of(OrdersChanged)]
    assert states[0] is OrderState.READY


@pytest.mark.usefixtures("_reminders")
def test_what_is_on_its_way_is_not_collected_before_its_time(
    core: Core, store: FakeStore, desk: Desk, settled: Callable[[], None]
) -> None:
    _on_its_way(store, desk, desk.shop.on_the_way_minutes - 5)
    core.dispatch(OpenOrder("order-1"))
    core.submit(lambda desk: show_again("order-1", desk))
    settled()
    assert store.kept.orders["order-1"].state is OrderState.READY


@pytest.mark.usefixtures("_reminders")
def test_what_rests_in_later_comes_forward_by_itself(
    core: Core, store: FakeStore, relay: FakeRelay, desk: Desk
) -> None:
    lead = timedelta(minutes=desk.shop.lead_minutes)
    wanted_at = desk.clock.now() + lead + timedelta(seconds=0.8)
    working = {"state": OrderState.PREPARING, "accepted_here": True, "in_later": True}
    store.with_orders(an_order(wanted_at=wanted_at, **working))
    core.dispatch(OpenOrder("order-1"))
    assert until(relay, lambda: not store.kept.orders["order-1"].in_later)
    assert desk.clock.now() >= wanted_at - lead


def test_however_long_a_wait_is_the_time_is_looked_at_every_minute(
    core: Core, store: FakeStore, desk: Desk, settled: Callable[[], None]
) -> None:
    """A machine that slept counts the sleep on its clock alone."""
    alarms: list[tuple[float, Callable[[], object]]] = []

    class HandTurned(AlarmClock):
        def after(self, seconds: float, name: str, ring: Callable[[], object]) -> None:
            alarms.append((seconds, ring))

    Reminders(core, HandTurned())
    wanted_at = desk.clock.now() + timedelta(hours=5)
    working = {"state": OrderState.PREPARING, "accepted_here": True, "in_later": True}
    store.with_orders(an_order(wanted_at=wanted_at, **working))
    core.dispatch(OpenOrder("order-1"))
    settled()
    alarms.pop()[1]()
    settled()
    assert [seconds for seconds, _ring in alarms] == [60.0]
    assert store.kept.orders["order-1"].in_later


@pytest.mark.usefixtures("_reminders")
def test_an_order_that_changes_by_itself_no_more_is_left_alone(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    desk: Desk,
    settled: Callable[[], None],
) -> None:
    past = desk.clock.now() - timedelta(seconds=1)
    undo = UndoPoint(Move.READY, OrderState.PREPARING, PaymentState.NOT_DUE, past)
    order = an_order(state=OrderState.READY)
    store.with_orders(replace(order, undo=undo))
    core.dispatch(OpenOrder("order-1"))
    settled()
    assert not until(relay, lambda: len(relay.of(OrdersChanged)) > 1, 0.05)
