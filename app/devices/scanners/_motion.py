"""Which pictures are worth a search for codes, and whether a camera sends anything new at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.devices.scanners._frame import Pixels

_LEVELS: Final = 12  # a pixel that changed by more counts; noise does not reach that far
_SHARE: Final = 0.004
_LOOK_EVERY: Final = 15  # pictures
_STILL_FOR: Final = 12  # pictures; each retry of the decoder has had its turn by then
_FROZEN_SECONDS: Final = 10.0
_FROZEN_PICTURES: Final = 30


class MotionGate:
    """Lets a picture through when it differs from the last one that was let through.

    Against that one, not against the one before: what is moved slowly adds up. So are the pictures
    right after one that moved, until something is found in them, and every fifteenth anyway.
    Thread: the scanner's own.
    """

    def __init__(self) -> None:
        self._last: Pixels | None = None
        self._since_look = 0
        self._since_motion = 0
        self._open_for = 0
        self.moved = False

    @property
    def searching(self) -> bool:
        """Whether something moved just now and nothing was found in it yet."""
        return self._open_for > 0

    @property
    def at_rest(self) -> bool:
        """Whether nothing has moved for a while, so that fewer pictures will do."""
        return self._since_motion >= _STILL_FOR

    def lets_through(self, small: Pixels) -> bool:
        """Whether a picture, given eight times smaller, is to be searched; `moved` says why."""
        self._since_look += 1
        self.moved = self._differs(small)
        self._since_motion = 0 if self.moved else self._since_motion + 1
        self._open_for = _STILL_FOR if self.moved else self._open_for - 1
        if self._open_for <= 0 and self._since_look < _LOOK_EVERY:
            return False
        self._last = small
        self._since_look = 0
        return True

    def found(self) -> None:
        """Note that what moved has been read: until the next motion there is nothing to search."""
        self._open_for = 0

    def _differs(self, small: Pixels) -> bool:
        import cv2

        last = self._last
        if last is None or last.shape != small.shape:
            return True
        _, changed = cv2.threshold(cv2.absdiff(last, small), _LEVELS, 255, cv2.THRESH_BINARY)
        return cv2.countNonZero(changed) > _SHARE * small.size


class Freeze:
    """Finds out that a live camera repeats one picture to the bit; a real one always has noise.

    Thread: the scanner's own. Times are seconds of one clock.
    """

    def __init__(self) -> None:
        self._fingerprint: int | None = None
        self._since = 0.0
        self._pictures = 0

    def frozen(self, fingerprint: int, now: float) -> bool:
        """Take the next picture in; return whether it has been the same for long."""
        if fingerprint != self._fingerprint:
            self._fingerprint, self._since, self._pictures = fingerprint, now, 0
        self._pictures += 1
        long = now - self._since >= _FROZEN_SECONDS
        return long and self._pictures >= _FROZEN_PICTURES
