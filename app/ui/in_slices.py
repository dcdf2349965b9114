"""Work of the window's thread in slices, between which the window answers."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SLICE_MS: Final = 8.0
"""So long pieces are done before the window gets its turn; the longest piece comes on top."""
_TURN_MS: Final = 1  # with 0 the first slice would be of the turn that shows where it belongs


class InSlices(QObject):
    """Does work piece by piece, some at each turn of the window.

    Thread: gui. Signals: `sliced` after each slice; after the last one `is_busy` no longer holds.
    """

    sliced = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._pieces: Iterator[int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.on_turn)

    @property
    def is_busy(self) -> bool:
        """Whether something is left to do."""
        return self._pieces is not None

    def begin(self, pieces: Iterator[int], *, at_once: bool = False) -> None:
        """Do `pieces` from the window's next turn on, in place of what there was to do.

        Each yields after how many ms the next one may follow. `at_once`: what fits into one slice
        is done when this returns.
        """
        self._pieces = pieces
        if at_once:
            self.on_turn()
        else:
            self._timer.start(_TURN_MS)

    def stop(self) -> None:
        """Leave undone what is left."""
        self._pieces = None
        self._timer.stop()

    @Slot()
    def on_turn(self) -> None:
        """Do one slice."""
        pieces = self._pieces
        if pieces is None:
            return
        until = perf_counter() + SLICE_MS / 1000
        while (wait := next(pieces, None)) == 0 and perf_counter() < until:
            pass
        if self._pieces is not pieces:
            return  # a piece has led to other work, or to none
        if wait is None:
            self.stop()
        else:
            self._timer.start(wait)
        self.sliced.emit()
