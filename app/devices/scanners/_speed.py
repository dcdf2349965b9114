"""Finding out the speed of a line: by what the scans of a person look like at one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from app.devices.scanners._framing import Framing
from app.domain.scan import Intent, ScanPatterns, read_scan
from app.ports.scanner import CodeDropped, CodeRead

SPEEDS: Final = (9600, 115200, 19200, 38400, 57600, 4800, 2400, 1200)
"""In the order in which they are tried: scanners leave their makers with the first two."""
_AT_MOST: Final = 180.0  # s from the first try to giving up
_ROUNDS: Final = 2  # a scan may be spoilt for other reasons than its speed
_PATIENCE: Final = 8.0  # s; at some speeds a port throws away all it receives
_SHORTEST: Final = 4  # letters; a long code at the wrong speed can look like a short one
_PROVEN: Final = frozenset({Intent.SLIP, Intent.TEST, Intent.PRODUCT})  # these have a check letter
_NO_PATTERNS: Final = ScanPatterns()


class SpeedSearch:
    """Which speed to try next, and whether it is the right one.

    A speed is right when two scans in a row are readable or one fits a code that cannot be read by
    chance. What was read is held back until then.

    Thread: the scanner's own.
    """

    def __init__(self, current: int, now: float, on_found: Callable[[int], None]) -> None:
        self._speeds: Sequence[int] = (current, *(each for each in SPEEDS if each != current))
        self._tries = 0
        self._since = now
        self._until = now + _AT_MOST
        self._held: list[CodeRead] = []
        self._on_found = on_found
        self.found = 0

    @property
    def speed(self) -> int:
        """The speed (baud) that is tried now."""
        return self._speeds[self._tries % len(self._speeds)]

    def ended(self, now: float) -> bool:
        """Whether it was found, or is given up."""
        tried_all = self._tries >= _ROUNDS * len(self._speeds)
        return bool(self.found) or tried_all or now >= self._until

    def heard(self, burst: bytes, now: float) -> list[CodeRead | CodeDropped]:
        """Take what came in one go; return what is certain to have been read, or was not."""
        framing = Framing()
        codes = [*framing.feed(burst, now), *framing.end()]
        read = [code for code in codes if isinstance(code, CodeRead)]
        if not read or len(read) < len(codes) or any(len(each.text) < _SHORTEST for each in read):
            return [*self._next(now), *(_unread(code) for code in codes)]
        self._held += read
        self._since = now
        if len(self._held) < 2 and not any(_is_proven(each) for each in read):
            return []
        self.found = self.speed
        held, self._held = self._held, []
        return list(held)

    def silent(self, now: float) -> None:
        """Go on to the next speed where nothing at all is heard."""
        if not self._held and now - self._since >= _PATIENCE:
            self._next(now)

    def end(self) -> list[CodeDropped]:
        """Tell what was found; return what was held back for nothing."""
        self._on_found(self.found)
        held, self._held = self._held, []
        return [_unread(each) for each in held]

    def _next(self, now: float) -> list[CodeDropped]:
        self._tries += 1
        self._since = now
        held, self._held = self._held, []
        return [_unread(each) for each in held]


def _is_proven(code: CodeRead) -> bool:
    return read_scan(code.text, _NO_PATTERNS).intent in _PROVEN


def _unread(code: CodeRead | CodeDropped) -> CodeDropped:
    return CodeDropped("not text", code.trace)
