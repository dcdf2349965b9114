"""Work away from the window's thread, whose result comes back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Signal


class _Answer(QObject):
    came = Signal(object)


class InPool(QRunnable):
    """One piece of work for a pool; what it returns is heard in the window's thread.

    Whoever asked may be gone before it is done: then nobody hears it. The answer has a sender of
    its own for that, since a signal of what is gone cannot be emitted.

    Thread: made in the gui's, run in a pool's.
    """

    def __init__(self, work: Callable[[], object], heard: Callable[[Any], None]) -> None:
        """Do `work` in any thread, and give its result to `heard`, a slot of a QObject."""
        super().__init__()
        self._work = work
        self._answer = _Answer()
        self._answer.came.connect(heard)

    def run(self) -> None:
        """Do it."""
        self._answer.came.emit(self._work())
