"""Finding the vendors that are installed, ours and foreign ones alike, by entry point alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from app.ports.vendor import VendorPlugin

logger = logging.getLogger(__name__)

GROUP: Final = "pult.vendors"


def report_failure(name: str, error: Exception) -> None:
    """Write to the log that a vendor cannot be used."""
    logger.error(
        "vendor cannot be loaded",
        extra={"event": "vendor_not_loaded", "vendor": name},
        exc_info=error,
    )


def find_vendors(
    on_failure: Callable[[str, Exception], None] = report_failure,
) -> dict[str, VendorPlugin]:
    """Return every vendor that can be loaded, by name, in the order of their names.

    One that cannot be loaded is handed to `on_failure` and left out; the others go on working.
    """
    found: dict[str, VendorPlugin] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        try:
            plugin = _load(entry)
            if plugin.name in found:
                raise TypeError(f"a second vendor is named {plugin.name}")
        except Exception as error:  # a foreign package may raise anything when it is imported
            on_failure(entry.name, error)
        else:
            found[plugin.name] = plugin
    return found


def _load(entry: EntryPoint) -> VendorPlugin:
    plugin = entry.load()
    if not isinstance(plugin, VendorPlugin):
        raise TypeError(f"{entry.value} is no VendorPlugin")
    if plugin.name != entry.name:
        raise TypeError(f"{entry.value} calls itself {plugin.name}, not {entry.name}")
    return plugin
