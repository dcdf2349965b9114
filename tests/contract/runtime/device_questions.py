"""What answers the screen about the printers and scanners of a running counter."""

from __future__ import annotations

from app.bootstrap.device_questions import DeviceQuestions
from app.bootstrap.device_setup import DeviceSetup
from app.bootstrap.settings_gate import SettingsGate
from app.bootstrap.settings_keeper import SettingsKeeper, put_in_force
from app.bootstrap.settings_questions import SettingsQuestions
from app.bootstrap.setup_copier import SetupCopier
from app.bootstrap.vendor_test import VendorTest
from app.ports.finding import FoundPrinter, PrinterFinderPort, PrinterSearchPort, SearchPlace
from app.ports.vendor_models import VendorModels
from app.runtime.lanes import Lane
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
) -> tuple[DeviceQuestions, SettingsQuestions]:
    """Give them and those about settings; a search finds what is `found`, or what `finder` does."""
    assert counter.till is not None and counter.adapters is not None and counter.settings
    core = counter.till.core
    keeper = SettingsKeeper(
        counter.settings,
        InstalledVendors(),
        core.relay,
        environ={},
        on_changed=lambda settings: put_in_force(settings, core),
    )
    lane = Lane("settings", core.report_fault)
    setup = DeviceSetup(keeper, counter.till, core.desk.store)
    gate = SettingsGate(core, lane)
    devices = DeviceQuestions(counter.till, keeper, setup, finder or Shelf(*found), gate, lane)
    tester = VendorTest(keeper, InstalledVendors(), core.relay)
    asking = Lane("vendor test", core.report_fault)
    copier = SetupCopier(keeper, VendorModels(InstalledVendors()), core.relay, {})
    settings = SettingsQuestions(gate, keeper, lane, tester, copier, asking, lambda *_more: None)
    return devices, settings
