"""What the screen may ask of the rest of the program; it knows nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.capabilities import Capabilities


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSettings:
    """How this till's screen looks and behaves, from the settings."""

    till_name: str = "Front counter"
    language: str = "en"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Budapest"))
    currency: str = "HUF"
    walkin: bool = True
    theme: str = "system"
    text_scale: float = 1.0
    after_move: str = "stay"
    undo_seconds: float = 5
    new_minutes: float = 3
    preparing_minutes: float = 12
    ready_minutes: float = 15
    settings_path: Path | None = None
    data_dir: Path | None = None
    vendors: Mapping[str, VendorView] = field(default_factory=dict)
    printers: tuple[DeviceView, ...] = ()
    scanners: tuple[DeviceView, ...] = ()
    slip_printer: str = ""
    demo: bool = False


@dataclass(frozen=True, slots=True)
class VendorView:
    """What the screen knows of a vendor; `address` is where it is reached, without secrets."""

    name: str
    title: str
    initial: str
    address: str
    capabilities: Capabilities
    makes_numbers: bool = False


@dataclass(frozen=True, slots=True)
class DeviceView:
    """What the Settings page says of a printer or scanner."""

    name: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueServices:
    """The catalogue and its files, as the screen asks for them. Thread: gui; returns at once.

    Answers come through the relay: `read` as CatalogueRead, `read_file` as CatalogueFileRead,
    `write_file` as CatalogueWritten, `read_folder` ("" is a good one to begin with) as FolderRead.
    """

    read: Callable[[], None]
    read_file: Callable[[str], None]
    write_file: Callable[[str], None]
    read_folder: Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The working till, as the screen sees it. Thread: gui; every call returns at once.

    Answers come through the relay: `look_up` and `test_connection` as LookUpAnswered,
    `make_number` as NumberMade, `read_history` as HistoryRead, `show_order` as OrderShown.
    """

    dispatch: Callable[[object], None]
    look_up: Callable[[str, str], None]
    test_connection: Callable[[str], None]
    test_slip: Callable[[str], None]
    make_number: Callable[[str], None]
    read_history: Callable[[str, datetime | None], None]
    show_order: Callable[[str], None]
    catalogue: CatalogueServices
