"""Tells the watchdog that the window still answers."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from app.bootstrap.watchdog import BEAT_FD, BEAT_SECONDS

_LOOK_MS: Final = 1000


class Heartbeat(QObject):
    """Writes one byte every few seconds, for as long as the event loop goes round.

    A thread writes, so that the window never waits for a pipe. Thread: gui.
    """

    def __init__(self, descriptor: int, parent: QObject) -> None:
        """Begin to beat into the pipe `descriptor`."""
        super().__init__(parent)
        self._descriptor = descriptor
        self._went_round = True
        self._end = threading.Event()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start(_LOOK_MS)
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Beat no more: the end has its own deadline."""
        self._timer.stop()
        self._end.set()
        self._thread.join(1)

    @Slot()
    def _on_timer(self) -> None:
        self._went_round = True

    def _beat(self) -> None:
        with contextlib.suppress(OSError):  # the watchdog is gone, and nobody listens
            while True:
                if self._went_round:
                    self._went_round = False
                    os.write(self._descriptor, b".")
                if self._end.wait(BEAT_SECONDS):
                    break


def beat_for_watchdog(environ: Mapping[str, str], parent: QObject) -> Heartbeat | None:
    """Return a heartbeat where a watchdog started this process and listens."""
    descriptor = environ.get(BEAT_FD, "")
    return Heartbeat(int(descriptor), parent) if descriptor.isdecimal() else None
