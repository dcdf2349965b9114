"""Ids that vendors call with: kept until read, given up only in sight."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.errors import (
    OrderUnknown,
    StoreUnavailable,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.news import QuarantineChanged
from app.domain.notice import NoticeCode
from app.domain.states import Standing
from app.ports.store import StorePort
from app.usecases.due_inbox import due_inbox
from app.usecases.quarantine import Dismiss, TryAgain, dismiss, try_again
from app.usecases.receive_callback import TooManyWaiting
from app.usecases.receive_report import ReceiveReport, receive_report
from app.usecases.vendor_is_back import vendor_is_back
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.inbox import NOBODY, call, due_ids, miss

T = Standing


# --- calls ----------------------------------------------------------------------------------------


def test_a_call_is_kept_until_its_order_was_read(counter: Counter) -> None:
    counter.vendor.place()
    call(counter, "v-1")
    assert due_ids(counter) == ["v-1"]
    counter.report()
    assert due_ids(counter) == []


def test_calls_for_the_same_order_collapse(counter: Counter) -> None:
    call(counter, "v-1", "v-1")
    call(counter, "v-1")
    assert due_ids(counter) == ["v-1"]


def test_a_call_that_came_while_its_order_was_read_is_read_again(counter: Counter) -> None:
    counter.vendor.place()
    call(counter, "v-1")
    asked_at = counter.clock.now()
    report = counter.vendor.fetch("v-1")
    counter.clock.advance(0.5)
    call(counter, "v-1")
    counter.hear(receive_report(ReceiveReport(report, asked_at), counter.desk))
    assert due_ids(counter) == ["v-1"]


def test_too_many_waiting_are_sent_away_but_not_those_that_wait_already(
    store: StorePort,
) -> None:
    counter = Counter(store, max_waiting=2)
    call(counter, "v-1", "v-2")
    call(counter, "v-1", "v-2")
    with pytest.raises(TooManyWaiting):
        call(counter, "v-3")
    assert sorted(due_ids(counter)) == ["v-1", "v-2"]


@pytest.mark.expected_log("quarantine is full")
def test_ids_nobody_knows_do_not_keep_orders_out(store: StorePort) -> None:
    counter = Counter(store, max_waiting=2)
    for number in range(5):
        call(counter, f"bogus-{number}")
        for _ in range(4):
            miss(counter, OrderUnknown("cheers", "no such order"), f"bogus-{number}")
    call(counter, "v-1", "v-2")
    entries = counter.told(QuarantineChanged)[-1].entries
    assert [entry.vendor_order_id for entry in entries] == ["bogus-3", "bogus-4"]


# --- misses ---------------------------------------------------------------------------------------


def test_four_answers_not_known_put_an_id_into_quarantine(counter: Counter) -> None:
    call(counter, "v-1")
    for wait in (1, 2, 4):
        miss(counter, OrderUnknown("cheers", "no such order"))
        assert due_ids(counter) == []
        assert due_inbox(counter.desk, NOBODY).next_at == counter.clock.now() + timedelta(
            seconds=wait
        )
        counter.clock.advance(wait)
        assert due_ids(counter) == ["v-1"]
    miss(counter, OrderUnknown("cheers", "no such order"))
    counter.clock.advance(hours=1)
    assert due_ids(counter) == []
    assert due_inbox(counter.desk, NOBODY).next_at is None
    assert counter.notices() == [NoticeCode.ORDER_UNKNOWN]
    entry = counter.told(QuarantineChanged)[-1].entries[0]
    assert (entry.vendor_order_id, entry.tries) == ("v-1", 4)


@pytest.mark.parametrize(
    "error",
    [
        VendorUnavailable("cheers", "gone", sent=False),
        VendorUnavailable("cheers", "slow", sent=True),
        VendorLoginFailed("cheers", "key"),
        VendorSpokeOddly("cheers", "not json"),
    ],
)
def test_an_id_that_cannot_be_read_is_kept_for_ever(counter: Counter, error: VendorError) -> None:
    counter.vendor.place()
    call(counter, "v-1")
    for _ in range(20):
        miss(counter, error)
        counter.clock.advance(60)
        assert due_ids(counter) == ["v-1"]
    assert counter.notices() == []
    counter.report()
    assert counter.board() == ["id-1"]


def test_a_vendor_that_is_back_is_asked_at_once(counter: Counter) -> None:
    call(counter, "v-1")
    for _ in range(8):
        miss(counter, VendorUnavailable("cheers", "gone", sent=False))
    assert due_ids(counter) == []
    counter.hear(vendor_is_back("cheers", counter.desk))
    assert due_ids(counter) == ["v-1"]


def test_a_pause_the_vendor_asks_for_is_kept(quick: Counter) -> None:
    call(quick, "v-1")
    miss(quick, VendorUnavailable("cheers", "slow down", sent=False, retry_after=120))
    assert due_inbox(quick.desk, NOBODY).next_at == quick.clock.now() + timedelta(seconds=120)


def test_a_miss_of_something_that_no_longer_waits_is_nothing(quick: Counter) -> None:
    miss(quick, OrderUnknown("cheers", "no such order"))
    assert quick.news == []


# --- quarantine -----------------------------------------------------------------------------------


def in_quarantine(counter: Counter) -> None:
    call(counter, "v-1")
    for _ in range(4):
        miss(counter, OrderUnknown("cheers", "no such order"))


def test_try_again_asks_once_more(counter: Counter) -> None:
    in_quarantine(counter)
    counter.vendor.place()
    counter.hear(try_again(TryAgain("cheers", "v-1"), counter.desk))
    assert due_ids(counter) == ["v-1"]
    assert counter.told(QuarantineChanged)[-1].entries == ()
    counter.report()
    assert counter.board() == ["id-1"]


def test_another_call_takes_an_id_out_of_quarantine(counter: Counter) -> None:
    in_quarantine(counter)
    call(counter, "v-1")
    assert due_ids(counter) == ["v-1"]
    assert counter.told(QuarantineChanged)[-1].entries == ()


def test_an_order_read_otherwise_leaves_quarantine(counter: Counter) -> None:
    in_quarantine(counter)
    counter.place()
    assert counter.told(QuarantineChanged)[-1].entries == ()


def test_dismiss_lets_go_of_what_is_in_quarantine_and_of_nothing_else(counter: Counter) -> None:
    in_quarantine(counter)
    call(counter, "v-2")
    for one in ("v-1", "v-2", "v-3"):
        counter.hear(dismiss(Dismiss("cheers", one), counter.desk))
    assert counter.told(QuarantineChanged)[-1].entries == ()
    assert due_ids(counter) == ["v-2"]


# --- held back ------------------------------------------------------------------------------------


def test_an_order_that_is_not_ours_yet_stays_off_the_board_and_is_read_again(
    counter: Counter,
) -> None:
    counter.vendor.place_held_back()
    call(counter, "v-1")
    counter.report()
    assert counter.board() == []
    assert due_ids(counter) == []
    counter.clock.advance(8)
    assert due_ids(counter) == ["v-1"]
    counter.vendor.change("v-1", standing=T.NEW)
    counter.report()
    assert counter.board() == ["id-1"]
    assert due_ids(counter) == []


def test_held_back_for_a_day_it_is_shown_to_staff(counter: Counter) -> None:
    counter.vendor.place_held_back()
    call(counter, "v-1")
    for _ in range(20):
        counter.report()
        counter.clock.advance(60)
    assert due_ids(counter) == ["v-1"]
    counter.clock.advance(hours=24)
    counter.report()
    assert due_ids(counter) == []
    assert len(counter.told(QuarantineChanged)[-1].entries) == 1


def test_held_back_and_called_again_meanwhile_it_is_read_at_once(counter: Counter) -> None:
    counter.vendor.place_held_back()
    call(counter, "v-1")
    asked_at = counter.clock.now()
    report = counter.vendor.fetch("v-1")
    counter.clock.advance(0.5)
    call(counter, "v-1")
    counter.hear(receive_report(ReceiveReport(report, asked_at), counter.desk))
    assert due_ids(counter) == ["v-1"]


def test_a_report_that_cannot_be_saved_is_not_lost() -> None:
    store = FakeStore()
    counter = Counter(store)
    counter.vendor.place()
    call(counter, "v-1")
    store.break_down(StoreUnavailable("disk full"))
    with pytest.raises(StoreUnavailable):
        counter.report()
    assert due_ids(counter) == ["v-1"]
    assert counter.board() == []


def test_held_back_it_leaves_quarantine_on_the_screen_too(counter: Counter) -> None:
    in_quarantine(counter)
    counter.vendor.place_held_back()
    counter.report()
    assert counter.told(QuarantineChanged)[-1].entries == ()
    counter.clock.advance(60)
    assert due_ids(counter) == ["v-1"]


# --- many ids -------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["400", "405", "422"])
def test_ids_the_vendor_refuses_to_tell_of_keep_no_orders_out(store: StorePort, code: str) -> None:
    """Anybody can call: an id that is none must not wait for ever, out of everybody's sight."""
    counter = Counter(store, max_waiting=2)
    call(counter, "no id", "nor this")
    for _ in range(4):
        miss(counter, VendorRefused("cheers", "malformed id", code=code), "no id")
        miss(counter, VendorRefused("cheers", "malformed id", code=code), "nor this")
    assert len(counter.told(QuarantineChanged)[-1].entries) == 2
    counter.vendor.place()
    call(counter, "v-1")
    counter.report()
    assert counter.board() == ["id-1"]


def test_ids_that_were_tried_in_vain_keep_no_new_order_waiting(counter: Counter) -> None:
    bogus = [f"bogus-{number}" for number in range(6)]
    call(counter, *bogus)
    for one in bogus:
        miss(counter, OrderUnknown("cheers", "no such order"), one)
    counter.clock.advance(5)
    call(counter, "v-1")
    readings = due_inbox(counter.desk, NOBODY, {"cheers": 2}).readings
    assert [reading.vendor_order_id for reading in readings] == ["v-1", "bogus-0"]
    assert due_inbox(counter.desk, NOBODY, {"cheers": 0}).readings == []
    assert due_inbox(counter.desk, NOBODY, {"loke": 2}).readings == []
