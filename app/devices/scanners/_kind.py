"""What a kind of scanner is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.ports.scanner import ScannerPort
from app.settings.devices import ScannerSettings


@dataclass(frozen=True, slots=True)
class ScannerKind:
    """One kind of scanner: its word in the settings and how it is built."""

    name: str
    build: Callable[[ScannerSettings], ScannerPort]
