"""Worker queues: the core lane, the vendors' lanes, one lane per printer."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QRunnable, QThreadPool

_log = logging.getLogger(__name__)

Work = Callable[[], None]


class _Job(QRunnable):
    """One piece of work on a pool's thread. It owns no QObject, which would die on that thread."""

    def __init__(self, lane: str, work: Work, on_fault: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._lane = lane
        self._work = work
        self._on_fault = on_fault

    def run(self) -> None:
        """Do the work; an exception is told and logged, and the lane lives on."""
        try:
            self._work()
        except Exception as error:
            _log.exception("fault in a lane", extra={"event": "lane_fault", "lane": self._lane})
            self._on_fault(error)


class Lane:
    """A queue with its own threads; with one thread work is done strictly in order.

    Thread: any.
    """

    def __init__(
        self, name: str, on_fault: Callable[[BaseException], None], *, threads: int = 1
    ) -> None:
        self.name = name
        self._on_fault = on_fault
        self._pool = QThreadPool()
        self._pool.setObjectName(name)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(-1)
        self._closed = False
        self._lock = threading.Lock()

    def submit(self, work: Work) -> bool:
        """Queue `work`; after `close` or `drain` it is left undone, which the answer False says."""
        with self._lock:
            if not self._closed:
                self._pool.start(_Job(self.name, work, self._on_fault))
            return not self._closed

    def close(self) -> None:
        """Take nothing more and forget what has not begun."""
        with self._lock:
            self._closed = True
            self._pool.clear()

    def drain(self) -> None:
        """Take nothing more, but do what has been queued; see `wait`."""
        with self._lock:
            self._closed = True

    def wait(self, milliseconds: int) -> bool:
        """Wait for the work that is queued and under way; return whether all of it has ended."""
        return self._pool.waitForDone(max(milliseconds, 0))
