"""Scanners: one file per kind, found by walking this package."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from app.devices.scanners._kind import ScannerKind, ScannerMemory
from app.domain.errors import DeviceMissing
from app.ports.scanner import ScannerPort
from app.settings.devices import ScannerSettings

__all__ = ["ScannerKind", "ScannerMemory", "build_scanner", "kinds"]


@cache
def kinds() -> dict[str, ScannerKind]:
    """Return every kind by its word in the settings; the adapters are imported only here."""
    found: dict[str, ScannerKind] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            kind = importlib.import_module(f"{__name__}.{module.name}").SCANNER
            found[kind.name] = kind
    return found


def build_scanner(settings: ScannerSettings, memory: ScannerMemory | None = None) -> ScannerPort:
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
    return kind.build(settings, memory or ScannerMemory())
