"""The alarm: turns what happens to orders, printers and vendors into sounds that are due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import OrdersChanged
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Attention
from app.ui.sound.ringing import Event, Ringing, Sound

BEAT_MS: Final = 250
_EVENTS: Final = {LampKind.PRINTER: Event.PRINTER, LampKind.VENDOR: Event.VENDOR}
_RINGS: Final = frozenset({Attention.ENDED_ELSEWHERE, Attention.CHANGED_ELSEWHERE})


class Alarm(QObject):
    """Rings until everything new was opened or answered and every trouble was seen.

    What rings follows from how orders and lamps are, not from when they were heard of, so that an
    order nobody opened also rings after a restart. See `Ringing` for the rules.

    Thread: gui. Signals: `sounded(Sound, full)` when a sound is due, `full` for somebody who is not
    at the screen; `changed` when the alarm began or ended.
    """

    sounded = Signal(object, bool)
    changed = Signal()

    def __init__(
        self,
        again_seconds: float = 30.0,
        *,
        seconds: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Make an alarm that is silent; `seconds` is a clock that never goes back."""
        super().__init__(parent)
        self._seconds = seconds
        self._again_seconds = again_seconds
        self._rules = Ringing(again_seconds)
        self._new: dict[str, OrderSnapshot] = {}
        self._opened: set[str] = set()
        self._marks: dict[str, Attention] = {}  # those that somebody has looked at
        self._troubles: set[tuple[LampKind, str]] = set()
        self._was_ringing = False
        self._is_resting = False
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.on_beat)

    @property
    def is_ringing(self) -> bool:
        """Whether something rings that a person can stop."""
        return self._rules.is_ringing(self._seconds())

    @property
    def is_busy(self) -> bool:
        """Whether a sound is under way."""
        return self._rules.is_busy(self._seconds())

    @property
    def rings_in_full(self) -> bool:
        """Whether new orders ring for somebody who is not at the screen."""
        return self._rules.rings_in_full(Event.NEW_ORDER, self._seconds())

    def new_orders(self) -> list[OrderSnapshot]:
        """Return the orders that wait to be opened, the oldest first."""
        return sorted(self._new.values(), key=lambda each: each.order.received_at)

    def orders_changed(self, news: OrdersChanged) -> None:
        """Begin to ring for what waits to be looked at; end for what was answered or went."""
        for snapshot in news.orders:
            self._take_new(snapshot)
            self._take_mark(snapshot)
        self.on_beat()

    def lamps_changed(self, lamps: Iterable[Lamp]) -> None:
        """Begin to ring for a printer or vendor that is in trouble; end when it is well."""
        for lamp in lamps:
            self._take_lamp(lamp)
        self.on_beat()

    def occupy(self, sound_seconds: float) -> None:
        """Keep silent for so long, because something else is heard."""
        self._rules.occupy(sound_seconds, self._seconds())

    def ring_for_all(self) -> None:
        """Ring for everything that waits: somebody has opened the till."""
        self._rules.renew()
        self.on_beat()

    def release(self) -> None:
        """Go on: what else was heard has ended."""
        self._rules.release(self._seconds())

    def take_over(self, other: Alarm) -> None:
        """Go on where another alarm left off, which must not be used any more."""
        self._rules = other._rules
        self._rules.again_seconds = self._again_seconds
        self._new, self._opened = other._new, other._opened
        self._marks, self._troubles = other._marks, other._troubles
        self._is_resting = False
        self.on_beat()

    def rest(self) -> None:
        """Be silent until it takes over from the alarm that rings on meanwhile."""
        self._is_resting = True
        self._beat.stop()

    def end(self) -> None:
        """Ring no more, for good."""
        self._beat.stop()

    @Slot(str)
    def on_opened(self, order_id: str) -> None:
        """End what rings for an order that somebody has opened."""
        self._opened.add(order_id)
        snapshot = self._new.pop(order_id, None)
        self._rules.end(Event.NEW_ORDER, order_id)
        self._rules.end(Event.CANCELLED, order_id)
        if snapshot is None:
            self._opened.discard(order_id)
        self.on_beat()

    @Slot(str, str)
    def on_looked_at(self, kind: str, name: str) -> None:
        """End what rings for a printer or vendor whose trouble somebody has looked at."""
        event = _EVENTS.get(LampKind(kind))
        if event is not None:
            self._rules.end(event, name)
            self.on_beat()

    @Slot()
    def on_pressed(self) -> None:
        """Note that somebody is at work at the screen."""
        self._rules.press(self._seconds())

    @Slot()
    def on_stopped(self) -> None:
        """Silence what rings now; whatever comes later rings again."""
        self._rules.stop(self._seconds())
        self.on_beat()

    @Slot()
    def on_beat(self) -> None:
        """Let the next sound be heard when it is due."""
        if self._is_resting:
            return
        now = self._seconds()
        sound = self._rules.next_sound(now)
        if sound is not None:
            self.sounded.emit(sound, sound is not Sound.CHIME)
        ringing = self._rules.is_ringing(now)
        if ringing != self._was_ringing:
            self._was_ringing = ringing
            self.changed.emit()
        if not self._rules.waits:
            self._beat.stop()
        elif not self._beat.isActive():
            self._beat.start()

    def _take_lamp(self, lamp: Lamp) -> None:
        event = _EVENTS.get(lamp.kind)
        if event is None or lamp.tone is LampTone.IDLE:
            return  # of one that was not asked yet nothing is known
        key = (lamp.kind, lamp.name)
        if lamp.tone is not LampTone.BAD:
            self._troubles.discard(key)
            self._rules.end(event, lamp.name)
        elif key not in self._troubles:
            self._troubles.add(key)
            self._rules.begin(event, lamp.name, self._seconds())

    def _take_new(self, snapshot: OrderSnapshot) -> None:
        order_id = snapshot.order.id
        if not snapshot.rings_as_new:
            # Only now is it sure that the core has heard of its being opened, too.
            self._opened.discard(order_id)
        if snapshot.rings_as_new and order_id not in self._opened:
            self._new[order_id] = snapshot
            self._rules.begin(Event.NEW_ORDER, order_id, self._seconds())
        else:
            self._new.pop(order_id, None)
            self._rules.end(Event.NEW_ORDER, order_id)

    def _take_mark(self, snapshot: OrderSnapshot) -> None:
        order_id, mark = snapshot.order.id, snapshot.order.attention
        if mark not in _RINGS or mark is None:
            self._marks.pop(order_id, None)
            self._rules.end(Event.CANCELLED, order_id)
        elif self._marks.get(order_id) is not mark:
            self._marks[order_id] = mark
            self._rules.begin(Event.CANCELLED, order_id, self._seconds())
