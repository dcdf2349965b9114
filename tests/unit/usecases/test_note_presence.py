from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.absence import Absence, AbsenceCause
from app.domain.news import AbsenceChanged, News
from app.usecases.desk import Session
from app.usecases.note_presence import (
    DismissAbsence,
    count_arrived,
    dismiss_absence,
    end_presence,
    note_presence,
)
from tests.builders import an_order
from tests.unit.usecases.counter import Counter


def told(news: list[News]) -> Absence | None:
    (changed,) = news
    assert isinstance(changed, AbsenceChanged)
    return changed.absence


def restarted(counter: Counter) -> Counter:
    """Give the same counter as after a restart: what was not stored is gone."""
    counter.desk = replace(counter.desk, session=Session())
    return counter


def test_the_first_sign_of_all_tells_of_nothing(counter: Counter) -> None:
    assert note_presence("one", counter.desk) == []


def test_a_night_is_told_with_its_cause_until_somebody_has_looked(counter: Counter) -> None:
    note_presence("one", counter.desk)
    closed = counter.clock.advance(minutes=1)
    end_presence("one", counter.desk)
    opened = counter.clock.advance(hours=9)
    restarted(counter)
    night = Absence(closed, opened, AbsenceCause.CLOSED)
    assert told(note_presence("two", counter.desk)) == night
    counter.clock.advance(30)
    assert note_presence("two", counter.desk) == []
    restarted(counter)
    assert told(note_presence("three", counter.desk)) == night
    assert told(dismiss_absence(DismissAbsence(), counter.desk)) is None
    restarted(counter)
    assert note_presence("four", counter.desk) == []


def test_a_power_cut_begins_with_the_last_sign(counter: Counter) -> None:
    last = counter.clock.now()
    note_presence("one", counter.desk)
    back = counter.clock.advance(minutes=20)
    assert told(note_presence("two", counter.desk)) == Absence(last, back, AbsenceCause.STOPPED)


def test_a_sleep_is_noticed_by_the_run_that_slept(counter: Counter) -> None:
    last = counter.clock.now()
    note_presence("one", counter.desk)
    back = counter.clock.advance(hours=2)
    assert told(note_presence("one", counter.desk)) == Absence(last, back, AbsenceCause.SLEPT)


def test_a_second_absence_nobody_looked_between_makes_one(counter: Counter) -> None:
    first = counter.clock.now()
    note_presence("one", counter.desk)
    counter.clock.advance(hours=2)
    note_presence("one", counter.desk)
    back = counter.clock.advance(hours=1)
    assert told(note_presence("one", counter.desk)) == Absence(first, back, AbsenceCause.SLEPT)


def test_orders_placed_while_away_are_counted_as_they_come_in(counter: Counter) -> None:
    note_presence("one", counter.desk)
    back = counter.clock.advance(hours=1)
    note_presence("one", counter.desk)
    assert count_arrived(counter.desk) == []
    missed = an_order("order-1", placed_at=back - timedelta(minutes=30), received_at=back)
    fresh = an_order("order-2", placed_at=back, received_at=back)
    known = an_order(
        "order-3",
        placed_at=back - timedelta(minutes=90),
        received_at=back - timedelta(minutes=80),
    )
    with counter.desk.store.begin() as work:
        for order in (missed, fresh, known):
            work.orders.add(order, "{}")
        work.commit()
    absence = told(count_arrived(counter.desk))
    assert absence is not None
    assert absence.arrived == 1
    assert count_arrived(counter.desk) == []
