"""From bytes to codes: where a code ends, and what is thrown away."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from enum import StrEnum
from typing import Final

from app.domain.aim import GROUP_SEPARATOR, split_aim, without_elements
from app.domain.scan import LONGEST_SCAN
from app.domain.scan_trace import ScanTrace
from app.ports.scanner import CodeDropped, CodeRead

PAUSE: Final = 0.06  # s; at 1200 baud two bytes of one code are 9 ms apart
SETTLED_PAUSE: Final = 0.5  # s; a line that ends its codes properly may stumble in between
_FRAME: Final = b"\r\n\t\x00\x02\x03"  # what scanners put round a code; STX and ETX included
_CR, _LF = b"\r\n"
_AIM_LENGTH: Final = 3


class Terminator(StrEnum):
    """What ends a code, as the settings say it."""

    AUTO = "auto"
    CR = "cr"
    LF = "lf"
    CRLF = "crlf"
    TAB = "tab"
    PAUSE = "pause"


_ENDS: Final = {
    Terminator.AUTO: b"\r\n\t",
    Terminator.CR: b"\r",
    Terminator.LF: b"\n",
    Terminator.CRLF: b"\r\n",
    Terminator.TAB: b"\t",
    Terminator.PAUSE: b"",
}
_NAMES: Final = {_CR: Terminator.CR, _LF: Terminator.LF, ord("\t"): Terminator.TAB}


def read_code(raw: bytes, trace: ScanTrace | None = None) -> CodeRead | CodeDropped | None:
    """Return what one scanned line says, or None when it is empty.

    Only UTF-8 without control characters is a code, but for the separators of GS1. There is no
    fall-back to Latin-1: it would turn the noise of a wrong baud rate into texts that look scanned,
    and then act on them. An AIM symbology identifier is taken off and told in the trace.
    """
    trace = trace or ScanTrace(raw=raw)
    line = raw.strip(_FRAME)
    if not line:
        return None
    if len(line) > LONGEST_SCAN + _AIM_LENGTH:
        return CodeDropped("too long", trace)
    try:
        aim, text = split_aim(line.decode("utf-8"))
    except UnicodeDecodeError:
        return CodeDropped("not text", trace)
    trace = replace(trace, aim=aim)
    if len(text.encode()) > LONGEST_SCAN:
        return CodeDropped("too long", trace)
    if any(unicodedata.category(letter) == "Cc" for letter in text.replace(GROUP_SEPARATOR, "")):
        return CodeDropped("not text", trace)
    code = without_elements(text, aim)
    return CodeRead(code, trace) if code else None


class Framing:
    """Cuts a stream of bytes into codes.

    Thread: the scanner's own. `pause` is the silence (s) after which the caller has to call `end`
    if `waiting`: the short one while nothing better is known, the long one once a terminator was
    seen or is configured. The long one also serves a terminator that was configured wrongly.
    """

    def __init__(self, terminator: Terminator = Terminator.AUTO, pause: float = PAUSE) -> None:
        self._ends = _ENDS[terminator]
        self._learns = terminator is Terminator.AUTO
        settled = terminator not in (Terminator.AUTO, Terminator.PAUSE)
        self.pause = max(pause, SETTLED_PAUSE) if settled else pause
        self._buffer = bytearray()
        self._skipping = False
        self._began = self._latest = 0.0
        self._both = False  # a line feed follows each carriage return
        self._after_cr = False

    @property
    def waiting(self) -> bool:
        """Whether a code has begun and not ended."""
        return bool(self._buffer) or self._skipping

    def feed(self, chunk: bytes, now: float = 0.0) -> list[CodeRead | CodeDropped]:
        """Take the next bytes, read `now` (s); return the codes that ended in them."""
        found: list[CodeRead | CodeDropped] = []
        for place, byte in enumerate(chunk):
            if self._after_cr:
                self._both = byte == _LF
            if byte in self._ends:
                found += self._ended(byte, chunk[place : place + 2], now)
                if self._learns:
                    self.pause = max(self.pause, SETTLED_PAUSE)
            elif not self._skipping:
                self._append(byte, now)
                found += self._refuse_endless()
            self._after_cr = byte == _CR
        return found

    def end(self) -> list[CodeRead | CodeDropped]:
        """Take what is buffered as a whole code, which a pause has ended."""
        return self._take(Terminator.PAUSE, bytes(self._buffer))

    def _append(self, byte: int, now: float) -> None:
        if not self._buffer:
            self._began = now
        self._latest = now
        self._buffer.append(byte)

    def _ended(self, byte: int, ending: bytes, now: float) -> list[CodeRead | CodeDropped]:
        whole = ending == b"\r\n"
        self._latest = now
        ended_by = Terminator.CRLF if byte == _CR and (whole or self._both) else _NAMES[byte]
        return self._take(ended_by, bytes(self._buffer) + (ending if whole else ending[:1]))

    def _take(self, ended_by: Terminator, raw: bytes) -> list[CodeRead | CodeDropped]:
        trace = self._trace(raw, ended_by.value)
        code = None if self._skipping else read_code(bytes(self._buffer), trace)
        self._buffer.clear()
        self._skipping = False
        return [] if code is None else [code]

    def _trace(self, raw: bytes, ended_by: str = "") -> ScanTrace:
        took = max(0.0, self._latest - self._began) * 1000
        return ScanTrace(raw=raw, ended_by=ended_by, milliseconds=took)

    def _refuse_endless(self) -> list[CodeRead | CodeDropped]:
        if len(self._buffer) <= LONGEST_SCAN + _AIM_LENGTH + 2:  # room for STX and ETX
            return []
        trace = self._trace(bytes(self._buffer))
        self._buffer.clear()
        self._skipping = True
        return [CodeDropped("too long", trace)]
