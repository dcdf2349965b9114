"""Doing things later, without a thread that sleeps for each of them."""

from __future__ import annotations

import heapq
import logging
import threading
import time
from collections.abc import Callable

_log = logging.getLogger(__name__)


class AlarmClock:
    """Calls functions at a time; a second alarm of the same name replaces the first.

    What is called runs on the clock's own thread and must only hand work to a lane.

    Thread: any.
    """

    def __init__(self) -> None:
        self._due: dict[str, tuple[float, Callable[[], None]]] = {}
        self._heap: list[tuple[float, str]] = []
        self._changed = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="alarm clock", daemon=True)

    def start(self) -> None:
        """Begin to ring."""
        self._thread.start()

    def after(self, seconds: float, name: str, ring: Callable[[], None]) -> None:
        """Call `ring` once in `seconds`, instead of an earlier alarm of that `name`."""
        when = time.monotonic() + max(seconds, 0.0)
        with self._changed:
            self._due[name] = (when, ring)
            heapq.heappush(self._heap, (when, name))
            self._changed.notify()

    def stop(self) -> None:
        """Ring no more; returns when the thread has ended."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        while True:
            ring = self._next()
            if ring is None:
                return
            try:
                ring()
            except Exception:
                _log.exception("fault in an alarm", extra={"event": "alarm_fault"})

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            while not self._stopped:
                if not self._heap:
                    self._changed.wait()
                    continue
                when, name = self._heap[0]
                wait = when - time.monotonic()
                if wait > 0:
                    self._changed.wait(wait)
                    continue
                heapq.heappop(self._heap)
                due = self._due.get(name)
                if due is not None and due[0] == when:
                    del self._due[name]
                    return due[1]
            return None
