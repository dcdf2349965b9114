"""A scanner that reads codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from app.domain.picture import Picture
from app.domain.scan_trace import ScanTrace


class ScannerWord(StrEnum):
    """The lamp's word for a scanner."""

    READY = "ready"
    NOT_FOUND = "not found"
    IN_USE = "in use"
    NO_RIGHTS = "no rights"
    SWITCHED_OFF = "switched off"
    OTHER_DEVICE = "another device"  # at its place is a device that was never used here
    DARK = "dark picture"  # a camera that sees next to nothing
    FROZEN = "picture stands still"  # a camera that sends one and the same picture
    OTHER_WINDOW = "typing elsewhere"  # a keyboard scanner's keys go to another window


@dataclass(frozen=True, slots=True)
class CodeRead:
    """A text as the scanner sent it, without its terminator."""

    text: str
    trace: ScanTrace = field(default_factory=ScanTrace, compare=False)


@dataclass(frozen=True, slots=True)
class CodeDropped:
    """Bytes that were thrown away; `reason` is "too long" or "not text"."""

    reason: str
    trace: ScanTrace = field(default_factory=ScanTrace, compare=False)


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


@runtime_checkable
class PicturePort(Protocol):
    """A scanner that sees, beside being a ScannerPort. Thread: any."""

    def watch(self, on_picture: Callable[[Picture], None] | None) -> None:
        """Hand pictures over while somebody looks, a few a second, on the scanner's thread."""
        ...


@runtime_checkable
class SpeedPort(Protocol):
    """A scanner on a line of which the speed can be found out. Thread: any."""

    def find_speed(self, on_found: Callable[[int], None]) -> None:
        """Try one speed after another while codes are scanned; `on_found` hears it, or 0.

        Codes are read meanwhile wherever the speed is right. Runs on the scanner's thread.
        """
        ...
