"""Customers who order by themselves, in rushes and lulls."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from random import Random

FIRST_AFTER = 0.5
RUSH = 0.35


def gaps(per_minute: float, chance: Random) -> Iterator[float]:
    """Seconds between one order and the next, for ever: short in a rush, long in a lull after it.

    The average over a rush and its lull is `per_minute` orders a minute. Raises ValueError at a
    rate of 0.
    """
    if per_minute <= 0:
        raise ValueError(f"per_minute must be more than 0, not {per_minute}")
    mean = 60.0 / per_minute
    while True:
        rush, lull = chance.randint(3, 6), chance.randint(2, 4)
        slow = 1 + (1 - RUSH) * rush / lull
        for factor in [RUSH] * rush + [slow] * lull:
            yield mean * factor * chance.uniform(0.5, 1.5)


class Placing:
    """A thread that lets customers come until it is stopped.

    `place` is called for each customer and returns what is to happen later: (seconds, action)
    pairs. While `may_place` says no, customers stay away.
    Thread: one of its own, on which `place` and the actions run.
    """

    def __init__(
        self,
        seconds_between: Iterator[float],
        place: Callable[[], list[tuple[float, Callable[[], None]]]],
        may_place: Callable[[], bool],
    ) -> None:
        self._between = seconds_between
        self._place = place
        self._may_place = may_place
        self._stop = threading.Event()
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._thread = threading.Thread(target=self._run, name="simulator customers", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Send the customers home and wait for the thread."""
        self._stop.set()
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        self._push(FIRST_AFTER, self._customer)
        while True:
            due, _, action = heapq.heappop(self._later)
            if self._stop.wait(max(0.0, due - time.monotonic())):
                return
            action()

    def _customer(self) -> None:
        self._push(next(self._between), self._customer)
        if self._may_place():
            for seconds, action in self._place():
                self._push(seconds, action)

    def _push(self, seconds: float, action: Callable[[], None]) -> None:
        heapq.heappush(self._later, (time.monotonic() + seconds, next(self._order), action))
