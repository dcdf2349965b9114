"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.ports.clock import ClockPort
from tests.builders import at


class FrozenClock(ClockPort):
    """Starts ten minutes after `NOON`. Thread: any."""

    def __init__(self, moment: datetime | None = None) -> None:
        self._moment = moment or at(10)

    def now(self) -> datetime:
        return self._moment

    def advance(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0) -> datetime:
        """Let time pass; gives the new moment."""
        self._moment += timedelta(seconds=seconds, minutes=minutes, hours=hours)
        return self._moment
