"""Asks every vendor again and again, so that changes without a call are seen and lamps are true."""

from __future__ import annotations

from collections.abc import Mapping

from app.runtime.alarm_clock import AlarmClock
from app.runtime.inbox_pump import InboxPump


class Poller:
    """Refreshes each vendor every so many seconds; 0 leaves a vendor out.

    Thread: any.
    """

    def __init__(self, pump: InboxPump, clock: AlarmClock, every: Mapping[str, float]) -> None:
        self._pump = pump
        self._clock = clock
        self._every = every

    def start(self) -> None:
        """Refresh at once, and from then on by the clock."""
        for vendor, seconds in self._every.items():
            if seconds > 0:
                self._tick(vendor, seconds)

    def _tick(self, vendor: str, seconds: float) -> None:
        self._pump.refresh(vendor)
        self._clock.after(seconds, f"refresh {vendor}", lambda: self._tick(vendor, seconds))
