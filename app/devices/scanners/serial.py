"""Scanners on a serial line: a serial port, a USB port that acts as one, or TCP."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Final

from app.devices._passport import Acquaintance, Listing, Standing, Whereabouts, serial_ports
from app.devices.scanners._framing import PAUSE, Framing, Terminator
from app.devices.scanners._kind import ScannerKind, ScannerMemory
from app.devices.scanners._line import LINE_ERRORS, Line, Nowhere, open_line, why_not, word_for
from app.devices.scanners._speed import SpeedSearch
from app.ports.passport import PassportPort
from app.ports.scanner import (
    ScannerChanged,
    ScannerEvent,
    ScannerPort,
    ScannerWord,
    SpeedPort,
)
from app.settings.devices import ScannerSettings

log = logging.getLogger(__name__)

_LOOK: Final = 0.12  # s between two looks whether to stop
_SHORTEST: Final = 0.2  # s from a loss to the next try, doubled up to the longest
_ABSENT: Final = 0.5  # s between two looks for a device that is not plugged in
_LONGEST: Final = 2.0  # s between two tries with a device that opens and fails at once
_BURST_PAUSE: Final = 0.15  # s of silence after a scan whose speed may be wrong
_BURST: Final = 4096  # bytes of one scan at most, however wrong its speed is


class SerialScanner(ScannerPort, PassportPort, SpeedPort):
    """A scanner that sends its codes as text, reopened for as long as the till is open.

    `port` is a path, `usb:VID:PID[:SERIAL]` (the path may change with every plug) or
    `socket://host:port`. `pause` is the silence in seconds that ends a code without a terminator.
    The USB device that was first at a path is the one that is meant from then on: it is found
    wherever it is plugged in, and another one at its path is not read before `accept_device`.

    Thread: `reads` on the scanner's own thread, the rest from any. A host name that the name server
    is slow about can hold `stop` up; an address cannot.
    """

    def __init__(
        self,
        name: str,
        port: str,
        baudrate: int = 9600,
        terminator: str = Terminator.AUTO,
        *,
        frame: str = "8N1",
        pause: float = PAUSE,
        memory: ScannerMemory | None = None,
        listing: Listing = serial_ports,
    ) -> None:
        self.name = name
        self._port = port
        self._baudrate = baudrate
        self._frame = frame
        self._terminator = Terminator(terminator)
        self._pause = pause
        memory = memory or ScannerMemory()
        self._device = Acquaintance(
            port,
            memory.passport,
            memory.passport_learned,
            listing=listing,
            others=memory.others,
        )
        self._stopped = threading.Event()
        self._asked: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._said: tuple[ScannerWord, str] | None = None
        self._search: SpeedSearch | None = None
        self._opened = self._worked = self._leaves = False

    def stop(self) -> None:
        """End `reads` within a second; a stopped scanner stays stopped."""
        self._stopped.set()

    def accept_device(self) -> None:
        """Take what is plugged in at its port now for the right device from now on."""
        self._asked.put(self._forget_device)

    def find_speed(self, on_found: Callable[[int], None]) -> None:
        """Try one speed after another on the next scans; the one found stays in use."""
        self._asked.put(lambda: self._begin_search(on_found))

    def reads(self) -> Iterator[ScannerEvent]:
        """Yield codes, dropped input and changes of the lamp until `stop`."""
        wait = _SHORTEST
        while not self._stopped.is_set():
            self._opened = self._worked = self._leaves = False
            yield from self._one_connection()
            yield from self._give_up_search()
            if self._leaves:
                continue
            if not self._opened:
                self._wait(_ABSENT)
                continue
            # A device that opens and fails at once must not flicker five times a second.
            wait = _SHORTEST if self._worked else wait
            self._wait(wait)
            wait = min(wait * 2, _LONGEST)

    # --- one connection -----------------------------------------------------------------------

    def _one_connection(self) -> Iterator[ScannerEvent]:
        place = self._port
        try:
            where = self._where()
            if where.standing is Standing.STRANGER:
                yield from self._changed(ScannerWord.OTHER_DEVICE, where.detail)
                return
            place = where.path
            line = open_line(place, self._baudrate, self._frame)
        except LINE_ERRORS as error:
            yield from self._changed(word_for(error), why_not(error, place))
            return
        try:
            self._opened = True
            self._device.met(where)
            yield from self._changed(ScannerWord.READY, self._told(where))
            yield from self._codes(line)
        except LINE_ERRORS as error:
            yield from self._changed(ScannerWord.NOT_FOUND, why_not(error, place))
        finally:
            with suppress(*LINE_ERRORS):  # what is gone may refuse even to be closed
                line.close()

    def _codes(self, line: Line) -> Iterator[ScannerEvent]:
        framing = Framing(self._terminator, self._pause)
        opened = silent_since = monotonic()
        while not self._stopped.is_set():
            self._do_asked()
            if self._leaves:
                return
            if self._search is not None:
                yield from self._search_speed(line, self._search)
                continue
            chunk = line.read(min(framing.pause, _LOOK) if framing.waiting else _LOOK)
            now = monotonic()
            self._worked = self._worked or bool(chunk) or now - opened > _LONGEST
            if chunk:
                silent_since = now
                yield from framing.feed(chunk, now)
            elif framing.waiting and now - silent_since >= framing.pause:
                yield from framing.end()

    def _changed(self, word: ScannerWord, detail: str) -> Iterator[ScannerEvent]:
        """Say what is new; of what keeps it from being read only the first reason."""
        good = word is ScannerWord.READY
        if (
            self._said is not None
            and self._said[0] is word
            and (not good or self._said[1] == detail)
        ):
            return
        self._said = (word, detail)
        log.info("%s", word, extra={"event": "scanner_changed", "scanner": self.name})
        yield ScannerChanged(word, detail)

    def _wait(self, seconds: float) -> None:
        until = monotonic() + seconds
        while not self._stopped.wait(min(_LOOK, max(0.0, until - monotonic()))):
            self._do_asked()
            if self._leaves or monotonic() >= until:
                return

    # --- which device -------------------------------------------------------------------------

    def _where(self) -> Whereabouts:
        """Return where the device is; raises Nowhere when it is nowhere."""
        if self._port.startswith("socket://"):
            return Whereabouts(Standing.HERE, self._port)
        if not self._port:
            raise Nowhere("no port is set")
        where = self._device.look()
        if not where.path and where.standing is not Standing.STRANGER:
            raise Nowhere(where.detail)
        return where

    def _told(self, where: Whereabouts) -> str:
        """Say where it is, and whose place that is where it has a passport."""
        place = where.path
        if where.standing is Standing.MOVED:
            place = f"{self._port} → {place}"
        return f"{place} · {where.passport}" if where.passport is not None else place

    def _forget_device(self) -> None:
        self._device.accept()
        self._leaves = True

    # --- which speed --------------------------------------------------------------------------

    def _begin_search(self, on_found: Callable[[int], None]) -> None:
        self._search = SpeedSearch(self._baudrate, monotonic(), on_found)

    def _search_speed(self, line: Line, search: SpeedSearch) -> Iterator[ScannerEvent]:
        line.set_speed(search.speed)
        burst = self._burst(line)
        now = monotonic()
        if burst:
            self._worked = True
            yield from search.heard(burst, now)
        else:
            search.silent(now)
        if search.ended(now):
            self._baudrate = search.found or self._baudrate
            line.set_speed(self._baudrate)
            yield from self._end_search(search)

    def _burst(self, line: Line) -> bytes:
        burst = line.read(_LOOK)
        more = burst
        while more and len(burst) < _BURST and not self._stopped.is_set():
            more = line.read(_BURST_PAUSE)
            burst += more
        return burst

    def _give_up_search(self) -> Iterator[ScannerEvent]:
        """End a search whose time is over while there is no device to search with."""
        if self._search is not None and self._search.ended(monotonic()):
            yield from self._end_search(self._search)

    def _end_search(self, search: SpeedSearch) -> Iterator[ScannerEvent]:
        self._search = None
        log.info("%s", search.found, extra={"event": "speed_found", "scanner": self.name})
        yield from search.end()

    def _do_asked(self) -> None:
        with suppress(Empty):
            while True:
                self._asked.get_nowait()()


def _build(settings: ScannerSettings, memory: ScannerMemory) -> ScannerPort:
    return SerialScanner(
        settings.name,
        settings.port,
        settings.baudrate,
        settings.terminator,
        frame=settings.frame,
        memory=memory,
    )


SCANNER = ScannerKind("serial", _build)
