"""What the screen may ask of the rest of the program; it knows nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.capabilities import Capabilities
from app.domain.lamp import LampKind
from app.domain.sheet import SheetKind
from app.domain.slip_template import SlipTemplate
from app.domain.staff import GuardedAct
from app.ui.customer_display.choices import DisplayChoices

if TYPE_CHECKING:  # the models of the settings are heavy, and loaded before the window anyway
    from app.settings.book import SettingsBook


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmView:
    """How this till is heard: `volume` in percent, quiet hours as "22:30" or "" for none."""

    volume: int = 80
    quiet_from: str = ""
    quiet_until: str = ""
    again_seconds: float = 30.0
    full_screen: bool = False
    buzzer: bool = True
    call_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSettings:
    """How this till's screen looks and behaves, from the settings.

    `guide`: nothing is set up yet, so the screen leads through it. `book` has every key for the
    page Settings, without secrets; `vendor_titles` what each vendor that is built in calls itself,
    set up here or not. `updates`: newer releases are looked for.
    """

    till_id: str = "till-1"
    till_name: str = "Front counter"
    language: str = "en"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Budapest"))
    currency: str = "HUF"
    day_starts: str = "04:00"
    walkin: bool = True
    theme: str = "system"
    text_scale: float = 1.0
    after_move: str = "stay"
    undo_seconds: float = 5
    lead_minutes: float = 20
    keyboard: str = "auto"
    new_minutes: float = 3
    preparing_minutes: float = 12
    ready_minutes: float = 15
    settings_path: Path | None = None
    data_dir: Path | None = None
    vendors: Mapping[str, VendorView] = field(default_factory=dict)
    printers: tuple[DeviceView, ...] = ()
    scanners: tuple[DeviceView, ...] = ()
    slip_printer: str = ""
    template: SlipTemplate = field(default_factory=SlipTemplate)
    alarm: AlarmView = field(default_factory=AlarmView)
    display: DisplayChoices = field(default_factory=DisplayChoices)
    demo: bool = False
    kiosk: bool = False
    pin_for: frozenset[GuardedAct] = frozenset()
    guide: bool = False
    updates: bool = False
    book: SettingsBook | None = None
    vendor_titles: Mapping[str, str] = field(default_factory=dict)

    def lamps(self) -> frozenset[tuple[LampKind, str]]:
        """Return what has a lamp: every vendor in use, every printer and scanner."""
        return frozenset(
            [
                *((LampKind.VENDOR, name) for name in self.vendors),
                *((LampKind.PRINTER, printer.name) for printer in self.printers),
                *((LampKind.SCANNER, scanner.name) for scanner in self.scanners),
            ]
        )


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
    """What the Settings page says of a printer or scanner.

    `prints`, `profile` and `width` (letters a line) are a printer's alone.
    """

    name: str
    kind: str
    address: str
    prints: tuple[str, ...] = ("slip",)
    profile: str = ""
    width: int = 42


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
class DeviceServices:
    """Printers and scanners, as the screen asks of them. Thread: gui; returns at once.

    Answers come through the relay, see `domain/device_news.py`: `print_sheet` as SheetPrinted,
    `find_printers` as PrinterSearchLooks, PrinterFound and PrinterSearchEnded (none of them after
    `end_search`), `keep_printer` and `keep_scanner` (name and fields of a settings entry) as
    DeviceKept, `watch` as PictureSeen, `find_speed` as
    SpeedFound, `preview` (question number, template, letters a line) as SlipPreviewed,
    `keep_template` as TemplateKept, `read_pictures` (a folder, "" for a good one) as FolderRead.
    """

    print_sheet: Callable[[str, SheetKind], None]
    find_printers: Callable[[], None]
    end_search: Callable[[], None]
    print_number: Callable[[int], None]
    keep_printer: Callable[[str, Mapping[str, object]], None]
    keep_scanner: Callable[[str, Mapping[str, object]], None]
    accept_device: Callable[[LampKind, str], None]
    watch: Callable[[str, bool], None]
    find_speed: Callable[[str], None]
    preview: Callable[[int, SlipTemplate, int], None]
    keep_template: Callable[[SlipTemplate], None]
    read_pictures: Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookServices:
    """Shifts and days, as the screen asks for them: a business day, or a shift by its id.

    Thread: gui; returns at once. Answers come through the relay, see `domain/book_news.py`:
    `read_money` as TillMoneyRead, `read` as BooksRead, `print_sheet` as SheetPrinted, `write_file`
    (with the path) as BooksWritten.
    """

    read_money: Callable[[], None]
    read: Callable[[date | str], None]
    print_sheet: Callable[[date | str], None]
    write_file: Callable[[date | str, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsServices:
    """The settings file, as the screen asks for it. Thread: gui; returns at once.

    `keep` (question number, values by full key as in the file) is answered by SettingsKept; when
    the values are in force the whole screen is made anew with other ScreenSettings. A SecretStr
    among the values is stored as a secret. `test_vendor` (question number, vendor, values that are
    not saved) is answered as LookUpAnswered, after SettingsKept where the values do not fit.
    `write_setup` and `take_setup` (question number, file, passphrase) are answered as SetupCopied,
    `read_folder` as FolderRead. `restart` ends Pult in order and starts it again, `try_demo` starts
    it as the demo.
    """

    keep: Callable[[int, Mapping[str, object]], None]
    test_vendor: Callable[[int, str, Mapping[str, object]], None]
    write_setup: Callable[[int, str, str], None]
    take_setup: Callable[[int, str, str], None]
    read_folder: Callable[[str], None]
    restart: Callable[[], None]
    try_demo: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateServices:
    """A newer Pult, as the screen asks for it. Thread: gui; returns at once.

    Each is answered by UpdateChanged, `install` also when it is not done: within opening hours.
    """

    look: Callable[[], None]
    fetch: Callable[[], None]
    install: Callable[[], None]


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
    read_history: Callable[[str, datetime | None, datetime | None], None]
    show_order: Callable[[str], None]
    catalogue: CatalogueServices
    devices: DeviceServices
    books: BookServices
    settings: SettingsServices
    updates: UpdateServices
