"""Outages count for the minutes that were seen, and only for those of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.lamp import LampKind
from app.domain.outage import Outage, outage_sums
from tests.builders import at

OUT = Outage(
    id="o",
    till_id="till-1",
    kind=LampKind.VENDOR,
    name="cheers",
    word="offline",
    since=at(10),
    until=at(10),
)


def test_an_outage_is_as_long_as_it_was_seen() -> None:
    going_on = OUT.seen_at(at(13))
    assert (going_on.until, going_on.is_open) == (at(13), True)
    ended = going_on.ended_at(at(15))
    assert (ended.until, ended.is_open) == (at(15), False)
    assert ended.seen_at(at(3)).until == at(15)  # the clock was set back


def test_what_lies_in_another_day_does_not_count() -> None:
    outages = [
        OUT.ended_at(at(20)),
        replace(OUT, id="p", since=at(30)).ended_at(at(31, seconds=1)),
        replace(OUT, id="q", name="loke", since=at(0)).ended_at(at(500)),
        replace(OUT, id="r", name="akinon").ended_at(at(12)),
    ]
    longest, shorter = outage_sums(outages, at(15), at(90))
    assert (longest.name, longest.times, longest.lasted) == ("loke", 1, timedelta(minutes=75))
    assert (shorter.name, shorter.times, shorter.minutes) == ("cheers", 2, 7)
