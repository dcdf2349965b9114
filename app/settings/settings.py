"""`Settings`: everything the settings file, the environment and the secrets said, once valid."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.settings.alarm import AlarmSettings
from app.settings.devices import PrinterSettings, ScannerSettings
from app.settings.display import DisplaySettings
from app.settings.places import default_config_path, default_data_dir
from app.settings.sections import CallbackSettings, StoreSettings, TillSettings
from app.settings.slip import SlipSettings
from app.settings.staff import StaffSettings
from app.settings.updates import UpdateSettings
from app.settings.vendor import VendorSettings

FROM_FILE: Final = "file"


@dataclass(frozen=True, slots=True)
class Settings:
    """The valid settings of this till.

    `vendors` has an entry for every vendor that the file or the environment names. `path` is the
    file they belong to, `found` whether it exists (only the default file may be absent). `sources`
    says of each key outside the lists that is given where its value comes from: FROM_FILE, or in
    words ("environment PULT_TILL__NAME", the secrets' file, "keyring"). `unread` names the enabled
    vendors that lack a secret which the keyring may have, and why it did not give it.

    Thread: any.
    """

    till: TillSettings = field(default_factory=TillSettings)
    store: StoreSettings = field(default_factory=StoreSettings)
    callbacks: CallbackSettings = field(default_factory=CallbackSettings)
    slip: SlipSettings = field(default_factory=SlipSettings)
    alarm: AlarmSettings = field(default_factory=AlarmSettings)
    display: DisplaySettings = field(default_factory=DisplaySettings)
    staff: StaffSettings = field(default_factory=StaffSettings)
    updates: UpdateSettings = field(default_factory=UpdateSettings)
    vendors: Mapping[str, VendorSettings] = field(default_factory=lambda: MappingProxyType({}))
    printers: tuple[PrinterSettings, ...] = ()
    scanners: tuple[ScannerSettings, ...] = ()
    path: Path = field(default_factory=default_config_path)
    found: bool = False
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    unread: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @property
    def data_dir(self) -> Path:
        """The data folder as an absolute path; it need not exist yet."""
        if not self.till.data_dir:
            return default_data_dir()
        return self.path.absolute().parent / Path(self.till.data_dir).expanduser()

    @property
    def store_file(self) -> Path:
        """The SQLite file that is the store while `store.url` is empty."""
        return self.data_dir / "pult.sqlite3"

    @property
    def enabled_vendors(self) -> tuple[str, ...]:
        """The names of the vendors this till works with."""
        return tuple(name for name, vendor in self.vendors.items() if vendor.enabled)
