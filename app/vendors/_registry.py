"""Finding the vendors that are installed, ours and foreign ones alike, by entry point alone."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
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


class InstalledVendors(Mapping[str, VendorPlugin]):
    """The vendors that are installed, by name; each is loaded when it is first asked for.

    Going through them loads all. One that cannot be loaded is handed to `on_failure` once and is
    none of them from then on; the others go on working. Thread: any.
    """

    def __init__(self, on_failure: Callable[[str, Exception], None] = report_failure) -> None:
        self._on_failure = on_failure
        self._lock = threading.RLock()
        self._entries: dict[str, list[EntryPoint]] = {}
        for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
            self._entries.setdefault(entry.name, []).append(entry)
        self._loaded: dict[str, VendorPlugin] = {}

    def __getitem__(self, name: str) -> VendorPlugin:
        with self._lock:
            for place, entry in enumerate(self._entries.pop(name, ())):
                self._take(name, entry, is_second=place > 0)
            return self._loaded[name]

    def _take(self, name: str, entry: EntryPoint, *, is_second: bool) -> None:
        try:
            plugin = _load(entry)
            if is_second and name in self._loaded:
                raise TypeError(f"a second vendor is named {name}")
        except Exception as error:  # a foreign package may raise anything when it is imported
            self._on_failure(name, error)
        else:
            self._loaded[name] = plugin

    def __iter__(self) -> Iterator[str]:
        with self._lock:
            for name in list(self._entries):
                self.get(name)
            return iter(sorted(self._loaded))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _load(entry: EntryPoint) -> VendorPlugin:
    plugin = entry.load()
    if not isinstance(plugin, VendorPlugin):
        raise TypeError(f"{entry.value} is no VendorPlugin")
    if plugin.name != entry.name:
        raise TypeError(f"{entry.value} calls itself {plugin.name}, not {entry.name}")
    return plugin
