"""Accept moves on the vendor's yes, prints one slip, and ends somehow whatever is lost."""

from __future__ import annotations

import pytest

from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove, VendorRefused
from app.domain.events import EventKind
from app.domain.moves import Lock
from app.domain.notice import NoticeCode
from app.domain.push import PushKind, PushState
from app.domain.states import JobState, Move, OrderState, Standing, SyncState
from app.ports.store import StorePort
from app.usecases.settle_push import settle_push
from tests.builders import a_basket, a_line, at
from tests.fakes.vendor import FakeVendor
from tests.unit.usecases.counter import Counter

S = OrderState


def test_accept_waits_for_the_vendors_yes_and_prints_one_slip(counter: Counter) -> None:
    counter.place()
    counter.accept()
    assert counter.order().state is S.NEW
    assert counter.snapshot().awaited is PushKind.ACCEPT
    assert counter.jobs() == []
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.order().accepted_at == counter.clock.now()
    assert counter.effects() == [PushKind.ACCEPT]
    assert [job.state for job in counter.jobs()] == [JobState.QUEUED]
    assert counter.events() == [
        EventKind.RECEIVED,
        EventKind.MOVED,
        EventKind.TOLD,
        EventKind.SLIP_QUEUED,
    ]


def test_the_order_is_read_right_before_it_is_accepted(counter: Counter) -> None:
    counter.place()
    counter.vendor.change("v-1", basket=a_basket(a_line("Soda", 400)))
    counter.accept()
    counter.deliver()
    assert counter.vendor.fetched == ["v-1", "v-1"]
    assert counter.order().state is S.PREPARING
    assert counter.order().basket.lines[0].name == "Soda"
    assert counter.order().attention is None


def test_a_customer_who_cancelled_before_the_accept_left_is_not_accepted(
    counter: Counter,
) -> None:
    counter.place()
    counter.vendor.cancel("v-1")
    counter.accept()
    counter.deliver()
    assert counter.effects() == []
    assert counter.order().state is S.CANCELLED
    assert counter.board() == ["id-1"]
    assert counter.jobs() == []
    assert counter.pushes()[0].state is PushState.DROPPED
    assert counter.notices()[-1] is NoticeCode.ENDED_ELSEWHERE


def test_accept_rests_while_it_is_on_its_way(quick: Counter) -> None:
    quick.place()
    quick.accept()
    locks = {one.move: one.lock for one in quick.snapshot().offered}
    assert locks[Move.ACCEPT] is locks[Move.REJECT] is Lock.IN_FLIGHT
    with pytest.raises(IllegalMove):
        quick.accept()
    assert len(quick.pushes()) == 1


def test_slip_at_the_tap_where_the_shop_wants_it(store: StorePort) -> None:
    counter = Counter(store, print_on="accepted")
    counter.place()
    counter.accept()
    assert [job.state for job in counter.jobs()] == [JobState.QUEUED]
    counter.print_next()
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert [job.state for job in counter.jobs()] == [JobState.PRINTED]


def test_a_vendor_that_is_not_told_needs_no_yes(store: StorePort) -> None:
    vendor = FakeVendor(moves={})
    counter = Counter(store, vendor=vendor)
    counter.place()
    with pytest.raises(IllegalMove):
        counter.accept()


def test_accept_that_is_ours_alone_moves_at_once(store: StorePort) -> None:
    counter = Counter(store, vendor=FakeVendor(moves={Move.ACCEPT: Telling.OURS_ALONE}))
    counter.place()
    counter.accept()
    assert counter.order().state is S.PREPARING
    assert counter.pushes() == []
    assert len(counter.jobs()) == 1


def test_without_a_printer_staff_are_told_and_work_goes_on(store: StorePort) -> None:
    counter = Counter(store, routes=())
    counter.at_work()
    assert counter.order().state is S.PREPARING
    assert counter.jobs() == []
    assert NoticeCode.NO_PRINTER in counter.notices()


def test_an_old_order_that_is_accepted_is_folded_away_no_more(quick: Counter) -> None:
    quick.place(placed_at=at(-13 * 60))
    assert quick.order().quiet
    quick.accept()
    assert not quick.order().quiet


# --- refused --------------------------------------------------------------------------------------


def test_a_refused_accept_leaves_the_order_in_new_with_the_reason(counter: Counter) -> None:
    counter.place()
    counter.accept()
    refusal = VendorRefused("cheers", "kitchen\x1b closed", code="409")
    counter.vendor.fail_next(refusal, on="send")
    counter.deliver()
    snapshot = counter.snapshot()
    assert snapshot.order.state is S.NEW
    assert not snapshot.order.accepted_here
    assert snapshot.refused is not None
    assert snapshot.refused.refusal == "kitchen closed"
    assert snapshot.worst_sync is SyncState.REFUSED
    assert counter.jobs() == []
    assert counter.notices()[-1] is NoticeCode.REFUSED
    assert EventKind.REFUSED in counter.events()
    assert {Move.ACCEPT, Move.REJECT, Move.SEEN, Move.ASK_AGAIN} <= counter.offered()


def test_a_refused_accept_can_be_pressed_again(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.fail_next(VendorRefused("cheers", "busy"), on="send")
    counter.deliver()
    counter.accept()
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.effects() == [PushKind.ACCEPT]
    assert len(counter.jobs()) == 1
    assert counter.snapshot().worst_sync is SyncState.IN_STEP


def test_a_refused_accept_withdraws_the_slip_of_the_tap_and_the_next_brings_it_back(
    store: StorePort,
) -> None:
    counter = Counter(store, print_on="accepted")
    counter.place()
    counter.accept()
    counter.vendor.fail_next(VendorRefused("cheers", "busy"), on="send")
    counter.deliver()
    assert [job.state for job in counter.jobs()] == [JobState.FAILED]
    counter.accept()
    assert [(job.state, job.copy) for job in counter.jobs()] == [(JobState.QUEUED, 1)]


def test_refused_because_the_customer_cancelled_it_ends_in_sight(counter: Counter) -> None:
    counter.place()
    counter.accept()
    errand = counter.put_on_wire()
    counter.vendor.cancel("v-1")
    counter.hear(settle_push(errand.id, VendorRefused("cheers", "cancelled"), counter.desk))
    counter.deliver()
    assert counter.order().state is S.CANCELLED
    assert counter.board() == ["id-1"]
    assert counter.notices().count(NoticeCode.REFUSED) == 1
    assert NoticeCode.ENDED_ELSEWHERE not in counter.notices()


def test_accepted_by_another_device_first_it_prints_no_second_slip(counter: Counter) -> None:
    counter.place()
    counter.vendor.change("v-1", standing=Standing.PREPARING)
    counter.accept()
    counter.deliver()
    assert counter.effects() == []
    assert counter.order().state is S.PREPARING
    assert not counter.order().accepted_here
    assert counter.jobs() == []
    assert counter.notices()[-1] is NoticeCode.OVERTAKEN
    assert Move.PRINT in counter.offered()


def test_accepted_by_another_device_while_ours_was_on_its_way(counter: Counter) -> None:
    counter.place()
    counter.accept()
    push = counter.put_on_wire()
    counter.vendor.change("v-1", standing=Standing.PREPARING)
    counter.hear(settle_push(push.id, VendorRefused("cheers", "is approved"), counter.desk))
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.jobs() == []
