"""Scanners on a serial line: a serial port, a USB port that acts as one, or TCP."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import Final

from app.devices.scanners._framing import PAUSE, Framing, Terminator
from app.devices.scanners._kind import ScannerKind, ScannerMemory
from app.devices.scanners._line import LINE_ERRORS, Line, open_line, word_for
from app.ports.scanner import ScannerChanged, ScannerEvent, ScannerPort, ScannerWord
from app.settings.devices import ScannerSettings

log = logging.getLogger(__name__)

_LOOK: Final = 0.12  # s between two looks whether to stop
_SHORTEST: Final = 0.2  # s from a loss to the next try, doubled up to the longest
_LONGEST: Final = 2.0


class SerialScanner(ScannerPort):
    """A scanner that sends its codes as text, reopened for as long as the till is open.

    `port` is a path, `usb:VID:PID[:SERIAL]` (the path may change with every plug) or
    `socket://host:port`. `pause` is the silence in seconds that ends a code without a terminator.

    Thread: `reads` on the scanner's own thread, `stop` from any. A host name that the name server
    is slow about can hold `stop` up; an address cannot.
    """

    def __init__(
        self,
        name: str,
        port: str,
        baudrate: int = 9600,
        terminator: str = Terminator.AUTO,
        *,
        pause: float = PAUSE,
    ) -> None:
        self.name = name
        self._port = port
        self._baudrate = baudrate
        self._terminator = Terminator(terminator)
        self._pause = pause
        self._stopped = threading.Event()
        self._word: ScannerWord | None = None
        self._worked = False

    def stop(self) -> None:
        """End `reads` within a second; a stopped scanner stays stopped."""
        self._stopped.set()

    def reads(self) -> Iterator[ScannerEvent]:
        """Yield codes, dropped input and changes of the lamp until `stop`."""
        wait = _SHORTEST
        while not self._stopped.is_set():
            self._worked = False
            yield from self._one_connection()
            # A device that opens and fails at once must not flicker five times a second.
            wait = _SHORTEST if self._worked else wait
            self._stopped.wait(wait)
            wait = min(wait * 2, _LONGEST)

    def _one_connection(self) -> Iterator[ScannerEvent]:
        try:
            line = open_line(self._port, self._baudrate)
        except LINE_ERRORS as error:
            yield from self._changed(word_for(error), str(error))
            return
        try:
            yield from self._changed(ScannerWord.READY, line.place)
            yield from self._codes(line)
        except LINE_ERRORS as error:
            yield from self._changed(ScannerWord.NOT_FOUND, str(error))
        finally:
            with suppress(*LINE_ERRORS):  # what is gone may refuse even to be closed
                line.close()

    def _codes(self, line: Line) -> Iterator[ScannerEvent]:
        framing = Framing(self._terminator, self._pause)
        opened = silent_since = monotonic()
        while not self._stopped.is_set():
            chunk = line.read(min(framing.pause, _LOOK) if framing.waiting else _LOOK)
            now = monotonic()
            self._worked = self._worked or bool(chunk) or now - opened > _LONGEST
            if chunk:
                silent_since = now
                yield from framing.feed(chunk)
            elif framing.waiting and now - silent_since >= framing.pause:
                yield from framing.end()

    def _changed(self, word: ScannerWord, detail: str) -> Iterator[ScannerEvent]:
        if word is self._word:
            return
        self._word = word
        log.info("%s", word, extra={"event": "scanner_changed", "scanner": self.name})
        yield ScannerChanged(word, detail)


def _build(settings: ScannerSettings, _memory: ScannerMemory) -> ScannerPort:
    return SerialScanner(settings.name, settings.port, settings.baudrate, settings.terminator)


SCANNER = ScannerKind("serial", _build)
