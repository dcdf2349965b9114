"""An accept whose answer is lost or late ends somehow, with one slip at most."""

from __future__ import annotations

import pytest

from app.domain.errors import StoreUnavailable
from app.domain.notice import NoticeCode
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, Standing, SyncState
from app.usecases.print_order import PrintOrder, print_order
from app.usecases.settle_question import SettleQuestion, settle_question
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

S = OrderState


# --- lost replies ---------------------------------------------------------------------------------


def test_a_lost_yes_is_found_by_reading_again(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.lose_next_reply()
    counter.deliver()
    assert counter.snapshot().worst_sync is SyncState.UNCONFIRMED
    assert counter.notices()[-1] is NoticeCode.NOT_CONFIRMED
    counter.clock.advance(1)
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.effects() == [PushKind.ACCEPT]
    assert counter.vendor.sent.count(("v-1", PushKind.ACCEPT)) == 1
    assert len(counter.jobs()) == 1


def test_a_lost_request_is_sent_once_more(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.lose_next_request()
    counter.deliver()
    counter.clock.advance(1)
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.effects() == [PushKind.ACCEPT]
    assert len(counter.jobs()) == 1


def test_the_vendor_out_of_reach_is_no_attempt_and_the_accept_waits(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.outage(minutes=3)
    push = counter.pushes()[0]
    assert (push.state, push.tries) == (PushState.WAITING, 0)
    assert counter.snapshot().worst_sync is SyncState.RETRYING
    assert counter.order().state is S.NEW
    counter.clock.advance(20)
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert counter.effects() == [PushKind.ACCEPT]


def test_a_slip_is_offered_after_ten_seconds_and_is_the_orders_one_slip(
    counter: Counter,
) -> None:
    counter.place()
    counter.accept()
    counter.vendor.go_away()
    counter.deliver()
    assert Move.PRINT not in counter.offered()
    counter.clock.advance(10)
    assert Move.PRINT in counter.offered()
    counter.hear(print_order(PrintOrder("id-1"), counter.desk))
    errand = counter.print_next()
    assert errand is not None
    assert errand.slip.bar == "NOT CONFIRMED BY CHEERS"
    counter.vendor.come_back()
    counter.clock.advance(20)
    counter.deliver()
    assert counter.order().state is S.PREPARING
    assert len(counter.jobs()) == 1
    assert counter.print_next() is None


def test_a_slip_that_waited_until_the_yes_came_says_nothing_of_doubt(quick: Counter) -> None:
    quick.place()
    quick.accept()
    quick.vendor.go_away()
    quick.clock.advance(10)
    quick.hear(print_order(PrintOrder("id-1"), quick.desk))
    quick.vendor.come_back()
    quick.deliver()
    errand = quick.print_next()
    assert errand is not None
    assert errand.slip.bar == ""


def test_an_unknown_word_proves_nothing_and_staff_settle_it(counter: Counter) -> None:
    counter.place()
    counter.accept()
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.vendor.change("v-1", standing=Standing.UNKNOWN, word="SHELVED")
    counter.clock.advance(1)
    counter.deliver()
    snapshot = counter.snapshot()
    assert snapshot.worst_sync is SyncState.UNCONFIRMED
    assert (snapshot.order.vendor_word, snapshot.order.word_is_unknown) == ("SHELVED", True)
    assert Move.IT_HAPPENED in counter.offered()
    counter.hear(settle_question(SettleQuestion("id-1", happened=True), counter.desk))
    assert counter.order().state is S.PREPARING
    assert len(counter.jobs()) == 1


def test_tapping_accept_never_loses_the_order_when_nothing_can_be_saved() -> None:
    store = FakeStore()
    counter = Counter(store)
    counter.place()
    store.break_down(StoreUnavailable("disk full"))
    with pytest.raises(StoreUnavailable):
        counter.accept()
    assert counter.pushes() == []
    assert not counter.order().accepted_here
    counter.accept()
    assert len(counter.pushes()) == 1
