"""Lists of orders: read one at a time, each entry by itself, and what is missing asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.domain.errors import VendorSpokeOddly, VendorUnavailable
from app.domain.lamp import LampKind
from app.domain.news import (
    LampChanged,
    News,
    Noticed,
    OrdersChanged,
)
from app.domain.notice import NoticeCode
from app.domain.states import OrderState, Standing
from app.ports.vendor import OrderList
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.list_pump import ListPump
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from tests.builders import an_order, at
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE
from tests.unit.runtime.waiting import until

Settled = Callable[[], None]


class ListingVendor(FakeVendor):
    """A vendor whose orders stand in a list; `listed` counts how often it was read."""

    def __init__(self, **ways: bool) -> None:
        super().__init__(lists_orders=True, **ways)
        self.listed = 0
        self.left_out: set[str] = set()
        self.problem: VendorUnavailable | None = None

    def list_orders(self) -> OrderList:
        with self._call("list"):
            self.listed += 1
            reports = [report for key, report in self._reports.items() if key not in self.left_out]
            return OrderList(tuple(reports), self.problem)


@pytest.fixture
def vendor() -> ListingVendor:
    return ListingVendor()


@pytest.fixture
def pump(
    core: Core, vendor: ListingVendor, desk: Desk, relay: FakeRelay, clock: AlarmClock
) -> Iterator[ListPump]:
    lamps = Lamps(desk.clock, relay)
    lamps.add(LampKind.VENDOR, "cheers", "Cheers")
    lane = VendorLane(vendor, lamps, core.report_fault, lambda: None)
    lanes = {"cheers": lane}
    yield ListPump(core, lanes, InboxPump(core, lanes, clock, lamps), lamps)
    vendor.release()
    core.rest()
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)


def _numbers(relay: FakeRelay) -> list[str]:
    return [one.order.number for news in relay.of(OrdersChanged) for one in news.orders]


def test_every_entry_becomes_an_order(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay
) -> None:
    for number in ("A-1", "A-2", "A-3"):
        vendor.place(number=number)
    pump.refresh("cheers")
    assert until(relay, lambda: _numbers(relay) == ["A-1", "A-2", "A-3"])


def test_an_entry_that_says_the_same_again_is_not_taken_again(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, store: FakeStore
) -> None:
    order_id = vendor.place()
    vendor.change(order_id, raw="one")
    pump.refresh("cheers")
    assert until(relay, lambda: len(store.kept.orders) == 1)
    vendor.change(order_id, standing=Standing.CANCELLED)
    pump.refresh("cheers")
    assert until(relay, lambda: vendor.listed == 2)
    vendor.change(order_id, raw="two")
    assert until(relay, lambda: _refreshed(pump, store, OrderState.CANCELLED))


def _refreshed(pump: ListPump, store: FakeStore, state: OrderState) -> bool:
    pump.refresh("cheers")
    return all(order.state is state for order in store.kept.orders.values())


def test_a_list_is_read_once_at_a_time(
    pump: ListPump, vendor: ListingVendor, settled: Settled, relay: FakeRelay
) -> None:
    vendor.place()
    vendor.hang()
    pump.refresh("cheers")
    assert vendor.wait_until_held()
    pump.refresh("cheers")
    settled()
    vendor.release()
    assert until(relay, lambda: len(_numbers(relay)) == 1)
    settled()
    assert vendor.listed == 1


def test_an_open_order_the_list_does_not_have_is_read_by_itself(
    pump: ListPump, vendor: ListingVendor, store: FakeStore, relay: FakeRelay
) -> None:
    order_id = vendor.place()
    store.with_orders(an_order("order-1", vendor_order_id=order_id))
    vendor.left_out.add(order_id)
    vendor.cancel(order_id)
    pump.refresh("cheers")
    assert until(relay, lambda: store.kept.orders["order-1"].state is OrderState.CANCELLED)
    assert vendor.fetched == [order_id]


def test_a_list_that_ends_early_counts_as_far_as_it_goes(
    pump: ListPump, vendor: ListingVendor, store: FakeStore, relay: FakeRelay, settled: Settled
) -> None:
    vendor.place(number="A-1")
    store.with_orders(an_order("order-9", vendor_order_id="on-page-2"))
    vendor.problem = VendorUnavailable("cheers", "HTTP 503", sent=True)
    pump.refresh("cheers")
    assert until(relay, lambda: _numbers(relay) == ["A-1"])
    settled()
    assert vendor.fetched == []
    assert "offline" in [change.lamp.word for change in relay.of(LampChanged)]


def test_a_list_nobody_answers_for_is_asked_for_again(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, settled: Settled
) -> None:
    vendor.place(number="A-1")
    vendor.fail_next(VendorSpokeOddly("cheers", "not JSON"), on="list")
    pump.refresh("cheers")
    assert until(relay, lambda: any(one.lamp.word != "" for one in relay.of(LampChanged)))
    settled()
    assert until(relay, lambda: _asked_again(pump, relay))


def _asked_again(pump: ListPump, relay: FakeRelay) -> bool:
    pump.refresh("cheers")
    return _numbers(relay) == ["A-1"]


def test_a_problem_that_lasts_is_told_once(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, settled: Settled
) -> None:
    vendor.place(number="A-1")
    vendor.problem = VendorUnavailable("cheers", "HTTP 503", sent=True)
    for times in (1, 2, 3):
        assert until(relay, lambda times=times: _listed(pump, vendor, times))
        settled()
    told = [one.notice.code for one in relay.of(Noticed)]
    assert told.count(NoticeCode.VENDOR_GONE) == 1


def _listed(pump: ListPump, vendor: ListingVendor, times: int) -> bool:
    if vendor.listed < times:
        pump.refresh("cheers")
    return vendor.listed >= times


def test_a_pause_asked_for_by_a_later_page_is_kept(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, settled: Settled
) -> None:
    vendor.place(number="A-1")
    vendor.problem = VendorUnavailable("cheers", "HTTP 429", sent=False, retry_after=100)
    pump.refresh("cheers")
    assert until(relay, lambda: _numbers(relay) == ["A-1"])
    settled()
    pump.refresh("cheers")
    settled()
    assert vendor.listed == 1


def test_what_waits_comes_before_history_and_staff_before_the_rest_of_it(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, core: Core
) -> None:
    for place in range(50):
        vendor.place(number=f"H-{place}", standing=Standing.COLLECTED, placed_at=at(-9000 + place))
    vendor.place(number="A-2", placed_at=at(-1))
    vendor.place(number="A-1", placed_at=at(-2))
    seen: list[int] = []

    def staff_act(news: object) -> None:
        if isinstance(news, OrdersChanged) and not seen:
            core.submit(lambda _desk: seen.append(len(_numbers(relay))) or [])

    core.watch(staff_act)
    pump.refresh("cheers")
    assert until(relay, lambda: len(_numbers(relay)) == 52)
    assert _numbers(relay)[:3] == ["A-1", "A-2", "H-0"]
    assert seen and seen[0] <= 3


def test_a_new_order_is_found_while_history_is_still_taken_in(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, core: Core
) -> None:
    for place in range(50):
        vendor.place(number=f"H-{place}", standing=Standing.COLLECTED, placed_at=at(-9000 + place))
    began: list[str] = []

    def once(news: object) -> None:
        if isinstance(news, OrdersChanged) and not began:
            began.append(vendor.place(number="A-1"))
            pump.refresh("cheers")
            core.submit(read_again)

    def read_again(_desk: Desk) -> list[News]:
        assert until(relay, lambda: vendor.listed == 2)
        return []

    core.watch(once)
    pump.refresh("cheers")
    assert until(relay, lambda: len(_numbers(relay)) == 51)
    assert "A-1" in _numbers(relay)[:10]
    assert len(set(_numbers(relay))) == 51


def test_an_entry_that_may_be_an_order_sent_on_from_here_is_looked_at_every_time(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, store: FakeStore
) -> None:
    order_id = vendor.place(our_id="whose-is-it")
    pump.refresh("cheers")
    assert until(relay, lambda: len(store.kept.orders) == 1)
    vendor.change(order_id, standing=Standing.CANCELLED)  # in the very same words
    assert until(relay, lambda: _refreshed(pump, store, OrderState.CANCELLED))


class TestReadyList:
    """A list an order leaves when it is collected."""

    @pytest.fixture
    def vendor(self) -> ListingVendor:
        return ListingVendor(gone_means_collected=True, can_be_re_read=False)

    def test_an_order_missing_from_two_whole_lists_was_collected(
        self, pump: ListPump, vendor: ListingVendor, relay: FakeRelay, store: FakeStore
    ) -> None:
        order_id = vendor.place(standing=Standing.READY)
        pump.refresh("cheers")
        assert until(relay, lambda: len(store.kept.orders) == 1)
        vendor.left_out.add(order_id)
        assert until(relay, lambda: _refreshed(pump, store, OrderState.COLLECTED))
        assert vendor.listed >= 3
        assert vendor.fetched == []

    def test_lists_that_end_early_collect_nothing(
        self,
        pump: ListPump,
        vendor: ListingVendor,
        relay: FakeRelay,
        store: FakeStore,
        settled: Settled,
    ) -> None:
        order_id = vendor.place(standing=Standing.READY)
        pump.refresh("cheers")
        assert until(relay, lambda: len(store.kept.orders) == 1)
        vendor.left_out.add(order_id)
        vendor.problem = VendorUnavailable("cheers", "HTTP 503", sent=True)
        for count in (2, 3, 4):
            assert until(relay, lambda count=count: _listed(pump, vendor, count))
            settled()
        assert [order.state for order in store.kept.orders.values()] == [OrderState.READY]


@pytest.mark.expected_log("a listed order was not taken in", level="ERROR")
def test_an_entry_that_cannot_be_taken_keeps_no_other_out(
    pump: ListPump, vendor: ListingVendor, relay: FakeRelay, store: FakeStore
) -> None:
    first, second = vendor.place(number="A-1"), vendor.place(number="A-2")
    vendor.change(first, due=replace(vendor.fetch(first).due, minor=2**70))
    pump.refresh("cheers")
    assert until(relay, lambda: _numbers(relay) == ["A-2"])
    assert second in {order.vendor_order_id for order in store.kept.orders.values()}
    assert NoticeCode.OUR_FAULT in [one.notice.code for one in relay.of(Noticed)]
