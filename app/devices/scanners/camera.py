"""A camera that codes are held in front of: one on this PC, on the network, or a recording."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from app.devices.scanners._decode import second_opinion
from app.devices.scanners._frame import Frame
from app.devices.scanners._kind import ScannerKind, ScannerMemory
from app.devices.scanners._presence import OUT_OF_SIGHT
from app.devices.scanners._sight import Sight
from app.devices.scanners._source import Source, SourceLost
from app.devices.scanners._sources import source_of
from app.domain.picture import Picture, PictureHint
from app.ports.scanner import (
    PicturePort,
    ScannerChanged,
    ScannerEvent,
    ScannerPort,
    ScannerWord,
)
from app.settings.devices import ScannerSettings

log = logging.getLogger(__name__)

_LOOK: Final = 0.12  # s between two looks whether to stop
_REST: Final = 0.25  # s that go by unlooked at while nothing moves
_PREVIEW_EVERY: Final = 0.125  # s
_SHORTEST: Final = 0.2  # s from a loss to the next try, doubled up to the longest
_LONGEST: Final = 4.0
_TOLD_AFTER: Final = 3.0  # s a hint has to last before the lamp says it
_BLIND: Final = {PictureHint.DARK: ScannerWord.DARK, PictureHint.FROZEN: ScannerWord.FROZEN}


class CameraScanner(ScannerPort, PicturePort):
    """Reads the codes that are held in front of a camera, one scan each.

    `source` is a camera's number, a path of one, a video file, a folder of pictures, a picture or
    the address of an MJPEG stream. `out_of_sight` is the time (s) a code has to be away before it
    counts again.

    Thread: `reads` on the scanner's own thread, `stop` and `watch` from any. A driver that hangs
    can hold `stop` up for a second, a host name for as long as the name server takes.
    """

    def __init__(
        self,
        name: str,
        source: str,
        *,
        out_of_sight: float = OUT_OF_SIGHT,
        told_after: float = _TOLD_AFTER,
    ) -> None:
        self.name = name
        self._text = source
        self._told_after = told_after
        self._stopped = threading.Event()
        self.source: Source | None = None
        self._on_picture: Callable[[Picture], None] | None = None
        self._pictured_at = 0.0
        self._told: tuple[ScannerWord, PictureHint] | None = None
        self._hint = PictureHint.FINE
        self._hint_since = 0.0
        self._worked = False
        self.sight = Sight(out_of_sight)

    def stop(self) -> None:
        """End `reads` within a second; a stopped scanner stays stopped."""
        self._stopped.set()

    def watch(self, on_picture: Callable[[Picture], None] | None) -> None:
        """Hand over up to eight pictures a second, or none any more."""
        self._on_picture = on_picture

    def reads(self) -> Iterator[ScannerEvent]:
        """Yield codes, what is no text, and changes of the lamp until `stop`."""
        wait = _SHORTEST
        while not self._stopped.is_set():
            self._worked = False
            yield from self._one_connection()
            wait = _SHORTEST if self._worked else wait
            self._stopped.wait(wait)
            wait = min(wait * 2, _LONGEST)

    def _one_connection(self) -> Iterator[ScannerEvent]:
        source = self.source
        try:
            source = source or source_of(self._text, self._stopped)
            source.open()
            self.source = source  # kept: it knows what was read before
            yield from self._pictures(source)
        except SourceLost as lost:
            if not self._stopped.is_set():
                yield from self._changed(lost.word, PictureHint.FINE, str(lost))
        finally:
            if source is not None:
                source.close()

    def _pictures(self, source: Source) -> Iterator[ScannerEvent]:
        last = monotonic()
        if not source.silent_seconds:
            yield from self._changed(ScannerWord.READY, PictureHint.FINE, self._described(source))
        while not self._stopped.is_set():
            resting = self.sight.at_rest and not source.alone
            frame = source.next(_LOOK, _REST if resting else 0.0)
            now = monotonic()
            if frame is not None:
                good, events = self._taken(source, frame, now)
                last = now if good else last
                yield from events
            if source.silent_seconds and now - last > source.silent_seconds:
                raise SourceLost(ScannerWord.NOT_FOUND, f"{source.place}: no picture any more")

    def _taken(self, source: Source, frame: Frame, now: float) -> tuple[bool, list[ScannerEvent]]:
        """Take a picture in; return whether it was whole, and what follows from it."""
        sight = self.sight
        try:
            if source.alone:
                events: list[ScannerEvent] = list(sight.still(frame, now))
            else:
                events = list(sight.codes(frame, now, live=source.live))
            self._show(frame, now)
        except ValueError:
            return False, []  # one damaged picture; a stream of nothing else counts as silent
        self._worked = True
        return True, [*self._standing(source, frame, now), *events]

    def _show(self, frame: Frame, now: float) -> None:
        on_picture = self._on_picture
        if on_picture is not None and now - self._pictured_at >= _PREVIEW_EVERY:
            self._pictured_at = now
            on_picture(self.sight.picture(frame, now))

    def _standing(self, source: Source, frame: Frame, now: float) -> Iterator[ScannerEvent]:
        """Yield READY with the first picture, and a hint once it has lasted."""
        hint = self.sight.quality.hint
        if hint is not self._hint:
            self._hint, self._hint_since = hint, now
        if source.alone:
            return
        ready = self._told is not None and self._told[0] in (ScannerWord.READY, *_BLIND.values())
        standing = ScannerWord.READY, PictureHint.FINE
        if ready and now - self._hint_since < self._told_after:
            return
        if ready:
            standing = _BLIND.get(hint, ScannerWord.READY), hint
        if standing != self._told:
            yield from self._changed(*standing, self._described(source, frame))

    def _described(self, source: Source, frame: Frame | None = None) -> str:
        """Say in technical words what is seen, for the log and the doctor."""
        parts = [source.place]
        if frame is not None:
            high, wide = frame.grey.shape
            quality = self.sight.quality
            parts += [f"{wide} x {high}", f"light {quality.light:.0%}"]
            if quality.hint is not PictureHint.FINE:
                parts.append(quality.hint.value)
        return ", ".join(filter(None, [*parts, second_opinion()]))

    def _changed(self, word: ScannerWord, hint: PictureHint, detail: str) -> Iterator[ScannerEvent]:
        if (word, hint) == self._told:
            return
        self._told = (word, hint)
        log.info("%s", word, extra={"event": "scanner_changed", "scanner": self.name})
        yield ScannerChanged(word, detail)


def _build(settings: ScannerSettings, _memory: ScannerMemory) -> ScannerPort:
    return CameraScanner(settings.name, settings.source)


SCANNER = ScannerKind("camera", _build)
