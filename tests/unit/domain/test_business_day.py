"""Every moment belongs to one business day, whatever the clock on the wall does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.business_day import business_day, day_bounds, day_start

BUDAPEST = ZoneInfo("Europe/Budapest")
ZONES = st.sampled_from(
    [BUDAPEST, ZoneInfo("America/Santiago"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("UTC")]
)
FOUR = time(4)


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 11, 20), 24),
        (date(2026, 3, 28), 23),  # the clock leaps from two to three in this night
        (date(2026, 10, 24), 25),
    ],
)
def test_a_day_is_as_long_as_the_clock_makes_it(day: date, hours: int) -> None:
    since, until = day_bounds(day, FOUR, BUDAPEST)
    assert until - since == timedelta(hours=hours)


def test_the_hour_that_comes_twice_belongs_to_the_new_day_once_it_has_begun() -> None:
    starts = time(2, 30)
    begun = day_start(date(2026, 10, 25), starts, BUDAPEST)
    assert begun == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    twice = begun + timedelta(minutes=40)  # the clock shows ten past two once more
    assert business_day(twice, starts, BUDAPEST) == date(2026, 10, 25)


@given(
    st.datetimes(
        datetime(2020, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC), allow_imaginary=False
    ),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    ZONES,
)
def test_a_moment_lies_between_the_bounds_of_its_day(
    moment: datetime, starts: time, zone: ZoneInfo
) -> None:
    day = business_day(moment, starts, zone)
    since, until = day_bounds(day, starts, zone)
    assert since <= moment < until
    assert business_day(since, starts, zone) == day
    assert business_day(until, starts, zone) == day + timedelta(days=1)
