"""A scanner without hardware: what the demo's panel "scans"."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

from app.devices.scanners._framing import read_code
from app.devices.scanners._kind import ScannerKind
from app.ports.scanner import ScannerChanged, ScannerEvent, ScannerPort, ScannerWord


class VirtualScanner(ScannerPort):
    """Reads what `scan` is given, in order.

    Thread: any; `reads` belongs to one thread. What is scanned before `reads` begins waits.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._queue: SimpleQueue[ScannerEvent | None] = SimpleQueue()
        self._stopped = threading.Event()

    def scan(self, text: str) -> None:
        """Let the scanner read `text`; the rules for bad input are those of a real scanner."""
        event = read_code(text.encode("utf-8", "surrogatepass"))
        if event is not None:
            self._queue.put(event)

    def reads(self) -> Iterator[ScannerEvent]:
        """Yield READY and then every code until `stop`."""
        if self._stopped.is_set():
            return
        yield ScannerChanged(ScannerWord.READY, "virtual")
        while not self._stopped.is_set():
            event = self._queue.get()
            if event is None:
                return
            yield event

    def stop(self) -> None:
        """End `reads`; a stopped scanner stays stopped."""
        self._stopped.set()
        self._queue.put(None)


SCANNER = ScannerKind("virtual", lambda settings, _memory: VirtualScanner(settings.name))
