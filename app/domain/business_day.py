"""The shop's day: it begins at `day_starts` by the clock on the wall, whatever that clock does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def day_start(day: date, starts: time, zone: ZoneInfo) -> datetime:
    """Return the moment, in UTC, at which a business day begins.

    Where the clock goes back over `starts` it is the first of the two; where it leaps over it, the
    moment at which the clock would have shown it.
    """
    return datetime.combine(day, starts, zone).astimezone(UTC)


def day_bounds(day: date, starts: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the first moment of a business day and that of the next one, in UTC."""
    return day_start(day, starts, zone), day_start(day + timedelta(days=1), starts, zone)


def business_day(moment: datetime, starts: time, zone: ZoneInfo) -> date:
    """Return the business day a moment belongs to: the one whose bounds it lies between."""
    day = moment.astimezone(zone).date()
    while moment < day_start(day, starts, zone):
        day -= timedelta(days=1)
    while moment >= day_start(day + timedelta(days=1), starts, zone):
        day += timedelta(days=1)
    return day
