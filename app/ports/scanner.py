"""A scanner that reads codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ScannerWord(StrEnum):
    """The lamp's word for a scanner."""

    READY = "ready"
    NOT_FOUND = "not found"
    IN_USE = "in use"
    NO_RIGHTS = "no rights"
    SWITCHED_OFF = "switched off"


@dataclass(frozen=True, slots=True)
class CodeRead:
    """A text as the scanner sent it, without its terminator."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeDropped:
    """Bytes that were thrown away; `reason` is "too long" or "not text"."""

    reason: str


@dataclass(frozen=True, slots=True)
class ScannerChanged:
    """The scanner was found, lost or refused; `detail` is technical, for the log and the doctor."""

    word: ScannerWord
    detail: str = ""


ScannerEvent = CodeRead | CodeDropped | ScannerChanged


class ScannerPort(Protocol):
    """One scanner.

    Thread: `reads` runs on the scanner's own thread for as long as the till is open and reopens the
    device by itself; `stop` may be called from any thread and ends `reads` within a second.
    """

    name: str

    def reads(self) -> Iterator[ScannerEvent]:
        """Yield what happens until `stop` is called; never raises what a device can cause."""
        ...

    def stop(self) -> None:
        """End `reads` soon."""
        ...
