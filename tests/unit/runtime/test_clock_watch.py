"""A wrong clock is said once, then by how much, and that it is right once more."""

from __future__ import annotations

from datetime import timedelta

from app.domain.news import ClockChanged, Noticed
from app.domain.notice import NoticeCode
from app.domain.till_clock import TimeHeard
from app.runtime.clock_watch import ClockWatch
from tests.fakes.clock import FrozenClock
from tests.fakes.relay import FakeRelay


def told(relay: FakeRelay) -> list[float | None]:
    changes = relay.of(ClockChanged)
    return [each.ahead and each.ahead / timedelta(minutes=1) for each in changes]


def test_it_is_said_once_and_taken_back(relay: FakeRelay) -> None:
    watch = ClockWatch(FrozenClock(), relay)
    for at, minutes in enumerate((0.2, 14.1, 14.2, 14.3, 20, 1)):
        watch.heard("cheers", TimeHeard(timedelta(minutes=minutes), float(at)))
    assert told(relay) == [14, 20, None]
    (notice,) = [each.notice for each in relay.of(Noticed)]
    assert notice.code is NoticeCode.CLOCK_WRONG
    assert notice.data == {"seconds": "840"}


def test_what_was_heard_before_or_not_at_all_says_nothing(relay: FakeRelay) -> None:
    watch = ClockWatch(FrozenClock(), relay)
    watch.heard("cheers", None)
    for _ in range(2):
        watch.heard("cheers", TimeHeard(timedelta(minutes=-30), 1.0))
    assert told(relay) == [-30]


def test_a_vendor_that_agrees_clears_the_clock(relay: FakeRelay) -> None:
    watch = ClockWatch(FrozenClock(), relay)
    watch.heard("cheers", TimeHeard(timedelta(minutes=30), 1.0))
    watch.heard("loke", TimeHeard(timedelta(0), 2.0))
    assert told(relay) == [30, None]
