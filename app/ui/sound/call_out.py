"""Calls out orders that have become Ready, where a shop wants that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.sound.alarm import Alarm
from app.ui.sound.spelled import spelled
from app.ui.sound.voice import Voice

BEAT_MS: Final = 250
LONGEST_SECONDS: Final = 10.0  # an engine that never ends must not keep the alarm silent


@dataclass(frozen=True, slots=True)
class _Call:
    """An order to be called out, not before `due` (s): until then the move can be undone."""

    order_id: str
    number: str
    due: float


class CallOut(QObject):
    """Says "Order A 42 is ready" once, in the till's language and never over the alarm.

    An order is called when it becomes Ready before our eyes and its move can no longer be undone.

    Thread: gui. Signals: `speechless` once, when this computer has no voice for the language.
    """

    speechless = Signal()

    def __init__(
        self,
        alarm: Alarm,
        voice: Voice,
        *,
        volume: float,
        undo_seconds: float,
        seconds: Callable[[], float],
        may_speak: Callable[[], bool],
    ) -> None:
        """Speak in the pauses of `alarm`; `may_speak` is False in quiet hours."""
        super().__init__(alarm)
        self._alarm = alarm
        self._voice = voice
        self._volume = volume
        self._undo_seconds = undo_seconds
        self._seconds = seconds
        self._may_speak = may_speak
        self._states: dict[str, OrderState] = {}
        self._calls: list[_Call] = []
        self._has_voice = True
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.on_beat)
        voice.ended.connect(self.on_ended)

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Note what became Ready, and forget what is no longer."""
        for snapshot in snapshots:
            order = snapshot.order
            before = self._states.get(order.id)
            if order.column is None:
                self._states.pop(order.id, None)
            else:
                self._states[order.id] = order.state
            if order.state is not OrderState.READY:
                self._calls = [call for call in self._calls if call.order_id != order.id]
            elif before not in (None, OrderState.READY):
                due = self._seconds() + self._undo_seconds
                self._calls.append(_Call(order.id, order.number, due))
        if self._calls and self._has_voice and not self._beat.isActive():
            self._beat.start()

    def stop(self) -> None:
        """Say no more, for good."""
        self._beat.stop()
        self._calls.clear()
        self._voice.stop()

    @Slot()
    def on_beat(self) -> None:
        """Call the next order whose time has come, when nothing else is heard."""
        if not self._calls or not self._has_voice:
            self._calls.clear()
            self._beat.stop()
            return
        call = self._calls[0]
        if self._seconds() < call.due or self._alarm.is_busy:
            return
        del self._calls[0]
        if self._may_speak():
            self._alarm.occupy(LONGEST_SECONDS)
            words = self.tr("Order {number} is ready").format(number=spelled(call.number))
            self._voice.say(words, self._volume)

    @Slot(bool)
    def on_ended(self, was_said: bool) -> None:
        """Let the alarm be heard again."""
        self._alarm.release()
        if not was_said and self._has_voice:
            self._has_voice = False
            self.speechless.emit()
