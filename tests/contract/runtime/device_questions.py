"""What answers the screen about the printers and scanners of a running counter."""

from __future__ import annotations

from app.bootstrap.device_questions import DeviceQuestions
from app.bootstrap.device_setup import DeviceSetup
from app.ports.finding import FoundPrinter, PrinterFinderPort, PrinterSearchPort, SearchPlace
from app.vendors._registry import InstalledVendors
from tests.contract.runtime.counter import Counter


class Shelf(PrinterFinderPort):
    """Finds what a test has put there."""

    def __init__(self, *found: FoundPrinter) -> None:
        self._found = found

    def find(self, search: PrinterSearchPort) -> tuple[str, ...]:
        search.looks(SearchPlace.USB)
        for one in self._found:
            search.finds(one)
        return ("USB: Permission denied",)


def device_questions(
    counter: Counter, *found: FoundPrinter, finder: PrinterFinderPort | None = None
) -> DeviceQuestions:
    """Give them; a search finds what is `found`, or what `finder` does."""
    assert counter.till is not None and counter.adapters is not None and counter.settings
    desk = counter.adapters.desk
    setup = DeviceSetup(counter.settings, InstalledVendors(), counter.till, desk.store)
    return DeviceQuestions(
        counter.till,
        desk,
        setup,
        finder or Shelf(*found),
        settings_path=counter.settings.path,
        on_fault=counter.till.core.report_fault,
    )
