"""A clock that is set back an hour holds nothing up for an hour."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.errors import VendorUnavailable
from app.domain.push import PushKind
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.states import Move, OrderState
from app.usecases.begin_push import due_pushes
from app.usecases.handle_scan import HandleScan, handle_scan
from app.usecases.receive_report import ReceiveReport, receive_report
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.inbox import call, due_ids, miss

S, K = OrderState, PushKind
GONE = VendorUnavailable("cheers", "gone", sent=False)


def set_back(counter: Counter) -> None:
    counter.clock.advance(hours=-1)


def test_what_waited_for_undo_goes_out(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    set_back(counter)
    assert Move.UNDO not in counter.offered()
    assert len(due_pushes(counter.desk, frozenset()).errands) == 1
    assert due_pushes(counter.desk, frozenset()).next_at is None
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]


def test_what_has_left_cannot_be_undone_again(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]
    counter.clock.advance(-4)
    assert Move.UNDO not in counter.offered()
    assert counter.order().state is S.READY


def test_what_waited_for_the_vendor_goes_out(counter: Counter) -> None:
    counter.place()
    counter.vendor.go_away()
    counter.accept()
    for _ in range(6):
        counter.deliver()
        counter.clock.advance(20)
    set_back(counter)
    counter.vendor.come_back()
    counter.deliver()
    assert counter.order().state is S.PREPARING


def test_a_pause_the_vendor_wants_is_still_a_pause(counter: Counter) -> None:
    counter.at_work()
    wait = VendorUnavailable("cheers", "slow down", sent=False, retry_after=180)
    counter.vendor.fail_next(wait, on="send")
    counter.move(Move.READY)
    counter.clock.advance(5)
    counter.deliver()
    counter.clock.advance(-10)
    assert due_pushes(counter.desk, frozenset()).errands == []


def test_an_id_that_waits_is_read_once(counter: Counter) -> None:
    counter.vendor.place()
    call(counter, "v-1")
    miss(counter, GONE)
    set_back(counter)
    assert due_ids(counter) == ["v-1"]
    asked_at = counter.clock.now()
    report = counter.vendor.fetch("v-1")
    counter.hear(receive_report(ReceiveReport(report, asked_at), counter.desk))
    assert counter.board() == ["id-1"]
    assert due_ids(counter) == []


def test_a_call_during_a_reading_is_still_taken_for_one(quick: Counter) -> None:
    quick.vendor.place()
    call(quick, "v-1")
    asked_at = quick.clock.now()
    quick.clock.advance(2)
    call(quick, "v-1")
    report = quick.vendor.fetch("v-1")
    quick.hear(receive_report(ReceiveReport(report, asked_at), quick.desk))
    assert due_ids(quick) == ["v-1"]


def test_a_slip_is_taken_at_the_counter(counter: Counter) -> None:
    counter.at_work(Move.READY)
    set_back(counter)
    counter.hear(handle_scan(HandleScan(counter.order().slip_code), counter.desk))
    assert counter.told(ScanAnswered)[-1].verdict is ScanVerdict.HANDED_OVER


def test_the_same_code_is_a_new_scan(counter: Counter) -> None:
    for _ in range(2):
        counter.hear(handle_scan(HandleScan("12345"), counter.desk))
        set_back(counter)
    assert len(counter.told(ScanAnswered)) == 2


def test_print_is_offered_for_an_accept_nobody_confirms(counter: Counter) -> None:
    counter.place()
    counter.vendor.go_away()
    counter.accept()
    assert Move.PRINT not in counter.offered()
    set_back(counter)
    assert Move.PRINT in counter.offered()


@pytest.mark.parametrize("minutes", [2, 60, 60 * 24 * 400])
def test_a_clock_set_forward_loses_nothing(counter: Counter, minutes: int) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(minutes=minutes)
    counter.deliver()
    assert counter.effects() == [K.ACCEPT, K.READY]
    assert counter.order().ready_at is not None
    assert counter.clock.now() - counter.order().ready_at >= timedelta(minutes=minutes)
    assert due_ids(counter) == [] and due_pushes(counter.desk, frozenset()).errands == []
