"""While a vendor is paused its new orders wait or are turned away; nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.domain.accept_rules import AcceptLimits
from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove, StoreUnavailable
from app.domain.events import EventKind
from app.domain.news import Noticed, PausesChanged
from app.domain.notice import Notice, NoticeCode
from app.domain.pause import LONGEST_HOLD, PauseReason
from app.domain.push import PushKind
from app.domain.states import KeptBack, Move, OrderState, PaymentState, Standing
from app.ports.store import StorePort
from app.usecases.accept_order import AcceptOrder, accept_order
from app.usecases.pause_vendor import (
    PauseVendor,
    ResumeVendor,
    end_due_pauses,
    pause_vendor,
    resume_vendor,
)
from app.usecases.recover import recover
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.fakes.vendor import TOLD, FakeVendor
from tests.unit.usecases.counter import Counter

FULL = PauseReason.KITCHEN_FULL


def pause(
    counter: Counter, minutes: float | None = 20, *, rejects: bool = False, message: str = "Full"
) -> None:
    until = None if minutes is None else counter.clock.now() + timedelta(minutes=minutes)
    command = PauseVendor("cheers", FULL, until, rejects, message=message)
    counter.hear(pause_vendor(command, counter.desk))


def resume(counter: Counter) -> None:
    counter.hear(resume_vendor(ResumeVendor("cheers"), counter.desk))


def end_due(counter: Counter) -> None:
    counter.hear(end_due_pauses(counter.desk))


def ends(counter: Counter) -> list[datetime | None]:
    return [one.until for one in counter.told(PausesChanged)[-1].pauses]


def test_a_new_order_is_held_without_ringing_until_the_pause_ends(store: StorePort) -> None:
    counter = Counter(store)
    pause(counter, 4)
    counter.place()
    order = counter.order()
    assert order.held_until == counter.clock.now() + timedelta(minutes=4)
    assert order.kept_back is KeptBack.PAUSED
    assert counter.ringing() == set()
    assert NoticeCode.HELD in counter.notices()
    assert NoticeCode.NEW_ORDER not in counter.notices()
    counter.clock.advance(4 * 60)
    end_due(counter)
    assert counter.ringing() == {"id-1"}
    assert ends(counter) == []
    assert counter.order().held_until is None
    assert counter.order().state is OrderState.NEW
    assert counter.pushes() == []
    assert counter.events() == [EventKind.RECEIVED, EventKind.HELD, EventKind.HOLD_ENDED]
    assert {NoticeCode.RESUMED, NoticeCode.NEW_ORDER} <= set(counter.notices())


def test_it_is_held_ten_minutes_at_most_while_the_pause_goes_on() -> None:
    counter = Counter(FakeStore())
    pause(counter, None)
    counter.place()
    counter.clock.advance(LONGEST_HOLD.total_seconds() - 1)
    end_due(counter)
    assert counter.ringing() == set()
    counter.clock.advance(1)
    end_due(counter)
    assert counter.ringing() == {"id-1"}
    assert ends(counter) == [None]


def test_resume_lets_everything_of_the_vendor_ring(store: StorePort) -> None:
    counter = Counter(store)
    pause(counter, None)
    counter.place()
    counter.place()
    resume(counter)
    assert counter.ringing() == {"id-1", "id-2"}
    counter.place()
    assert counter.ringing() == {"id-1", "id-2", "id-3"}
    before = len(counter.news)
    resume(counter)
    assert len(counter.news) == before


def test_a_held_order_can_be_accepted_and_rings_no_more() -> None:
    counter = Counter(FakeStore())
    pause(counter, None)
    counter.place()
    counter.accept()
    counter.deliver()
    assert counter.order().state is OrderState.PREPARING
    resume(counter)
    assert counter.ringing() == set()


def test_a_held_order_the_customer_cancels_does_not_ring() -> None:
    counter = Counter(FakeStore())
    pause(counter, None)
    counter.place()
    counter.vendor.cancel("v-1")
    counter.report("v-1")
    resume(counter)
    assert counter.ringing() == set()
    assert counter.order().held_until is None
    assert counter.order().needs_seen


def test_while_paused_nothing_is_accepted_by_itself_and_held_orders_need_a_tap() -> None:
    counter = Counter(FakeStore(), routes=())
    facts = replace(counter.desk.vendors["cheers"], accepts=AcceptLimits())
    counter.desk = replace(counter.desk, vendors={"cheers": facts})
    pause(counter, None)
    counter.place()
    resume(counter)
    assert counter.pushes() == []
    counter.place(placed_at=counter.clock.now())
    assert [push.kind for push in counter.pushes("id-2")] == [PushKind.ACCEPT]


def test_a_rejecting_pause_turns_new_orders_away_with_its_reason(store: StorePort) -> None:
    counter = Counter(store)
    pause(counter, rejects=True, message="Sorry, the kitchen is full.")
    counter.place()
    (notice,) = [one.notice for one in counter.told(Noticed) if one.notice.code is NoticeCode.MOVED]
    assert told(notice) == ("REJECT", "pause", "kitchen_full", "5")
    counter.deliver()
    assert counter.effects() == []  # it can be undone
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is OrderState.REJECTED
    assert counter.vendor.rejection("v-1") == "Sorry, the kitchen is full."
    assert counter.ringing() == set()
    reader = counter.store.reader()
    moved = next(one for one in reader.events("id-1") if one.kind is EventKind.MOVED)
    reader.close()
    assert (moved.data["by"], moved.data["reason"]) == ("pause", "kitchen_full")


def told(notice: Notice) -> tuple[str, str, str, str]:
    data = notice.data
    return data["move"], data["by"], data["reason"], data["undo"]


def test_a_reject_of_the_pause_can_be_undone() -> None:
    counter = Counter(FakeStore())
    pause(counter, rejects=True)
    counter.place()
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    counter.clock.advance(60)
    counter.deliver()
    assert counter.order().state is OrderState.NEW
    assert counter.effects() == []
    counter.hear(accept_order(AcceptOrder("id-1"), counter.desk))
    counter.deliver()
    assert counter.order().state is OrderState.PREPARING


def test_the_vendor_is_asked_before_the_reject_goes_out() -> None:
    counter = Counter(FakeStore())
    pause(counter, rejects=True)
    counter.place()
    counter.vendor.cancel("v-1")
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects() == []
    assert counter.order().state is OrderState.CANCELLED


def test_what_is_to_be_paid_here_is_rejected_by_the_ordinary_rules() -> None:
    counter = Counter(FakeStore())
    pause(counter, rejects=True)
    counter.place(payment=PaymentState.DUE, due=huf(900))
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is OrderState.REJECTED
    assert counter.order().payment is PaymentState.NOT_DUE


@pytest.mark.parametrize(("minutes", "state"), [(29, "held"), (30, "new"), (31, "new")])
def test_what_is_wanted_after_the_pause_rings_like_any_order(minutes: int, state: str) -> None:
    counter = Counter(FakeStore())
    pause(counter, 30)
    counter.place(wanted_at=counter.clock.now() + timedelta(minutes=minutes))
    assert (counter.order().held_until is not None) is (state == "held")
    assert (counter.ringing() == {"id-1"}) is (state == "new")


def test_where_nobody_is_there_orders_are_held_alone() -> None:
    counter = Counter(FakeStore())
    counter.desk = replace(counter.desk, attended=False)
    pause(counter, rejects=True)
    counter.place()
    assert counter.pushes() == []
    assert counter.order().held_until is not None


def test_an_order_nobody_may_reject_is_held() -> None:
    counter = Counter(FakeStore())
    pause(counter, rejects=True)
    counter.place(word="SIMMERING", standing=Standing.UNKNOWN)
    assert counter.order().held_until is not None
    assert counter.pushes() == []


@pytest.mark.parametrize(
    "vendor",
    [
        FakeVendor(passes_reason_on=False),
        FakeVendor(moves=dict.fromkeys(TOLD, Telling.TOLD) | {Move.REJECT: Telling.OURS_ALONE}),
    ],
)
def test_a_vendor_that_cannot_be_told_is_held_alone(vendor: FakeVendor) -> None:
    counter = Counter(FakeStore(), vendor=vendor)
    with pytest.raises(IllegalMove):
        pause(counter, rejects=True)
    pause(counter)
    counter.place()
    assert counter.order().held_until is not None


@pytest.mark.parametrize(("minutes", "rejects", "message"), [(0, False, ""), (20, True, " ")])
def test_a_pause_that_says_nothing_or_is_over_is_refused(
    minutes: int, rejects: bool, message: str
) -> None:
    counter = Counter(FakeStore())
    with pytest.raises(IllegalMove):
        pause(counter, minutes, rejects=rejects, message=message)
    assert counter.news == []


def test_a_pause_and_what_it_holds_survive_a_restart() -> None:
    counter = Counter(FakeStore())
    pause(counter, 6)
    counter.place()
    again = Counter(counter.store)
    again.clock.advance(60)
    again.hear(recover(again.desk))
    assert len(ends(again)) == 1
    assert again.ringing() == set()
    again.clock.advance(6 * 60)
    again.hear(end_due_pauses(again.desk))
    assert again.ringing() == {"id-1"}
    assert ends(again) == []


@pytest.mark.parametrize("minutes", [None, 20])
def test_a_clock_that_is_set_back_keeps_no_order_silent(minutes: float | None) -> None:
    counter = Counter(FakeStore())
    pause(counter, minutes)
    counter.place()
    counter.clock.advance(hours=-2)
    end_due(counter)
    assert counter.ringing() == {"id-1"}
    assert counter.order().held_until is None


def test_a_clock_that_is_set_back_turns_nobody_away_for_longer() -> None:
    counter = Counter(FakeStore())
    pause(counter, 20, rejects=True)
    counter.clock.advance(hours=-2)
    end_due(counter)
    assert ends(counter) == []
    counter.place()
    assert counter.ringing() == {"id-1"}


def test_a_pause_without_an_end_outlasts_a_clock_that_is_set_back() -> None:
    counter = Counter(FakeStore())
    pause(counter, None)
    counter.clock.advance(hours=-2)
    end_due(counter)
    assert ends(counter) == [None]


def test_a_clock_that_is_set_by_a_minute_changes_no_pause() -> None:
    counter = Counter(FakeStore())
    pause(counter, 20)
    counter.clock.advance(-60)
    end_due(counter)
    assert len(ends(counter)) == 1


def test_orders_that_ring_already_go_on_ringing() -> None:
    counter = Counter(FakeStore())
    counter.place()
    pause(counter, 20)
    assert counter.order().held_until is None


def test_a_pause_is_lengthened_by_pausing_anew() -> None:
    counter = Counter(FakeStore())
    pause(counter, 10)
    pause(counter, 60)
    assert ends(counter) == [counter.clock.now() + timedelta(minutes=60)]


def test_what_cannot_be_kept_has_not_happened() -> None:
    store = FakeStore()
    counter = Counter(store)
    pause(counter, rejects=True)
    store.break_down(StoreUnavailable("full"))
    vendor_order_id = counter.vendor.place()
    with pytest.raises(StoreUnavailable):
        counter.report(vendor_order_id)
    assert store.kept.orders == {}
    assert store.kept.pushes == {}
    counter.report(vendor_order_id)
    assert [push.kind for push in store.kept.pushes.values()] == [PushKind.REJECT]
