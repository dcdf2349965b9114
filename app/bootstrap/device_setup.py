"""Adds and changes printers and scanners: in the settings file, and at work in the same moment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence

from app.bootstrap.adapters import other_places
from app.bootstrap.device_memory import printer_memory, scanner_memory
from app.bootstrap.routes import routes_of
from app.bootstrap.settings_keeper import SettingsKeeper
from app.devices.printers import OnPrinted, build_printer
from app.devices.scanners import build_scanner
from app.domain.device_news import DeviceKept, PagesProven
from app.domain.lamp import LampKind
from app.ports.store import StorePort
from app.runtime.devices import DeviceBusy
from app.runtime.till import Till
from app.settings.devices import PrinterSettings, ScannerSettings
from app.settings.errors import SettingsError
from app.usecases.remember_device import Fact, read_pages, remembered
from app.usecases.set_routes import SetRoutes

_log = logging.getLogger(__name__)
_BUSY = "It has not ended its last work. Try again in a minute."


class DeviceSetup:
    """Keeps the entries of printers and scanners. Thread: one lane, which may wait.

    The answer to every call is DeviceKept; with a `problem` nothing has changed.
    """

    def __init__(
        self,
        keeper: SettingsKeeper,
        till: Till,
        store: StorePort,
        on_printed: OnPrinted | None = None,
    ) -> None:
        self._keeper = keeper
        self._till = till
        self._store = store
        self._on_printed = on_printed

    @property
    def printers(self) -> tuple[PrinterSettings, ...]:
        """The entries of printers in force."""
        return self._keeper.settings.printers

    @property
    def scanners(self) -> tuple[ScannerSettings, ...]:
        """The entries of scanners in force."""
        return self._keeper.settings.scanners

    def keep_printer(self, name: str, fields: Mapping[str, object]) -> None:
        """Set `fields` of the printer `name`, which is added when there is none."""
        self._keep(LampKind.PRINTER, name, fields, self._start_printer)

    def keep_scanner(self, name: str, fields: Mapping[str, object]) -> None:
        """Set `fields` of the scanner `name`, which is added when there is none."""
        self._keep(LampKind.SCANNER, name, fields, self._start_scanner)

    def tell_pages(self) -> None:
        """Tell the screen which code pages printers were proven to have on earlier days."""
        for printer in self.printers:
            text = remembered(self._store, LampKind.PRINTER, printer.name, Fact.PAGES)
            if pages := read_pages(text):
                self._till.core.relay.publish(PagesProven(printer.name, pages))

    def printer_settings(self, name: str) -> PrinterSettings | None:
        """Return the entry of a printer as it is in force."""
        return next((each for each in self.printers if each.name == name), None)

    def _keep(
        self,
        kind: LampKind,
        name: str,
        fields: Mapping[str, object],
        start: Callable[[str], None],
    ) -> None:
        entries: Sequence[PrinterSettings | ScannerSettings] = (
            self.printers if kind is LampKind.PRINTER else self.scanners
        )
        try:
            self._keeper.write(_values(f"{kind.value}s", entries, name, fields))
            start(name)
        except SettingsError as error:
            self._tell(DeviceKept(kind, name, problem=str(error.problems[0])))
        except DeviceBusy:
            self._tell(DeviceKept(kind, name, problem=_BUSY))
        else:
            _log.info("device kept", extra={"event": "device_kept", "device": name})
            self._tell(DeviceKept(kind, name, dict(fields)))

    def _start_printer(self, name: str) -> None:
        entry = next(each for each in self.printers if each.name == name)
        dispatch = self._till.core.dispatch
        printer = build_printer(
            entry,
            slips_dir=self._keeper.settings.data_dir / "slips",
            on_printed=self._on_printed,
            memory=printer_memory(name, self._store, dispatch),
            others=other_places(entry, self.printers, self.scanners),
        )
        self._till.devices.put_printer(printer)
        dispatch(SetRoutes(routes_of(self.printers)))

    def _start_scanner(self, name: str) -> None:
        entry = next(each for each in self.scanners if each.name == name)
        others = other_places(entry, self.printers, self.scanners)
        memory = scanner_memory(name, self._store, self._till.core.dispatch, others)
        self._till.devices.put_scanner(build_scanner(entry, memory))

    def _tell(self, news: DeviceKept) -> None:
        self._till.core.relay.publish(news)


def _values(
    table: str,
    entries: Sequence[PrinterSettings | ScannerSettings],
    name: str,
    fields: Mapping[str, object],
) -> dict[str, object]:
    """Return what is to be written, by the full names of keys; a new entry begins with its name."""
    names = [each.name for each in entries]
    place = names.index(name) if name in names else len(names)
    given = dict(fields) if name in names else {"name": name, **fields}
    return {f"{table}.{place}.{key}": value for key, value in given.items()}
