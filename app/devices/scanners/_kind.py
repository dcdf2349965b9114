"""What a kind of scanner is, and what building a scanner needs besides its settings."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.ports.scanner import ScannerPort
from app.settings.devices import ScannerSettings


def _nobody(_passport: str) -> None:
    """Nothing is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerMemory:
    """What was remembered of this scanner, "" for nothing; the hook runs on its thread.

    `others` are the ports of other devices of this till, at which it is not looked for.
    """

    passport: str = ""
    others: Collection[str] = ()
    passport_learned: Callable[[str], None] = _nobody


@dataclass(frozen=True, slots=True)
class ScannerKind:
    """One kind of scanner: its word in the settings and how it is built."""

    name: str
    build: Callable[[ScannerSettings, ScannerMemory], ScannerPort]
