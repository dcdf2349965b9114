"""Doing things later, without a thread that sleeps for each of them."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable

_log = logging.getLogger(__name__)

Ring = Callable[[], object]


class AlarmClock:
    """Calls functions at a time; a second alarm of the same name replaces the first.

    What is called runs on the clock's own thread and must only hand work to a lane.

    Thread: any; `start` and `stop` once each, from one thread.
    """

    def __init__(self) -> None:
        self._due: dict[str, tuple[int, Ring]] = {}
        self._heap: list[tuple[float, int, str]] = []
        self._count = itertools.count()
        self._changed = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="alarm clock", daemon=True)

    def start(self) -> None:
        """Begin to ring."""
        self._thread.start()

    def after(self, seconds: float, name: str, ring: Ring) -> None:
        """Call `ring` once in `seconds`, instead of an earlier alarm of that `name`."""
        when = time.monotonic() + max(seconds, 0.0)
        with self._changed:
            number = next(self._count)
            self._due[name] = (number, ring)
            heapq.heappush(self._heap, (when, number, name))
            self._forget_replaced()
            self._changed.notify()

    def stop(self) -> None:
        """Ring no more; returns when the thread has ended."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _forget_replaced(self) -> None:
        """Keep alarms that are set anew with every piece of work from piling up."""
        if len(self._heap) > 2 * len(self._due) + 32:
            self._heap = [entry for entry in self._heap if self._stands(entry)]
            heapq.heapify(self._heap)

    def _stands(self, entry: tuple[float, int, str]) -> bool:
        _when, number, name = entry
        return name in self._due and self._due[name][0] == number

    def _run(self) -> None:
        while True:
            ring = self._next()
            if ring is None:
                return
            try:
                ring()
            except Exception:
                _log.exception("fault in an alarm", extra={"event": "alarm_fault"})

    def _next(self) -> Ring | None:
        with self._changed:
            while not self._stopped:
                if not self._heap:
                    self._changed.wait()
                    continue
                wait = self._heap[0][0] - time.monotonic()
                if wait > 0:
                    self._changed.wait(wait)
                    continue
                entry = heapq.heappop(self._heap)
                if self._stands(entry):
                    return self._due.pop(entry[2])[1]
            return None
