"""Scanners that act as a keyboard (HID wedge): their keys come from the window's key filter."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

from app.devices.scanners._burst import Burst, WedgeRules
from app.devices.scanners._framing import read_code
from app.devices.scanners._keyboard import KEYBOARD, Keyboard
from app.devices.scanners._kind import ScannerKind, ScannerMemory
from app.domain.keyboard_layouts import Healed, heal, letter_of
from app.domain.scan_trace import ScanTrace
from app.ports.scanner import (
    CodeDropped,
    CodeRead,
    ScannerChanged,
    ScannerEvent,
    ScannerPort,
    ScannerWord,
)
from app.settings.devices import ScannerSettings

__all__ = ["KEYBOARD", "SCANNER", "Keyboard", "KeyboardScanner", "WedgeRules"]


class KeyboardScanner(ScannerPort):
    """A scanner that types; plugged into the `keyboard` for as long as it is read.

    Thread: `reads` on the scanner's own, `take` and `show_active` on any; they return at once.
    """

    def __init__(self, rules: WedgeRules, keyboard: Keyboard = KEYBOARD) -> None:
        self.name = rules.name
        self.rules = rules
        self._keyboard = keyboard
        self._queue: SimpleQueue[Burst | bool | None] = SimpleQueue()
        self._stopped = threading.Event()
        self._proven = ""

    def take(self, burst: Burst) -> None:
        """Read what was typed."""
        self._queue.put(burst)

    def show_active(self, active: bool) -> None:
        """Say on the lamp whether the keys come here."""
        self._queue.put(active)

    def reads(self) -> Iterator[ScannerEvent]:
        """Yield codes, dropped input and changes of the lamp until `stop`."""
        if self._stopped.is_set():
            return
        self._keyboard.plug(self)
        try:
            yield from self._events()
        finally:
            self._keyboard.unplug(self)

    def stop(self) -> None:
        """End `reads`; a stopped scanner stays stopped."""
        self._stopped.set()
        self._queue.put(None)

    def _events(self) -> Iterator[ScannerEvent]:
        word: ScannerWord | None = None
        early: list[Burst] = []
        while not self._stopped.is_set():
            item = self._queue.get()
            if isinstance(item, Burst):
                if word is None:
                    early.append(item)
                else:
                    yield from self._code(item)
            elif item is not None:
                new = ScannerWord.READY if item else ScannerWord.OTHER_WINDOW
                if new is not word:
                    word = new
                    yield ScannerChanged(word, "keyboard")
                for burst in early:
                    yield from self._code(burst)
                early.clear()

    def _code(self, burst: Burst) -> Iterator[CodeRead | CodeDropped]:
        healed = self._meant(burst)
        trace = ScanTrace(
            raw=burst.text.encode("utf-8", "surrogatepass"),
            ended_by=burst.ended_by,
            milliseconds=burst.milliseconds,
            layout=healed.layout,
        )
        event = read_code(healed.text.encode("utf-8", "surrogatepass"), trace)
        if event is not None:
            yield event

    def _meant(self, burst: Burst) -> Healed:
        scanner = self.rules.layout
        keys = burst.keys
        if scanner != "auto" and all(key.position for key in keys):
            # Nothing is left to prove: the scanner's layout is set, and each key's place is known.
            read = (letter_of(scanner, key.position, key.level) or key.text for key in keys)
            return Healed("".join(read))
        layout = "us" if scanner == "auto" else scanner
        healed = heal(keys, self._keyboard.expects, scanner=layout, proven=self._proven)
        self._proven = healed.layout or self._proven
        return healed


def rules_of(settings: ScannerSettings) -> WedgeRules:
    """Return how the scanner of one entry types."""
    return WedgeRules(settings.name, settings.prefix, settings.terminator, settings.layout)


def _build(settings: ScannerSettings, _memory: ScannerMemory) -> ScannerPort:
    return KeyboardScanner(rules_of(settings))


SCANNER = ScannerKind("keyboard", _build)
