"""Customers who order by themselves, in rushes and lulls."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from random import Random

Later = list[tuple[float, Callable[[], None]]]
"""What is to happen later: seconds from now, and what."""

FIRST_AFTER = 0.5
RUSH = 0.35


def gaps(per_minute: float, chance: Random) -> Iterator[float]:
    """Seconds between one order and the next, for ever: short in a rush, long in a lull after it.

    The average over a rush and its lull is `per_minute` orders a minute. Raises ValueError at a
    rate of 0.
    """
    if per_minute <= 0:
        raise ValueError(f"per_minute must be more than 0, not {per_minute}")
    return _gaps(60.0 / per_minute, chance)


def _gaps(mean: float, chance: Random) -> Iterator[float]:
    while True:
        rush, lull = chance.randint(3, 6), chance.randint(2, 4)
        slow = 1 + (1 - RUSH) * rush / lull
        for factor in [RUSH] * rush + [slow] * lull:
            yield mean * factor * chance.uniform(0.5, 1.5)


class Placing:
    """A thread that lets customers come until it is stopped.

    `place` is called for each customer and returns what is to happen later. While `may_place` says
    no, customers stay away.
    Thread: one of its own, on which `place` and the actions run.
    """

    def __init__(
        self,
        seconds_between: Iterator[float],
        place: Callable[[], Later],
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


class HasCustomers:
    """The customers of a simulator, who come by themselves once they are let.

    Thread: any.
    """

    _customers: Placing | None = None

    @property
    def waiting(self) -> int:
        """How many orders wait to be dealt with."""
        return 0

    def start_placing(
        self, per_minute: float, seed: int | None = None, *, at_most_waiting: int | None = 0
    ) -> None:
        """Let customers order by themselves; a vendor that brings no orders does nothing.

        With None for `at_most_waiting` they come however many orders wait.
        """

    def stop_placing(self) -> None:
        """Let no more customers come by themselves."""
        customers, self._customers = self._customers, None
        if customers is not None:
            customers.stop()

    def _let_come(
        self,
        per_minute: float,
        seed: int | None,
        at_most_waiting: int | None,
        come: Callable[[Random], Later],
    ) -> None:
        """Have `come` called for each customer, in place of those who came until now.

        The seed decides the rhythm and the chance `come` is given. While `at_most_waiting` orders
        wait nobody comes, so that a till left alone does not drown; with None they come anyway.
        Raises ValueError at a rate of 0.
        """
        between, chance = gaps(per_minute, Random(seed)), Random(seed)
        self.stop_placing()
        self._customers = Placing(
            between,
            lambda: come(chance),
            lambda: at_most_waiting is None or self.waiting < at_most_waiting,
        )
