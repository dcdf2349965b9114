"""What the screen may ask of the rest of the program; it knows nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.history import HistorySearch
from app.domain.lamp import LampKind
from app.domain.sheet import SheetKind
from app.domain.slip_template import SlipTemplate


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
    read_history: Callable[[HistorySearch], None]
    show_order: Callable[[str], None]
    catalogue: CatalogueServices
    devices: DeviceServices
    books: BookServices
    settings: SettingsServices
    updates: UpdateServices
