from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from app.bootstrap.outside import SystemClock
from app.domain.errors import StoreUnavailable, VendorUnavailable
from app.domain.matter import Matter
from app.domain.news import Noticed, StoreFailed, StoreWorks
from app.domain.notice import NoticeCode
from app.domain.push import Push, PushKind, PushState
from app.domain.states import Move, OrderState, Standing
from app.runtime import core as core_file
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.outbox_pump import OutboxPump
from app.runtime.vendor_lane import PUSHES_AT_ONCE, VendorLane
from app.usecases.accept_order import AcceptOrder
from app.usecases.desk import Desk, Shop, VendorFacts
from app.usecases.move_order import MoveOrder
from tests.builders import a_push, an_order
from tests.fakes.ids import CountingIds
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE
from tests.unit.runtime.waiting import until

LOCKED = StoreUnavailable("pult.sqlite3 is locked by another program")


@pytest.fixture
def lane(vendor: FakeVendor, core: Core, relay: FakeRelay, desk: Desk) -> Iterator[VendorLane]:
    lane = VendorLane(vendor, Lamps(desk.clock, relay), core.report_fault, lambda: None)
    yield lane
    vendor.release()
    core.rest()
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)


@pytest.fixture
def pump(core: Core, lane: VendorLane, clock: AlarmClock) -> OutboxPump:
    return OutboxPump(core, {"cheers": lane}, clock)


@pytest.fixture
def new_order(store: FakeStore, vendor: FakeVendor) -> Callable[..., str]:
    """Have an order placed that is on the board; gives the id here, the vendor's is `v-<id>`."""

    def make(number: int = 1, standing: Standing = Standing.NEW) -> str:
        theirs = vendor.place(standing=standing)
        state = OrderState(standing.value)
        store.with_orders(an_order(f"order-{number}", vendor_order_id=theirs, state=state))
        return f"order-{number}"

    return make


def _pushes(store: FakeStore) -> list[Push]:
    return sorted(store.kept.pushes.values(), key=lambda push: (push.order_id, push.sequence))


def _wait_for(relay: FakeRelay, store: FakeStore, *states: PushState) -> None:
    def come() -> bool:
        return [push.state for push in _pushes(store)] == list(states)

    assert until(relay, come), _pushes(store)


@pytest.mark.usefixtures("pump")
def test_an_accept_is_read_again_sent_and_settled(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    new_order: Callable[..., str],
) -> None:
    order_id = new_order()
    core.dispatch(AcceptOrder(order_id))
    _wait_for(relay, store, PushState.DONE)
    assert [kind for _, kind in vendor.done] == [PushKind.ACCEPT]
    assert len(vendor.fetched) == 1


@pytest.mark.usefixtures("pump")
def test_one_order_has_one_push_on_the_wire_and_the_rest_in_order(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    new_order: Callable[..., str],
) -> None:
    order_id = new_order(standing=Standing.PREPARING)
    vendor.hang()
    core.dispatch(MoveOrder(order_id, Move.READY))
    core.dispatch(MoveOrder(order_id, Move.COLLECTED))
    assert vendor.wait_until_held(1)
    _wait_for(relay, store, PushState.SENDING, PushState.WAITING)
    assert not vendor.wait_until_held(2, 0.05)
    vendor.release()
    _wait_for(relay, store, PushState.DONE, PushState.DONE)
    assert [kind for _, kind in vendor.done] == [PushKind.READY, PushKind.COLLECTED]


@pytest.mark.usefixtures("pump")
def test_no_more_are_noted_as_on_the_wire_than_there_are_threads(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    new_order: Callable[..., str],
) -> None:
    ids = [new_order(number, Standing.PREPARING) for number in range(1, 9)]
    vendor.hang()
    for order_id in ids:
        core.dispatch(MoveOrder(order_id, Move.READY))
    assert vendor.wait_until_held(PUSHES_AT_ONCE)
    sending = PUSHES_AT_ONCE * [PushState.SENDING] + (8 - PUSHES_AT_ONCE) * [PushState.WAITING]
    _wait_for(relay, store, *sending)
    vendor.release()
    _wait_for(relay, store, *(8 * [PushState.DONE]))
    assert sorted(vendor.done) == [(f"v-{number}", PushKind.READY) for number in range(1, 9)]


@pytest.mark.usefixtures("pump")
@pytest.mark.expected_log("is locked", level="ERROR")
def test_a_yes_that_cannot_be_saved_is_kept_until_it_can(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    new_order: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(core_file, "STORE_RETRY_SECONDS", 0.02)
    order_id = new_order(standing=Standing.PREPARING)
    vendor.hang()
    core.dispatch(MoveOrder(order_id, Move.READY))
    assert vendor.wait_until_held()
    _wait_for(relay, store, PushState.SENDING)
    store.break_down(LOCKED)
    vendor.release()
    assert relay.wait_for(lambda news: StoreWorks() in news)
    _wait_for(relay, store, PushState.DONE)
    assert len(relay.of(StoreFailed)) == 1
    assert len(vendor.sent) == 1


@pytest.mark.usefixtures("pump")
def test_a_vendor_that_wants_patience_is_left_alone_for_all_orders(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    new_order: Callable[..., str],
) -> None:
    first, second = new_order(1, Standing.PREPARING), new_order(2, Standing.PREPARING)
    patience = VendorUnavailable("cheers", "too many requests", sent=False, retry_after=0.4)
    vendor.fail_next(patience, on="send")
    began = time.monotonic()
    core.dispatch(MoveOrder(first, Move.READY))
    assert until(relay, lambda: any(push.misses for push in _pushes(store)))
    core.dispatch(MoveOrder(second, Move.READY))
    _wait_for(relay, store, PushState.DONE, PushState.DONE)
    assert time.monotonic() - began > 0.4


@pytest.mark.usefixtures("pump")
@pytest.mark.expected_log("an answer was not taken in", level="ERROR")
def test_a_fault_in_taking_an_answer_in_leaves_the_push_in_doubt_not_on_the_wire(
    core: Core,
    store: FakeStore,
    relay: FakeRelay,
    vendor: FakeVendor,
    new_order: Callable[..., str],
) -> None:
    order_id = new_order(standing=Standing.PREPARING)
    vendor.hang()
    core.dispatch(MoveOrder(order_id, Move.READY))
    assert vendor.wait_until_held()
    _wait_for(relay, store, PushState.SENDING)
    store.break_down(LookupError("ours"))
    vendor.release()
    _wait_for(relay, store, PushState.DONE)
    codes = [news.notice.code for news in relay.of(Noticed)]
    assert NoticeCode.OUR_FAULT in codes
    assert NoticeCode.NOT_CONFIRMED in codes
    assert len(vendor.done) == 1


# --- what cannot be put into words ----------------------------------------------------------------


class TestPoisonedOrder:
    """A register whose words for one order fail by a fault of ours."""

    @pytest.fixture
    def desk(self, store: FakeStore, vendor: FakeVendor) -> Desk:
        def compose(push: Push, _matter: Matter) -> str:
            if push.order_id == "order-1":
                raise ZeroDivisionError
            return "words"

        facts = VendorFacts("cheers", "Cheers", "C", vendor.capabilities, compose=compose)
        return Desk(
            store=store,
            clock=SystemClock(),
            ids=CountingIds(),
            shop=Shop(),
            vendors={"cheers": facts},
        )

    @pytest.mark.usefixtures("pump")
    @pytest.mark.expected_log("a push was not composed", level="ERROR")
    def test_it_does_not_hold_up_the_others(
        self, core: Core, store: FakeStore, relay: FakeRelay, vendor: FakeVendor
    ) -> None:
        for number in (1, 2):
            order_id = f"order-{number}"
            store.with_orders(an_order(order_id, vendor="loke"))
            vendor.place(vendor_order_id=f"there-{number}", standing=Standing.PREPARING)
            with store.begin() as work:
                work.references.put(order_id, "cheers", f"there-{number}")
                work.outbox.add(a_push(order_id, kind=PushKind.READY, state=PushState.WAITING))
                work.commit()
        core.submit(lambda _desk: [])
        _wait_for(relay, store, PushState.REFUSED, PushState.DONE)
        assert vendor.done == [("there-2", PushKind.READY)]
        assert _pushes(store)[0].refusal == "ZeroDivisionError"
        assert NoticeCode.OUR_FAULT in [one.notice.code for one in relay.of(Noticed)]
