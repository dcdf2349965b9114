"""A vendor that answers questions but takes nothing in is not asked ever faster."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.errors import VendorError, VendorLoginFailed, VendorUnavailable
from app.domain.push import PushState
from app.domain.states import Move, OrderState, Standing
from app.runtime.till import Till
from app.usecases.desk import Desk
from app.usecases.move_order import MoveOrder
from tests.builders import an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE
from tests.unit.runtime.waiting import until

ORDERS = 10
LOOK_SECONDS = 2.5
FOR_EVER = 10**6


@pytest.fixture
def till(desk: Desk, relay: FakeRelay, store: FakeStore, vendor: FakeVendor) -> Iterator[Till]:
    for number in range(ORDERS):
        theirs = vendor.place(standing=Standing.PREPARING)
        order = an_order(f"order-{number}", vendor_order_id=theirs, state=OrderState.PREPARING)
        store.with_orders(order)
    running = Till(
        desk, relay, vendors=[vendor], printers=(), scanners=(), refresh_seconds={"cheers": 30}
    )
    running.start()
    yield running
    assert running.stop(PATIENCE)


def _make_ready(till: Till) -> None:
    for number in range(ORDERS):
        till.core.dispatch(MoveOrder(f"order-{number}", Move.READY))


@pytest.mark.parametrize(
    "error",
    [
        VendorLoginFailed("cheers", "the key may only read"),
        VendorUnavailable("cheers", "too many requests", sent=False, answered=True),
    ],
)
def test_pushes_wait_together_while_none_is_taken_in(
    till: Till, relay: FakeRelay, store: FakeStore, vendor: FakeVendor, error: VendorError
) -> None:
    vendor.fail_next(error, on="send", times=FOR_EVER)
    _make_ready(till)
    assert until(relay, lambda: any(push.misses for push in store.kept.pushes.values()))
    calls = len(vendor.fetched) + 4 * ORDERS
    assert not until(relay, lambda: len(vendor.fetched) > calls, LOOK_SECONDS)


def test_once_something_is_taken_in_all_goes_out(
    till: Till, relay: FakeRelay, store: FakeStore, vendor: FakeVendor
) -> None:
    vendor.fail_next(VendorLoginFailed("cheers", "not now"), on="send", times=3)
    _make_ready(till)

    def all_done() -> bool:
        pushes = store.kept.pushes.values()
        return len(pushes) == ORDERS and all(push.state is PushState.DONE for push in pushes)

    assert until(relay, all_done)
    assert len(vendor.done) == ORDERS


def test_after_an_outage_a_vendor_that_fails_at_every_push_is_not_stormed(
    till: Till, relay: FakeRelay, store: FakeStore, vendor: FakeVendor
) -> None:
    vendor.go_away()
    _make_ready(till)

    def all_missed() -> bool:
        pushes = store.kept.pushes.values()
        return len(pushes) == ORDERS and all(push.misses for push in pushes)

    assert until(relay, all_missed)
    vendor.fail_next(VendorUnavailable("cheers", "HTTP 503", sent=True), on="send", times=FOR_EVER)
    vendor.come_back()
    tries = ORDERS * 4  # at once, after a second, and after two more
    assert not until(relay, lambda: len(vendor.fetched) > 4 * tries, LOOK_SECONDS)
    assert all(push.tries <= 3 for push in store.kept.pushes.values())


def test_one_order_that_cannot_be_read_does_not_have_all_others_read_without_end(
    till: Till, relay: FakeRelay, vendor: FakeVendor
) -> None:
    broken = VendorUnavailable("cheers", "HTTP 500", sent=True, answered=True)
    vendor.fail_next(broken, on="v-1", times=FOR_EVER)
    till.inbox.refresh("cheers")
    assert until(relay, lambda: len(vendor.fetched) > ORDERS)
    calls = len(vendor.fetched) + 4 * ORDERS
    assert not until(relay, lambda: len(vendor.fetched) > calls, LOOK_SECONDS)
