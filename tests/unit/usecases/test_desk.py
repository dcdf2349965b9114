"""The shop's day, and vendors that are switched off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import VendorRefused
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState
from app.usecases.begin_push import begin_push, due_pushes
from app.usecases.desk import Shop
from app.usecases.reject_order import RejectOrder, reject_order
from tests.fakes.store import FakeStore
from tests.fakes.vendor import FakeVendor
from tests.unit.usecases.counter import Counter

S = OrderState


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 20, 2, 59, tzinfo=UTC), "2026-11-19"),  # 03:59 in Budapest
        (datetime(2026, 11, 20, 3, 0, tzinfo=UTC), "2026-11-20"),
        (datetime(2026, 7, 1, 1, 59, tzinfo=UTC), "2026-06-30"),  # 03:59 in summer
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "2026-12-31"),
    ],
)
def test_the_day_begins_at_four(moment: datetime, day: str) -> None:
    assert Shop().business_day(moment) == day


def test_a_shop_may_begin_its_day_at_midnight() -> None:
    shop = Shop(day_starts="00:00")
    assert shop.business_day(datetime(2026, 11, 19, 23, 0, tzinfo=UTC)) == "2026-11-20"


def test_a_vendor_that_was_switched_off_is_known_by_name() -> None:
    facts = Counter(FakeStore()).desk.facts_of("loke")
    assert (facts.title, facts.initial) == ("Loke", "L")


@pytest.mark.parametrize(
    ("before", "end", "state"),
    [
        ((), Move.REJECT, S.REJECTED),
        ((Move.ACCEPT,), Move.LEFT, S.LEFT),
        ((Move.ACCEPT,), Move.CANCEL_ORDER, S.CANCELLED),
        ((Move.ACCEPT, Move.READY), Move.COLLECTED, S.COLLECTED),
    ],
)
def test_orders_of_a_vendor_that_was_switched_off_can_leave_the_board(
    before: tuple[Move, ...], end: Move, state: OrderState
) -> None:
    counter = Counter(FakeStore(), undo_seconds=0)
    if before:
        counter.at_work(*before[1:])
    else:
        counter.place()
    counter.desk = replace(counter.desk, vendors={})
    assert Move.ACCEPT not in counter.offered()
    assert end in counter.offered()
    pushes = counter.pushes()
    if end is Move.REJECT:
        counter.hear(reject_order(RejectOrder("id-1"), counter.desk))
    else:
        counter.move(end)
    assert counter.order().state is state
    assert counter.pushes() == pushes


# --- what goes out next ---------------------------------------------------------------------------


def test_one_push_an_order_goes_out_at_a_time_and_orders_do_not_wait_for_each_other() -> None:
    counter = Counter(FakeStore(), undo_seconds=0)
    first, second = counter.at_work(), counter.at_work()
    counter.move(Move.READY, first)
    counter.move(Move.COLLECTED, first)
    counter.move(Move.READY, second)
    errands = due_pushes(counter.desk, frozenset()).errands
    assert [(one.push.order_id, one.push.kind) for one in errands] == [
        (first, PushKind.READY),
        (second, PushKind.READY),
    ]
    assert (
        due_pushes(counter.desk, frozenset({(first, "cheers"), (second, "cheers")})).errands == []
    )
    begin_push(errands[0].push.id, counter.desk)
    assert [one.push.order_id for one in due_pushes(counter.desk, frozenset()).errands] == [second]


def test_only_what_there_is_room_for_is_chosen_longest_due_first() -> None:
    counter = Counter(FakeStore(), undo_seconds=0)
    ids = [counter.at_work() for _ in range(5)]
    for order_id in reversed(ids):
        counter.clock.advance(1)
        counter.move(Move.READY, order_id)
    chosen = due_pushes(counter.desk, frozenset(), {"cheers": 2}).errands
    assert [one.push.order_id for one in chosen] == [ids[4], ids[3]]
    busy = frozenset({(ids[4], "cheers")})
    chosen = due_pushes(counter.desk, busy, {"cheers": 1}).errands
    assert [one.push.order_id for one in chosen] == [ids[3]]
    assert due_pushes(counter.desk, frozenset(), {"cheers": 0}).errands == []
    assert due_pushes(counter.desk, frozenset()).next_at is None


def test_the_alarm_is_set_for_what_is_due_next() -> None:
    counter = Counter(FakeStore())
    counter.at_work()
    assert due_pushes(counter.desk, frozenset()).next_at is None
    counter.move(Move.READY)
    assert due_pushes(counter.desk, frozenset()).next_at == counter.clock.now() + timedelta(
        seconds=5
    )
    assert due_pushes(counter.desk, frozenset({("id-1", "cheers")})).next_at is None


def test_what_was_undone_meanwhile_is_not_begun() -> None:
    counter = Counter(FakeStore())
    counter.at_work()
    counter.move(Move.READY)
    counter.move(Move.CANCEL_ORDER)
    assert begin_push(counter.pushes()[-1].id, counter.desk) is None


def test_a_vendor_that_knows_the_same_request_again_is_sent_it_without_a_look() -> None:
    vendor = FakeVendor(re_read_before_resend=False)
    counter = Counter(FakeStore(), vendor=vendor, undo_seconds=0)
    counter.place()
    counter.accept()
    vendor.lose_next_request()
    counter.deliver()
    counter.clock.advance(1)
    counter.deliver()
    assert vendor.fetched == ["v-1"]  # only when it came in
    assert [push.state for push in counter.pushes()] == [PushState.DONE]


def test_a_vendor_that_cannot_be_read_refuses_at_once() -> None:
    vendor = FakeVendor(can_be_re_read=False)
    counter = Counter(FakeStore(), vendor=vendor)
    counter.place()
    counter.accept()
    vendor.fail_next(VendorRefused("cheers", "", code="17"), on="send")
    counter.deliver()
    refused = counter.snapshot().refused
    assert refused is not None
    assert refused.refusal == "17"
