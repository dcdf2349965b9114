"""Asks every vendor again and again, so that changes without a call are seen and lamps are true."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from app.runtime.alarm_clock import AlarmClock


class Poller:
    """Refreshes each vendor every so many seconds; 0 leaves a vendor out.

    Thread: any.
    """

    def __init__(
        self, refresh: Callable[[str], None], clock: AlarmClock, every: Mapping[str, float]
    ) -> None:
        self._refresh = refresh
        self._clock = clock
        self._every = {vendor: seconds for vendor, seconds in every.items() if seconds > 0}

    def start(self) -> None:
        """Refresh at once, and from then on by the clock."""
        now = time.monotonic()
        for vendor in self._every:
            self._tick(vendor, now)

    def _tick(self, vendor: str, planned: float) -> None:
        """Refresh, and plan the next time from the planned one, not from when this came about."""
        self._refresh(vendor)
        now = time.monotonic()
        upcoming = max(planned + self._every[vendor], now)
        self._clock.after(upcoming - now, f"refresh {vendor}", lambda: self._tick(vendor, upcoming))
