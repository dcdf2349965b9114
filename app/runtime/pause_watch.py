"""Ends pauses when their time has come, and begins the business day."""

from __future__ import annotations

from datetime import datetime

from app.domain.news import News, OrdersChanged, PausesChanged
from app.domain.pause import Pause, hold_is_over
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.usecases.mark_sold_out import begin_day
from app.usecases.pause_vendor import end_due_pauses

LONGEST_SLEEP = 60.0
"""Seconds after which the time is looked at again: the machine may have slept, or its clock been
set, and alarms count seconds."""


class PauseWatch:
    """Watches all news for pauses and held orders, and looks whether any has ended.

    Thread: core.
    """

    def __init__(self, core: Core, clock: AlarmClock) -> None:
        self._core = core
        self._clock = clock
        self._pauses: dict[str, Pause] = {}
        self._held: dict[str, datetime] = {}
        self._day = ""
        core.watch(self.note)
        core.after_each(self.wake)

    def note(self, news: News) -> None:
        """Remember when what ends; the store is not asked in the midst of the news."""
        if isinstance(news, PausesChanged):
            self._pauses = {pause.vendor: pause for pause in news.pauses}
        elif isinstance(news, OrdersChanged):
            for snapshot in news.orders:
                order = snapshot.order
                self._held.pop(order.id, None)
                if order.held_until is not None:
                    self._held[order.id] = order.held_until

    def wake(self) -> None:
        """End what is over, and set the alarm for what ends next."""
        now = self._core.desk.clock.now()
        self._look_at_day(now)
        pauses = {name: pause for name, pause in self._pauses.items() if not pause.is_over(now)}
        held = {name: end for name, end in self._held.items() if not hold_is_over(end, now)}
        if (pauses, held) != (self._pauses, self._held):
            # Published by the step itself; until then it must not be begun again.
            self._pauses, self._held = pauses, held
            self._core.insist(end_due_pauses)
        ends = [pause.until for pause in pauses.values() if pause.until is not None]
        wait = min((end - now for end in (*ends, *held.values())), default=None)
        if wait is not None:
            self._ask_in(min(wait.total_seconds(), LONGEST_SLEEP))

    def _look_at_day(self, now: datetime) -> None:
        day = self._core.desk.shop.business_day(now)
        if day != self._day:
            began, self._day = bool(self._day), day
            if began:
                self._core.insist(begin_day)

    def _ask_in(self, seconds: float) -> None:
        self._clock.after(seconds, "pauses", lambda: self._core.submit(lambda _desk: []))
