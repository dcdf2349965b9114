"""The first screen, made after the window has been seen, in pieces between which it answers."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui.rooms import PAGES, ROOMS

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


class Furnishing(QObject):
    """Loads what the screen is made of, makes it part by part, then loads what is opened later.

    Thread: gui. Signals: `furnished(Workplace)` once, when the screen can be used.
    """

    furnished = Signal(object)

    def __init__(self, begin: Callable[[], Workplace], parent: QObject) -> None:
        """Get ready; `begin` begins with the screen, of which nothing is made yet."""
        super().__init__(parent)
        self._begin = begin
        self._rooms = list(ROOMS)
        self._later = list(PAGES)
        self._is_done = False
        self.begun: Workplace | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_busy(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def start(self) -> None:
        """Do a piece at each turn of the window."""
        self._timer.start(0)

    def stop(self) -> None:
        """Do no more by itself."""
        self._timer.stop()

    def finish(self) -> Workplace:
        """Make all of the screen that is not made yet, since it is needed now; return it."""
        work = self._begin_once()
        work.make()
        self._end(work)
        return work

    def _begin_once(self) -> Workplace:
        if self.begun is None:
            self._rooms.clear()
            self.begun = self._begin()
        return self.begun

    def _end(self, work: Workplace) -> None:
        self.begun, self._is_done = None, True
        self.furnished.emit(work)

    @Slot()
    def _on_turn(self) -> None:
        if self._rooms:
            import_module(self._rooms.pop(0))
        elif not self._is_done:
            work = self._begin_once()
            if not work.make_part():
                self._end(work)
        elif self._later:
            import_module(self._later.pop(0))
        else:
            self._timer.stop()
