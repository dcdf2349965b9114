"""From bytes to codes: where a code ends, and what is thrown away."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

from app.domain.scan import LONGEST_SCAN
from app.ports.scanner import CodeDropped, CodeRead

PAUSE: Final = 0.06  # s; at 1200 baud two bytes of one code are 9 ms apart
SETTLED_PAUSE: Final = 0.5  # s; a line that ends its codes properly may stumble in between
_FRAME: Final = b"\r\n\t\x00\x02\x03"  # what scanners put round a code; STX and ETX included


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


def read_code(raw: bytes) -> CodeRead | CodeDropped | None:
    """Return what one scanned line says, or None when it is empty.

    Only UTF-8 without control characters is a code. There is no fall-back to Latin-1: it would
    turn the noise of a wrong baud rate into texts that look scanned, and then act on them.
    """
    line = raw.strip(_FRAME)
    if not line:
        return None
    if len(line) > LONGEST_SCAN:
        return CodeDropped("too long")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return CodeDropped("not text")
    if any(unicodedata.category(letter) == "Cc" for letter in text):
        return CodeDropped("not text")
    return CodeRead(text)


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

    @property
    def waiting(self) -> bool:
        """Whether a code has begun and not ended."""
        return bool(self._buffer) or self._skipping

    def feed(self, chunk: bytes) -> list[CodeRead | CodeDropped]:
        """Take the next bytes; return the codes that ended in them."""
        found: list[CodeRead | CodeDropped] = []
        for byte in chunk:
            if byte in self._ends:
                found += self.end()
                if self._learns:
                    self.pause = max(self.pause, SETTLED_PAUSE)
            elif not self._skipping:
                self._buffer.append(byte)
                found += self._refuse_endless()
        return found

    def end(self) -> list[CodeRead | CodeDropped]:
        """Take what is buffered as a whole code."""
        code = None if self._skipping else read_code(bytes(self._buffer))
        self._buffer.clear()
        self._skipping = False
        return [] if code is None else [code]

    def _refuse_endless(self) -> list[CodeRead | CodeDropped]:
        if len(self._buffer) <= LONGEST_SCAN + 2:  # room for STX and ETX
            return []
        self._buffer.clear()
        self._skipping = True
        return [CodeDropped("too long")]
