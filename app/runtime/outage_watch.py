"""Has it kept in the store how long vendors, printers and scanners are out."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Final

from app.domain.lamp import Lamp, LampKind, LampTone
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.usecases.note_outage import note_lamp, note_still_out

SEEN_EVERY_SECONDS: Final = 60.0
"""A crash costs an outage no more than this."""


class OutageWatch:
    """Watches the lamps; while one is red the store is told so again and again.

    Thread: any.
    """

    def __init__(self, core: Core, clock: AlarmClock, lamps: Lamps) -> None:
        self._core = core
        self._clock = clock
        self._out: set[tuple[LampKind, str]] = set()
        self._lock = threading.Lock()
        lamps.watch(self.note)

    def note(self, lamp: Lamp) -> None:
        """Keep it when a lamp has turned red, or is red no more."""
        key, is_out = (lamp.kind, lamp.name), lamp.tone is LampTone.BAD
        with self._lock:
            if is_out == (key in self._out):
                return
            (self._out.add if is_out else self._out.discard)(key)
            moment: datetime = self._core.desk.clock.now()
            self._core.insist(lambda desk: note_lamp(lamp, moment, desk))
        if is_out:
            self._look_again()

    def _look_again(self) -> None:
        self._clock.after(SEEN_EVERY_SECONDS, "outages", self._ring)

    def _ring(self) -> None:
        with self._lock:
            out = frozenset(self._out)
            if out:
                self._core.submit(lambda desk: note_still_out(out, desk))
        if out:
            self._look_again()
