"""Scanners, one file per kind; each ends in a constant `SCANNER`."""

from __future__ import annotations

from collections.abc import Mapping

from app.devices.scanners._kind import ScannerKind
from app.domain.errors import DeviceMissing
from app.ports.scanner import ScannerPort
from app.settings.devices import ScannerSettings

__all__ = ["ScannerKind", "build_scanner", "kinds"]


def kinds() -> Mapping[str, ScannerKind]:
    """Return every kind by its word in the settings; the adapters are imported only here."""
    from app.devices.scanners import serial, virtual

    return {kind.name: kind for kind in (serial.SCANNER, virtual.SCANNER)}


def build_scanner(settings: ScannerSettings) -> ScannerPort:
    """Build the scanner of one `[[scanners]]` entry; nothing is opened yet.

    Raises DeviceMissing when this Pult has no such kind.
    """
    known = kinds()
    kind = known.get(settings.kind)
    if kind is None:
        raise DeviceMissing(
            settings.name,
            f"kind {settings.kind!r} is not available here; available: {', '.join(sorted(known))}",
        )
    return kind.build(settings)
