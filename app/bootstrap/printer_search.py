"""Finds printers and lets each print its number, so that staff can tell which one it is."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from app.bootstrap.device_setup import DeviceSetup
from app.devices.printers import build_printer
from app.domain.device_news import (
    DeviceNews,
    PrinterFound,
    PrinterSearchEnded,
    PrinterSearchLooks,
    SheetPrinted,
)
from app.domain.sheet import SheetKind
from app.ports.finding import (
    FoundPrinter,
    PrinterFinderPort,
    PrinterSearchPort,
    SearchPlace,
)
from app.runtime.lanes import Lane
from app.settings.devices import PrinterSettings
from app.usecases.compose_sheet import compose_sheet

_AT_ONCE = 4  # a printer that does not answer must not hold up the numbers of the others
_SAME = ("kind", "host", "port", "device")


class _Search(PrinterSearchPort):
    """One search; once it is over nobody hears of it any more. Thread: any."""

    def __init__(self, setup: DeviceSetup, tell: Callable[[DeviceNews], None]) -> None:
        self._setup = setup
        self._tell = tell
        self._over = threading.Event()
        self.found: list[FoundPrinter] = []

    @property
    def is_over(self) -> bool:
        return self._over.is_set()

    def end(self) -> None:
        self._over.set()

    def looks(self, place: SearchPlace) -> None:
        self._say(PrinterSearchLooks(place.value))

    def finds(self, found: FoundPrinter) -> None:
        self.found.append(found)
        known = self._known(found)
        self._say(PrinterFound(len(self.found), found.title, found.fields, known))

    def ended(self, trouble: tuple[str, ...]) -> None:
        self._say(PrinterSearchEnded(len(self.found), trouble))

    def _say(self, news: DeviceNews) -> None:
        if not self.is_over:
            self._tell(news)

    def _known(self, found: FoundPrinter) -> str:
        """Return the name of the printer of this till that `found` is."""
        for entry in self._setup.printers:
            if all(
                getattr(entry, key) == found.fields[key] for key in _SAME if key in found.fields
            ):
                return entry.name
        return ""


class PrinterSearch:
    """One search at a time; what it has found stays known by its number till the next one.

    Thread: gui for every question; searching and printing have a lane each.
    """

    def __init__(
        self,
        finder: PrinterFinderPort,
        setup: DeviceSetup,
        language: Callable[[], str],
        tell: Callable[[DeviceNews], None],
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self._finder = finder
        self._setup = setup
        self._language = language
        self._tell = tell
        self._searching = Lane("printer search", on_fault)
        self._printing = Lane("printer numbers", on_fault, threads=_AT_ONCE)
        self._search = _Search(setup, tell)

    def begin(self) -> None:
        """Search anew; the answers are PrinterSearchLooks, PrinterFound, PrinterSearchEnded."""
        self._search.end()
        search = self._search = _Search(self._setup, self._tell)
        self._searching.submit(lambda: search.ended(self._finder.find(search)))

    def end(self) -> None:
        """End the search under way; what it has found stays known by its number."""
        self._search.end()

    def print_number(self, number: int) -> None:
        """Let the printer of this number print it; the answer is SheetPrinted under the number."""
        found = self._search.found
        if 0 < number <= len(found):
            fields = dict(found[number - 1].fields)
            self._printing.submit(lambda: self._print(number, fields))

    def close(self) -> bool:
        """Search no more; return whether everything has ended."""
        self._search.end()
        for lane in (self._searching, self._printing):
            lane.close()
        ended = [lane.wait(1000) for lane in (self._searching, self._printing)]
        return all(ended)

    def _print(self, number: int, fields: dict[str, object]) -> None:
        entry = PrinterSettings.model_validate({"name": str(number), **fields})
        sheet = compose_sheet(SheetKind.NUMBER, self._language(), str(number), number=str(number))
        printer = build_printer(entry, slips_dir=Path(tempfile.gettempdir()))
        try:
            self._tell(SheetPrinted(str(number), SheetKind.NUMBER, printer.print_sheet(sheet)))
        finally:
            printer.close()
