"""What a file of a printer kind tells of itself, and what building a printer needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.devices.printers._memory import PrinterMemory
from app.ports.printer import PrinterPort


class PrinterOptions(Protocol):
    """One entry `[[printers]]` of the settings, as far as printers read it; seconds in floats."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def device(self) -> str: ...
    @property
    def baudrate(self) -> int: ...
    @property
    def profile(self) -> str: ...
    @property
    def codepage(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def print_as(self) -> str: ...
    @property
    def buzzer(self) -> bool: ...
    @property
    def drawer(self) -> str: ...
    @property
    def answers(self) -> str: ...
    @property
    def connect_seconds(self) -> float: ...
    @property
    def write_seconds(self) -> float: ...
    @property
    def answer_seconds(self) -> float: ...


OnPrinted = Callable[[Path | None, str, str], None]
"""Hears of each slip of a virtual printer: its PNG (if it could be drawn), its text, its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a printer is given besides its settings; `on_printed` runs on the printer's thread.

    `others` are the ports that other printers and scanners of this till have in the settings.
    """

    slips_dir: Path
    on_printed: OnPrinted | None = None
    memory: PrinterMemory = field(default_factory=PrinterMemory)
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PrinterKind:
    """One kind of printer, the constant `PRINTER` of its file."""

    name: str
    build: Callable[[PrinterOptions, Surroundings], PrinterPort]
