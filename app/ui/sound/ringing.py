"""What rings when: pure rules of the alarm, which know no Qt and no clock of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

FULL_SECONDS: Final = 4.0  # a new order that nobody has opened rings this often
SOFT_SECONDS: Final = 8.0  # and only chimes this often while somebody is at work
AGAIN_SECONDS: Final = 30.0  # everything else rings at the event and then this often
THERE_SECONDS: Final = 10.0  # so long after a press somebody counts as being at work
STILL_SECONDS: Final = 600.0  # a new order whose ring was stopped rings again after this long
PATIENCE: Final = 20.0  # a vendor that answers again sooner was not gone
GAP_SECONDS: Final = 0.3  # between two sounds


class Sound(Enum):
    """The sounds, by the name of their file."""

    NEW_ORDER = "new-order"
    CANCELLED = "cancelled"
    PRINTER = "printer"
    VENDOR = "vendor"
    CHIME = "chime"
    SCAN_GOOD = "scan-good"
    SCAN_BAD = "scan-bad"
    NUMBER_READY = "number-ready"  # for customers

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return _SECONDS[self]


_SECONDS: Final = {
    Sound.NEW_ORDER: 1.84,
    Sound.CANCELLED: 1.51,
    Sound.PRINTER: 1.09,
    Sound.VENDOR: 1.9,
    Sound.CHIME: 0.8,
    Sound.SCAN_GOOD: 0.39,
    Sound.SCAN_BAD: 0.6,
    Sound.NUMBER_READY: 1.25,
}


class Event(Enum):
    """What rings, the most urgent first: its sound comes before the others that are due."""

    NEW_ORDER = Sound.NEW_ORDER
    CANCELLED = Sound.CANCELLED
    PRINTER = Sound.PRINTER
    VENDOR = Sound.VENDOR


@dataclass(slots=True)
class _Cause:
    """One thing that rings: an order, a printer or a vendor; times in seconds of any one clock."""

    since: float
    rung: bool = False
    stopped_until: float = 0.0

    def is_stopped(self, now: float) -> bool:
        return now < self.stopped_until


@dataclass(slots=True)
class _Bell:
    """All causes of one event, which share a sound."""

    causes: dict[str, _Cause] = field(default_factory=dict)
    last: float = float("-inf")


class Ringing:
    """Decides what is heard next, one sound at a time.

    A new order rings every four seconds until it was opened or answered. While somebody is at work
    it only chimes, until it is `again_seconds` old. Everything else rings at the event and every
    half minute until it was seen or is over. All times are seconds of one clock that never goes
    back. Thread: any one.
    """

    def __init__(self, again_seconds: float = 30.0) -> None:
        """Begin silent."""
        self.again_seconds = again_seconds
        self._bells = {event: _Bell() for event in Event}
        self._pressed = float("-inf")
        self._busy_until = float("-inf")

    # --- what happens ---------------------------------------------------------------------------

    def begin(self, event: Event, key: str, now: float) -> None:
        """Note that something rings from now on; nothing changes where it does already."""
        self._bells[event].causes.setdefault(key, _Cause(now))

    def end(self, event: Event, key: str) -> None:
        """Note that it was answered or seen, or is over."""
        bell = self._bells[event]
        bell.causes.pop(key, None)
        if not bell.causes:
            bell.last = float("-inf")  # the next one rings at once

    def press(self, now: float) -> None:
        """Note that somebody is at work."""
        self._pressed = now

    def stop(self, now: float) -> None:
        """Silence all that rings now, and nothing that comes later.

        A new order is still owed an answer, so that it rings again after ten minutes.
        """
        for event, bell in self._bells.items():
            until = now + STILL_SECONDS if event is Event.NEW_ORDER else float("inf")
            for key in self._loud(event, now):
                bell.causes[key].stopped_until = until

    def renew(self) -> None:
        """Let everything that waits be heard at once, as if it had only just come."""
        self._busy_until = float("-inf")
        for bell in self._bells.values():
            bell.last = float("-inf")

    def occupy(self, seconds: float, now: float) -> None:
        """Keep the loudspeaker for something else for so long."""
        self._busy_until = max(self._busy_until, now + seconds)

    def release(self, now: float) -> None:
        """Give the loudspeaker back sooner."""
        self._busy_until = min(self._busy_until, now + GAP_SECONDS)

    # --- what follows ---------------------------------------------------------------------------

    @property
    def waits(self) -> bool:
        """Whether anything may ring, now or later."""
        return any(bell.causes for bell in self._bells.values())

    def is_ringing(self, now: float) -> bool:
        """Whether anything rings that a person can stop."""
        return any(self._loud(event, now) for event in Event)

    def rings_in_full(self, event: Event, now: float) -> bool:
        """Whether this rings at its full strength, for somebody who is not at the screen."""
        loud = self._loud(event, now)
        if event is not Event.NEW_ORDER or not loud:
            return bool(loud)
        return now - self._pressed >= THERE_SECONDS or any(
            now - cause.since >= self.again_seconds for cause in loud.values()
        )

    def is_busy(self, now: float) -> bool:
        """Whether a sound is under way."""
        return now < self._busy_until

    def next_sound(self, now: float) -> Sound | None:
        """Return what is to be heard now and note it as heard; None while nothing is due."""
        if self.is_busy(now):
            return None
        for event, bell in self._bells.items():
            loud = self._loud(event, now)
            if not loud or now < self._due(event, loud, now):
                continue
            full = self.rings_in_full(event, now)
            bell.last = now
            for cause in loud.values():
                cause.rung = True
            sound = event.value if full else Sound.CHIME
            self.occupy(sound.seconds + GAP_SECONDS, now)
            return sound
        return None

    def _loud(self, event: Event, now: float) -> dict[str, _Cause]:
        patience = PATIENCE if event is Event.VENDOR else 0.0
        return {
            key: cause
            for key, cause in self._bells[event].causes.items()
            if not cause.is_stopped(now) and now - cause.since >= patience
        }

    def _due(self, event: Event, loud: dict[str, _Cause], now: float) -> float:
        often = FULL_SECONDS
        if all(cause.rung for cause in loud.values()):
            often = AGAIN_SECONDS
            if event is Event.NEW_ORDER:
                often = FULL_SECONDS if self.rings_in_full(event, now) else SOFT_SECONDS
        return self._bells[event].last + often
