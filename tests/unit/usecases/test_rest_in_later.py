"""An order that is wanted later rings, is accepted, rests, and comes forward with its slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.domain.events import EventKind
from app.domain.news import Noticed
from app.domain.notice import NoticeCode, Tone
from app.domain.states import JobState, Move, OrderState, Standing
from app.ports.store import StorePort
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.print_order import PrintOrder, print_order
from app.usecases.recover import recover
from app.usecases.show_again import next_change, show_again
from app.usecases.undo_move import UndoMove, undo_move
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.kitchen import a_meal, a_shop

S = OrderState


def wanted_in(counter: Counter, minutes: float) -> datetime:
    return counter.clock.now() + timedelta(minutes=minutes)


def resting(counter: Counter, minutes: float = 60, **changes: object) -> str:
    """An order that was accepted so long before it is wanted."""
    order_id = counter.at_work(wanted_at=wanted_in(counter, minutes), **changes)
    assert counter.order(order_id).rests_in_later
    return order_id


def pass_minutes(counter: Counter, minutes: float) -> None:
    counter.clock.advance(minutes * 60)


def look(counter: Counter, order_id: str = "id-1") -> None:
    """What the alarm clock does when it rings for the order."""
    counter.hear(show_again(order_id, counter.desk))


def test_one_that_is_wanted_later_rings_like_any_other(counter: Counter) -> None:
    order_id = counter.place(wanted_at=wanted_in(counter, 60))
    assert counter.ringing() == {order_id}
    assert (counter.order().state, counter.order().in_later) == (S.NEW, False)
    assert NoticeCode.NEW_ORDER in counter.notices()


def test_accepted_it_rests_without_a_slip_until_its_time(counter: Counter) -> None:
    resting(counter)
    assert (counter.order().state, counter.jobs()) == (S.PREPARING, [])
    assert next_change(counter.snapshot(), counter.desk) == wanted_in(counter, 40)
    pass_minutes(counter, 39.9)
    look(counter)
    assert counter.order().rests_in_later
    pass_minutes(counter, 0.1)
    look(counter)
    assert (counter.order().rests_in_later, counter.order().state) == (False, S.PREPARING)
    assert [job.state for job in counter.jobs()] == [JobState.QUEUED]
    assert EventKind.CAME_FORWARD in counter.events()


def test_staff_hear_of_it_with_the_time_it_is_due(counter: Counter) -> None:
    resting(counter)
    due = wanted_in(counter, 60)
    pass_minutes(counter, 40)
    look(counter)
    notice = counter.told(Noticed)[-1].notice
    assert (notice.code, notice.tone, notice.order_id) == (
        NoticeCode.COMES_FORWARD,
        Tone.PLAIN,
        "id-1",
    )
    assert datetime.fromisoformat(notice.data["wanted_at"]) == due


def test_it_comes_forward_once_however_often_somebody_looks(counter: Counter) -> None:
    resting(counter)
    pass_minutes(counter, 41)
    for _ in range(3):
        look(counter)
    assert len(counter.jobs()) == 1
    assert counter.notices().count(NoticeCode.COMES_FORWARD) == 1


@pytest.mark.parametrize("minutes", [20, 5, -30])
def test_wanted_within_the_lead_it_does_not_rest(counter: Counter, minutes: float) -> None:
    counter.at_work(wanted_at=wanted_in(counter, minutes))
    assert not counter.order().in_later
    assert len(counter.jobs()) == 1


def test_the_lead_is_the_shops(store: StorePort) -> None:
    counter = Counter(store, lead_minutes=45)
    resting(counter)
    assert next_change(counter.snapshot(), counter.desk) == wanted_in(counter, 15)


def test_a_slip_that_comes_at_the_tap_waits_as_well() -> None:
    counter = Counter(FakeStore(), print_on="accepted")
    counter.place(wanted_at=wanted_in(counter, 60))
    counter.accept()
    assert counter.jobs() == []
    counter.deliver()
    assert (counter.order().rests_in_later, counter.jobs()) == (True, [])


def test_print_brings_the_slip_and_leaves_the_order_resting(counter: Counter) -> None:
    resting(counter)
    assert Move.PRINT in counter.offered()
    counter.hear(print_order(PrintOrder("id-1"), counter.desk))
    assert counter.order().rests_in_later
    assert counter.print_next() is not None
    pass_minutes(counter, 40)
    look(counter)
    assert [job.state for job in counter.jobs()] == [JobState.PRINTED]


def test_ready_takes_it_out_of_later_with_its_slip(counter: Counter) -> None:
    resting(counter)
    counter.move(Move.READY)
    assert (counter.order().state, counter.order().in_later) == (S.READY, False)
    assert len(counter.jobs()) == 1
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.order().rests_in_later
    pass_minutes(counter, 40)
    look(counter)
    assert (counter.order().in_later, len(counter.jobs())) == (False, 1)


@pytest.mark.parametrize("end", [Move.LEFT, Move.CANCEL_ORDER])
def test_one_that_ends_while_it_rests_never_comes_forward(counter: Counter, end: Move) -> None:
    resting(counter)
    counter.move(end)
    pass_minutes(counter, 41)
    look(counter)
    assert (counter.order().in_later, counter.jobs()) == (False, [])


def test_cancelled_by_the_customer_it_is_in_sight_and_prints_nothing(counter: Counter) -> None:
    resting(counter)
    counter.vendor.cancel("v-1")
    counter.report()
    assert (counter.order().rests_in_later, counter.order().column) == (False, S.PREPARING)
    pass_minutes(counter, 41)
    look(counter)
    assert counter.jobs() == []


def test_undone_and_brought_back_in_good_time_it_rests_again(counter: Counter) -> None:
    resting(counter)
    counter.move(Move.LEFT)
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.order().rests_in_later
    counter.move(Move.LEFT)
    pass_minutes(counter, 1)
    counter.deliver()
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    assert counter.order().rests_in_later


def test_brought_back_after_its_time_it_stands_in_preparing(counter: Counter) -> None:
    resting(counter)
    counter.move(Move.LEFT)
    pass_minutes(counter, 50)
    counter.deliver()
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    assert (counter.order().state, counter.order().in_later) == (S.PREPARING, False)


def test_wanted_earlier_than_at_first_it_comes_forward_then(quick: Counter) -> None:
    resting(quick)
    sooner = wanted_in(quick, 10)
    quick.receive(replace(quick.vendor.fetch("v-1"), wanted_at=sooner))
    assert next_change(quick.snapshot(), quick.desk) == quick.clock.now()
    look(quick)
    assert (quick.order().in_later, len(quick.jobs())) == (False, 1)


def test_made_elsewhere_before_its_time_it_has_its_slip(quick: Counter) -> None:
    resting(quick)
    quick.vendor.change("v-1", standing=Standing.READY)
    quick.report()
    assert (quick.order().state, len(quick.jobs())) == (S.READY, 1)


def test_the_power_goes_over_its_moment_and_the_slip_comes_once(counter: Counter) -> None:
    resting(counter)
    pass_minutes(counter, 55)
    counter.hear(recover(counter.desk))
    assert counter.last_orders().orders[0].order.rests_in_later
    assert next_change(counter.snapshot(), counter.desk) == counter.clock.now()
    look(counter)
    counter.hear(recover(counter.desk))
    look(counter)
    assert len(counter.print_all()) == 1


def test_half_a_day_too_late_its_slip_is_offered_instead(counter: Counter) -> None:
    resting(counter)
    pass_minutes(counter, 60 + 12 * 60 + 1)
    look(counter)
    assert (counter.order().in_later, counter.jobs()) == (False, [])
    assert counter.told(Noticed)[-1].notice.tone is Tone.WARN
    assert Move.PRINT in counter.offered()


def test_station_slips_come_with_the_slip(store: StorePort) -> None:
    shop = a_shop(store)
    resting(shop, **a_meal())
    assert shop.jobs() == []
    pass_minutes(shop, 40)
    look(shop)
    assert [job.printer for job in shop.jobs()] == ["counter", "kitchen"]
