"""Notices that this computer's clock is wrong, by the time vendors put on their answers."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Final

from app.domain.news import ClockChanged, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.till_clock import TimeHeard, ahead_by
from app.ports.clock import ClockPort
from app.ports.relay import RelayPort

_MINUTE: Final = timedelta(minutes=1)


class ClockWatch:
    """Keeps what each vendor said last of the time, and says it when the clock turns out wrong.

    Once, and then by how much, to the minute; and that it is right once more. Thread: any.
    """

    def __init__(self, clock: ClockPort, relay: RelayPort) -> None:
        self._clock = clock
        self._relay = relay
        self._heard: dict[str, TimeHeard] = {}
        self._told: timedelta | None = None
        self._lock = threading.Lock()

    def heard(self, vendor: str, heard: TimeHeard | None) -> None:
        """Take what the vendor said last of the time, None for nothing yet."""
        with self._lock:
            if heard is None or self._heard.get(vendor) == heard:
                return
            self._heard[vendor] = heard
            ahead = ahead_by(self._heard.values(), was_wrong=self._told is not None)
            if ahead is not None:
                ahead = round(ahead / _MINUTE) * _MINUTE
            if ahead == self._told:
                return
            is_new = self._told is None
            self._told = ahead
            self._relay.publish(ClockChanged(ahead))
            if is_new and ahead is not None:
                data = {"seconds": str(int(ahead.total_seconds()))}
                notice = Notice(NoticeCode.CLOCK_WRONG, Tone.WARN, data=data)
                self._relay.publish(Noticed(notice, self._clock.now()))
