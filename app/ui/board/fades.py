"""New cards fade in for 200 ms; they never slide."""

from PySide6.QtCore import QElapsedTimer, QModelIndex, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.board.card_model import CardModel
from app.ui.theme import Theme

FADE_MS = 200
MOST_AT_ONCE = 3
_START = 0.25
_BEAT_MS = 33


class Fades(QObject):
    """Which cards of a model are fading in, and how far they are.

    A whole board that is filled at once appears at once; so does what comes while `view` is
    not shown, and everything with reduced motion.

    Thread: gui. Signals: `beat(order_id)` when a card wants to be painted anew.
    """

    beat = Signal(str)

    def __init__(self, theme: Theme, model: CardModel, view: QWidget) -> None:
        """Watch `model` for new rows, which `view` shows."""
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._model = model
        self._running: dict[str, QElapsedTimer] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        model.rowsInserted.connect(self._on_rows_inserted)

    def opacity_of(self, order_id: str) -> float:
        """Return how much of the card shows, 0 to 1."""
        since = self._running.get(order_id)
        if since is None:
            return 1.0
        return min(1.0, _START + (1 - _START) * since.elapsed() / FADE_MS)

    @Slot(QModelIndex, int, int)
    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if self._theme.reduced_motion or not self._view.isVisible() or last - first >= MOST_AT_ONCE:
            return
        for row in range(first, last + 1):
            since = QElapsedTimer()
            since.start()
            self._running[self._model.card_at(row).order_id] = since
        self._timer.start()

    @Slot()
    def _on_beat(self) -> None:
        for order_id in list(self._running):
            if self._running[order_id].elapsed() >= FADE_MS:
                del self._running[order_id]
            self.beat.emit(order_id)
        if not self._running:
            self._timer.stop()
