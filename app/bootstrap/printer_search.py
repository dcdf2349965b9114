"""Finds printers and lets each print its number, so that staff can tell which one it is."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from app.bootstrap.device_setup import DeviceSetup
from app.devices.printers import build_printer
from app.domain.device_news import DeviceNews, PrinterFound, PrinterSearchEnded, SheetPrinted
from app.domain.sheet import SheetKind
from app.ports.finding import FoundPrinter, PrinterFinderPort
from app.runtime.lanes import Lane
from app.settings.devices import PrinterSettings
from app.usecases.compose_sheet import compose_sheet

_SAME = ("kind", "host", "port", "device")


class PrinterSearch:
    """One search at a time; what it has found stays known by its number till the next one.

    Thread: any; searching and printing have a lane each.
    """

    def __init__(
        self,
        finder: PrinterFinderPort,
        setup: DeviceSetup,
        language: str,
        tell: Callable[[DeviceNews], None],
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self._finder = finder
        self._setup = setup
        self._language = language
        self._tell = tell
        self._searching = Lane("printer search", on_fault)
        self._printing = Lane("printer numbers", on_fault)
        self._found: list[FoundPrinter] = []
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Search; the answers are PrinterFound, one each, and PrinterSearchEnded."""
        self._searching.submit(self._run)

    def end(self) -> None:
        """End the search under way."""
        self._finder.stop()

    def print_number(self, number: int) -> None:
        """Let the printer of this number print it; the answer is SheetPrinted under the number."""
        self._printing.submit(lambda: self._print(number))

    def close(self) -> bool:
        """Search no more; return whether everything has ended."""
        self._finder.stop()
        for lane in (self._searching, self._printing):
            lane.close()
        ended = [lane.wait(1000) for lane in (self._searching, self._printing)]
        return all(ended)

    def _run(self) -> None:
        with self._lock:
            self._found.clear()
        trouble = self._finder.find(self._on_found)
        with self._lock:
            count = len(self._found)
        self._tell(PrinterSearchEnded(count, trouble))

    def _on_found(self, found: FoundPrinter) -> None:
        with self._lock:
            self._found.append(found)
            number = len(self._found)
        self._tell(PrinterFound(number, found.title, found.fields, self._known(found)))

    def _known(self, found: FoundPrinter) -> str:
        """Return the name of the printer of this till that `found` is."""
        for entry in self._setup.printers:
            if all(
                getattr(entry, key) == found.fields[key] for key in _SAME if key in found.fields
            ):
                return entry.name
        return ""

    def _print(self, number: int) -> None:
        with self._lock:
            if not 0 < number <= len(self._found):
                return
            fields = dict(self._found[number - 1].fields)
        entry = PrinterSettings.model_validate({"name": str(number), **fields})
        sheet = compose_sheet(SheetKind.NUMBER, self._language, str(number), number=str(number))
        printer = build_printer(entry, slips_dir=Path(tempfile.gettempdir()))
        try:
            self._tell(SheetPrinted(str(number), SheetKind.NUMBER, printer.print_sheet(sheet)))
        finally:
            printer.close()
