from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from app.domain.errors import OrderUnknown, StoreUnavailable, VendorUnavailable
from app.domain.lamp import LampKind
from app.domain.news import LampChanged, Noticed, OrdersChanged, StoreWorks
from app.domain.notice import NoticeCode
from app.domain.scan_news import LookUpAnswered
from app.domain.states import OrderState
from app.runtime import core as core_file
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.inbox_pump import InboxPump
from app.runtime.lamps import Lamps
from app.runtime.vendor_lane import VendorLane
from app.usecases.desk import Desk
from app.usecases.receive_callback import ReceiveCallback
from tests.builders import an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE
from tests.unit.runtime.waiting import until

Settled = Callable[[], None]
LOCKED = StoreUnavailable("pult.sqlite3 is locked by another program")


@pytest.fixture
def lamps(desk: Desk, relay: FakeRelay) -> Lamps:
    lamps = Lamps(desk.clock, relay)
    lamps.add(LampKind.VENDOR, "cheers", "Cheers")
    return lamps


@pytest.fixture
def lane(vendor: FakeVendor, core: Core, lamps: Lamps) -> Iterator[VendorLane]:
    lane = VendorLane(vendor, lamps, core.report_fault, lambda: None)
    yield lane
    vendor.release()
    core.rest()
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)


@pytest.fixture
def pump(core: Core, lane: VendorLane, clock: AlarmClock, lamps: Lamps) -> InboxPump:
    return InboxPump(core, {"cheers": lane}, clock, lamps)


def _call(core: Core, *ids: str) -> None:
    core.run_and_wait(ReceiveCallback("cheers", ids), 5)


def _wait_for_orders(relay: FakeRelay, count: int) -> list[str]:
    assert relay.wait_for(
        lambda news: sum(isinstance(one, OrdersChanged) for one in news) >= count
    ), relay.published
    return [one.order.number for news in relay.of(OrdersChanged) for one in news.orders]


@pytest.mark.usefixtures("pump")
def test_an_id_that_was_called_with_is_read_and_becomes_an_order(
    core: Core, store: FakeStore, relay: FakeRelay, vendor: FakeVendor, lamps: Lamps
) -> None:
    _call(core, vendor.place(number="A-7"))
    assert _wait_for_orders(relay, 1) == ["A-7"]
    assert until(relay, lambda: not store.kept.inbox)
    assert lamps.all()[0].last_order is not None


@pytest.mark.usefixtures("pump")
def test_an_order_is_read_once_at_a_time(
    core: Core, relay: FakeRelay, vendor: FakeVendor, settled: Settled
) -> None:
    order_id = vendor.place()
    vendor.hang()
    _call(core, order_id)
    assert vendor.wait_until_held()
    _call(core, order_id)
    settled()
    assert not vendor.wait_until_held(2, 0.05)
    vendor.release()
    _wait_for_orders(relay, 1)


@pytest.mark.usefixtures("pump")
def test_a_call_during_the_reading_has_it_read_again(
    core: Core, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    """What the second call tells of may not be in the answer to the first."""
    order_id = vendor.place()
    vendor.hang()
    _call(core, order_id)
    assert vendor.wait_until_held()
    _call(core, order_id)
    vendor.release()
    _wait_for_orders(relay, 1)
    assert until(relay, lambda: not store.kept.inbox)
    assert vendor.fetched == [order_id, order_id]


@pytest.mark.usefixtures("pump")
@pytest.mark.usefixtures("lamps")
def test_an_id_nobody_answers_for_waits_and_is_read_later(
    core: Core, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    order_id = vendor.place(number="A-7")
    vendor.fail_next(VendorUnavailable("cheers", "HTTP 503", sent=True))
    _call(core, order_id)
    assert _wait_for_orders(relay, 1) == ["A-7"]
    words = [change.lamp.word for change in relay.of(LampChanged)]
    assert words.index("offline") < words.index("connected")
    assert until(relay, lambda: not store.kept.inbox)


@pytest.mark.usefixtures("pump")
@pytest.mark.expected_log("is locked", level="ERROR")
def test_a_report_that_cannot_be_saved_is_kept_until_it_can(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core_file, "STORE_RETRY_SECONDS", 0.02)
    order_id = vendor.place()
    vendor.hang()
    _call(core, order_id)
    assert vendor.wait_until_held()
    store.break_down(LOCKED)
    vendor.release()
    assert relay.wait_for(lambda news: StoreWorks() in news)
    _wait_for_orders(relay, 1)
    assert vendor.fetched == [order_id]


@pytest.mark.usefixtures("pump")
@pytest.mark.expected_log("a report was not taken in", level="ERROR")
def test_a_fault_in_taking_a_report_in_is_told_and_the_id_waits(
    core: Core, store: FakeStore, relay: FakeRelay, vendor: FakeVendor, settled: Settled
) -> None:
    order_id = vendor.place()
    vendor.hang()
    _call(core, order_id)
    assert vendor.wait_until_held()
    store.break_down(LookupError("ours"))
    vendor.release()
    assert relay.wait_for(lambda news: any(isinstance(one, Noticed) for one in news))
    settled()
    (entry,) = store.kept.inbox.values()
    assert entry.misses == 1
    assert relay.of(Noticed)[0].notice.code is NoticeCode.OUR_FAULT


def test_a_refresh_reads_every_open_order(
    pump: InboxPump, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    ids = [vendor.place() for _ in range(3)]
    store.with_orders(
        *(an_order(f"order-{one}", vendor_order_id=one) for one in ids),
        an_order("order-9", state=OrderState.COLLECTED),
    )
    vendor.cancel(ids[1])
    pump.refresh("cheers")
    assert until(relay, lambda: len(vendor.fetched) == 3)
    assert until(relay, lambda: store.kept.orders[f"order-{ids[1]}"].state is OrderState.CANCELLED)


def test_a_vendor_that_is_away_is_asked_for_one_order_only(
    pump: InboxPump, lane: VendorLane, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    ids = [vendor.place() for _ in range(3)]
    store.with_orders(*(an_order(f"order-{one}", vendor_order_id=one) for one in ids))
    vendor.go_away()
    pump.look_up("cheers", ids[0])
    assert relay.wait_for(lambda news: any(isinstance(one, LookUpAnswered) for one in news))
    assert lane.is_away
    vendor.come_back()
    pump.refresh("cheers")
    assert until(relay, lambda: not lane.is_away)
    assert len(vendor.fetched) == 1


def test_a_vendor_without_open_orders_is_felt_for(
    pump: InboxPump, vendor: FakeVendor, lamps: Lamps, relay: FakeRelay
) -> None:
    pump.refresh("cheers")
    assert until(relay, lambda: lamps.all()[0].word == "connected")
    assert vendor.fetched == []


def test_staff_are_told_what_became_of_their_question(
    pump: InboxPump, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    order_id = vendor.place()
    errors = [
        OrderUnknown("cheers", "no such order"),
        VendorUnavailable("cheers", "HTTP 500", sent=True),
    ]
    for error in errors:
        vendor.fail_next(error)
        told = len(relay.of(LookUpAnswered)) + 1
        pump.look_up("cheers", order_id)
        assert relay.wait_for(
            lambda news, told=told: sum(isinstance(one, LookUpAnswered) for one in news) >= told
        )
    pump.look_up("cheers", order_id)
    assert relay.wait_for(
        lambda news: any(isinstance(one, LookUpAnswered) and one.found for one in news)
    )
    problems = [answer.problem for answer in relay.of(LookUpAnswered)]
    assert problems == [NoticeCode.ORDER_UNKNOWN, NoticeCode.VENDOR_GONE, ""]


@pytest.mark.expected_log("is locked", level="ERROR")
def test_staff_are_answered_also_when_the_order_cannot_be_saved(
    pump: InboxPump, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
) -> None:
    order_id = vendor.place()
    store.break_down(LOCKED)
    pump.look_up("cheers", order_id)
    assert relay.wait_for(lambda news: any(isinstance(one, LookUpAnswered) for one in news))
    assert relay.of(LookUpAnswered)[0].problem == NoticeCode.STORE_UNAVAILABLE
