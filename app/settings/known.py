"""What this version knows: its tables and the vendors built in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.settings.alarm import AlarmSettings
from app.settings.devices import PrinterSettings, ScannerSettings
from app.settings.display import DisplaySettings
from app.settings.fields import SettingsModel
from app.settings.sections import CallbackSettings, StoreSettings, TillSettings
from app.settings.slip import SlipSettings
from app.settings.staff import StaffSettings
from app.settings.updates import UpdateSettings
from app.settings.vendor import VendorSettings

SECTIONS: Final[Mapping[str, type[SettingsModel]]] = {
    "till": TillSettings,
    "store": StoreSettings,
    "callbacks": CallbackSettings,
    "slip": SlipSettings,
    "alarm": AlarmSettings,
    "display": DisplaySettings,
    "staff": StaffSettings,
    "updates": UpdateSettings,
}
LISTS: Final[Mapping[str, type[PrinterSettings] | type[ScannerSettings]]] = {
    "printers": PrinterSettings,
    "scanners": ScannerSettings,
}


@dataclass(frozen=True, slots=True)
class Known:
    """The vendors that are built in, as bootstrap found them.

    Thread: any.
    """

    vendor_models: Mapping[str, type[VendorSettings]] = field(default_factory=dict)

    def tables(self) -> dict[str, type[SettingsModel]]:
        """Map every table outside the lists, by its full name, to its model."""
        return self.tables_with(self.vendor_models)

    def tables_with(self, vendors: Iterable[str]) -> dict[str, type[SettingsModel]]:
        """Map the tables outside the lists to their models, of the vendors only those named.

        Names of no vendor are passed over; the other vendors need not be loaded.
        """
        named = {name: self.vendor_models.get(name) for name in vendors}
        return {
            **SECTIONS,
            **{f"vendors.{name}": model for name, model in named.items() if model is not None},
        }

    def elsewhere(self) -> dict[str, str]:
        """Map every key that stands in one table or two to its full names, as they are said."""
        found: dict[str, list[str]] = {}
        for table, model in self.tables().items():
            for key in model.model_fields:
                found.setdefault(key, []).append(f"{table}.{key}")
        return {key: " or ".join(names) for key, names in found.items() if len(names) <= 2}
