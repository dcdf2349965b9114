"""Has old personal data erased, a little at a time and while nothing comes in."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from app.domain.news import News
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.usecases.desk import Desk
from app.usecases.erase_customer import erase_old

LOOK_EVERY_SECONDS: Final = 600.0
GO_ON_SECONDS: Final = 5.0
"""Between two pieces of the same work."""
_STEADY: Final = timedelta(seconds=3 * LOOK_EVERY_SECONDS)


class Forgetting:
    """Asks the core again and again whether there is something to erase.

    A look whose time does not follow on the one before is passed over: the clock was set, or the
    computer slept. What a clock that is months ahead has erased nobody brings back.

    Thread: any.
    """

    def __init__(self, core: Core, clock: AlarmClock) -> None:
        self._core = core
        self._clock = clock
        self._looked_at = core.desk.clock.now()

    def start(self) -> None:
        """Look for the first time, once the till has had time to take up its work."""
        self._look_in(LOOK_EVERY_SECONDS)

    def _look_in(self, seconds: float) -> None:
        self._clock.after(seconds, "forgetting", self._look)

    def _look(self) -> None:
        self._look_in(LOOK_EVERY_SECONDS)  # also when the store cannot be used just now
        self._core.submit(self._erase)

    def _erase(self, desk: Desk) -> list[News]:
        now, before = desk.clock.now(), self._looked_at
        self._looked_at = now
        if timedelta(0) <= now - before < _STEADY and erase_old(desk):
            self._look_in(GO_ON_SECONDS)
        return []
