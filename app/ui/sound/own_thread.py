"""A thread for what talks to the sound system, which may hang and must not hold up the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QThread

STOP_MS: Final = 1000
running: Final[dict[QThread, QObject]] = {}
"""Every such thread with its worker. A window may go without closing, or a sound system hang:
destroying a thread that runs would end the whole process."""


class OwnThread:
    """Runs the slots of one `worker` on a thread of its own. Thread: gui."""

    def __init__(
        self, name: str, worker: QObject, owner: QObject, at_end: Callable[[], None]
    ) -> None:
        """Start it; it ends by `stop`, or with `owner`.

        `at_end` is a slot of `worker` that lets go of what was made on the thread, while it runs.
        """
        for ended in [each for each in running if each.isFinished()]:
            del running[ended]  # whose owner went without stopping it, or which had to be left
        self._thread = thread = QThread()
        thread.setObjectName(name)
        running[thread] = worker
        worker.moveToThread(thread)
        thread.finished.connect(at_end)
        owner.destroyed.connect(thread.quit)
        thread.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """End it within a second; one that hangs is left to end with the process."""
        self._thread.quit()
        if self._thread.wait(STOP_MS):
            running.pop(self._thread, None)
