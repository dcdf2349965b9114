"""Leaves signs that the till is at work, and tells when there were none for a while."""

from __future__ import annotations

import uuid

from app.domain.absence import SIGN_EVERY
from app.domain.news import News, OrdersChanged
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.usecases.note_presence import count_arrived, end_presence, note_presence


class Presence:
    """One run of the till. Thread: any; what it notices is noticed on the core lane."""

    def __init__(self, core: Core, clock: AlarmClock) -> None:
        self._core = core
        self._clock = clock
        self._run = uuid.uuid4().hex
        self._orders_came = False
        core.watch(self.note)
        core.after_each(self.wake)

    def start(self) -> None:
        """Leave the first sign, and then one again and again."""
        self._core.submit(lambda desk: note_presence(self._run, desk))
        self._clock.after(SIGN_EVERY.total_seconds(), "presence", self.start)

    def end(self) -> None:
        """Leave the last sign: the till ends in order."""
        self._core.submit(lambda desk: end_presence(self._run, desk))

    def note(self, news: News) -> None:
        """Remember that orders have come; the store is not asked in the midst of the news."""
        self._orders_came = self._orders_came or isinstance(news, OrdersChanged)

    def wake(self) -> None:
        """Count what arrived after an absence that is still told of. Thread: core."""
        if self._orders_came and self._core.desk.session.absence is not None:
            self._core.publish(count_arrived(self._core.desk))
        self._orders_came = False
