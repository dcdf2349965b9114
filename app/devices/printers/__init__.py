"""Slip printers: one file per kind, found by walking this package; nothing heavy is imported."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Final

from app.devices.printers._finding import PrinterFinder
from app.devices.printers._kind import OnPrinted, PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._preview import SlipPreview
from app.ports.printer import PrinterPort

_ANY_DOTS: Final = 64

__all__ = [
    "OnPrinted",
    "PrinterFinder",
    "PrinterKind",
    "PrinterMemory",
    "PrinterOptions",
    "SlipPreview",
    "Surroundings",
    "build_printer",
    "kinds",
    "letters_without_font",
    "logo_can_be_printed",
]


@cache
def kinds() -> dict[str, PrinterKind]:
    """Return every kind of printer of this version by its name in the settings."""
    found: dict[str, PrinterKind] = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name.startswith("_"):
            continue
        kind = importlib.import_module(f"{__name__}.{module.name}").PRINTER
        found[kind.name] = kind
    return found


def logo_can_be_printed(path: str) -> bool:
    """Whether the file is a picture a slip can carry; touches the disk and loads Qt."""
    from app.devices.printers import _raster

    return _raster.logo_bitmap(path, _ANY_DOTS, _ANY_DOTS) is not None


def letters_without_font(texts: Iterable[str]) -> list[str]:
    """Return the letters of `texts` that no font of this computer has; loads Qt.

    Thread: main where there is no window, which is then made ready to draw.
    """
    from app.devices.printers import _raster
    from app.devices.printers._rows import TextRow

    _raster.prepare_pictures()
    return _raster.missing_letters(TextRow(text) for text in texts)


def build_printer(
    settings: PrinterOptions,
    *,
    slips_dir: Path,
    on_printed: OnPrinted | None = None,
    memory: PrinterMemory | None = None,
    others: Collection[str] = (),
) -> PrinterPort:
    """Return the printer of one `[[printers]]` entry without touching the device.

    `others` are the ports that other entries of the settings call their own.
    Raises KeyError for a kind that `kinds` does not know; the settings refuse it before.
    """
    surroundings = Surroundings(
        slips_dir=slips_dir,
        on_printed=on_printed,
        memory=memory or PrinterMemory(),
        others=frozenset(others),
    )
    return kinds()[settings.kind].build(settings, surroundings)
