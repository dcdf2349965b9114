"""Loaded by Python in the program under test: measures how late its window's thread is.

Nothing of this is in the product. A timer of 10 ms on the GUI thread notes when it beats; the file
named by PULT_BEATS_FILE holds one line a beat: seconds of the monotonic clock, and the seconds for
which this thread was ready to run but another process or thread had the processor.
"""

from __future__ import annotations

import os
import sys
import threading
import time


def _measure(path: str) -> None:
    pause = threading.Event()
    while "PySide6.QtWidgets" not in sys.modules:
        pause.wait(0.02)
    from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, Qt, QTimer, Slot

    class Beats(QObject):
        """Lives on the GUI thread once `begin` has been called there."""

        @Slot()
        def begin(self) -> None:
            self._file = open(path, "w", buffering=1 << 16)  # noqa: PTH123, SIM115
            self._schedule = f"/proc/self/task/{threading.get_native_id()}/schedstat"
            self._timer = QTimer(self)
            self._timer.setTimerType(Qt.TimerType.PreciseTimer)
            self._timer.timeout.connect(self.beat)
            self._timer.start(10)

        @Slot()
        def beat(self) -> None:
            with open(self._schedule) as schedule:  # noqa: PTH123
                waited = int(schedule.read().split()[1]) / 1e9
            self._file.write(f"{time.monotonic():.6f} {waited:.6f}\n")
            self._file.flush()

    while (application := QCoreApplication.instance()) is None:
        pause.wait(0.02)
    beats = Beats()
    beats.moveToThread(application.thread())
    QMetaObject.invokeMethod(beats, "begin", Qt.ConnectionType.QueuedConnection)
    # For ever: were it let go, it would be destroyed on this thread.
    globals()["_beats"] = beats


if "PULT_BEATS_FILE" in os.environ:
    threading.Thread(
        target=_measure, args=(os.environ.pop("PULT_BEATS_FILE"),), daemon=True
    ).start()
