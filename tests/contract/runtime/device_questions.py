"""What answers the screen about the printers and scanners of a running counter."""

from __future__ import annotations

from collections.abc import Callable

from app.bootstrap.device_questions import DeviceQuestions
from app.bootstrap.device_setup import DeviceSetup
from app.ports.finding import FoundPrinter, PrinterFinderPort
from app.vendors._registry import InstalledVendors
from tests.contract.runtime.counter import Counter


class Shelf(PrinterFinderPort):
    """Finds what a test has put there."""

    def __init__(self, *found: FoundPrinter) -> None:
        self._found = found

    def find(self, on_found: Callable[[FoundPrinter], None]) -> tuple[str, ...]:
        for one in self._found:
            on_found(one)
        return ("USB: Permission denied",)

    def stop(self) -> None:
        """It is over at once."""


def device_questions(counter: Counter, *found: FoundPrinter) -> DeviceQuestions:
    """Give them; a search finds what is `found`."""
    assert counter.till is not None and counter.adapters is not None and counter.settings
    desk = counter.adapters.desk
    setup = DeviceSetup(counter.settings, InstalledVendors(), counter.till, desk.store)
    return DeviceQuestions(
        counter.till,
        desk,
        setup,
        Shelf(*found),
        settings_path=counter.settings.path,
        on_fault=counter.till.core.report_fault,
    )
