"""Python's garbage of cycles is collected on the window's thread, and nowhere else.

Python collects on whichever thread happens to allocate. A widget that is part of a cycle would so
be destroyed by a worker, which Qt does not survive ("Timers cannot be stopped from another thread",
then a crash). The same pause would meet the window anyway, since a collection stops all threads.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_MS: Final = 250
_YOUNG: Final = 2000  # objects made and not freed since the last look that are worth a look
_YOUNG_ROUNDS: Final = 10
_WHOLE_SECONDS: Final = 60.0
_SETTLED_SECONDS: Final = 20.0  # after which everything that is loaded late has been


class GarbageCollector(QObject):
    """Collects a little often and everything now and then. Thread: gui.

    What has been loaded by the time the till has settled (modules, tables, styles) stays for good
    and is left out of all collections: going through it took 140 ms, and up to 40 ms each time
    while it was still being loaded. Until then nothing is collected, only set aside, which costs
    nothing; what little garbage is among it stays to the end.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._settled = False
        self._whole_at = time.monotonic() + _SETTLED_SECONDS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.on_timeout)
        self._timer.start(_LOOK_MS)

    def stop(self) -> None:
        """Collect no more."""
        self._timer.stop()

    @Slot()
    def on_timeout(self) -> None:
        """Collect what is young, or more when its turn has come."""
        now = time.monotonic()
        if not self._settled:
            gc.freeze()
            self._settled = now > self._whole_at
        elif now > self._whole_at:
            self._whole_at = now + _WHOLE_SECONDS
            gc.collect()
        elif gc.get_count()[0] >= _YOUNG:
            self._rounds += 1
            gc.collect(1 if self._rounds % _YOUNG_ROUNDS == 0 else 0)


@contextlib.contextmanager
def collected_here(parent: QObject) -> Iterator[None]:
    """Collect on this thread alone for as long as the block lasts. Thread: gui."""
    gc.disable()
    collector = GarbageCollector(parent)
    try:
        yield
    finally:
        collector.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()
