"""Answers the screen's questions about printers and scanners, away from the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.bootstrap.device_setup import DeviceSetup
from app.bootstrap.folders import folder_read, pictures
from app.bootstrap.printer_search import PrinterSearch
from app.bootstrap.settings_gate import SettingsGate
from app.bootstrap.settings_keeper import SettingsKeeper
from app.bootstrap.slip_template import template_values, with_logo_found
from app.devices.printers import SlipPreview
from app.domain.device_news import DeviceKept, DeviceNews, SlipPreviewed, TemplateKept
from app.domain.lamp import LampKind
from app.domain.settings_news import NEEDS_PIN
from app.domain.sheet import ProofLine, Sheet, SheetKind
from app.domain.slip_template import SlipTemplate
from app.ports.finding import PrinterFinderPort
from app.runtime.lanes import Lane
from app.runtime.till import Till
from app.settings.errors import SettingsError
from app.ui.services import DeviceServices
from app.usecases.compose_sample_slip import compose_sample_slip
from app.usecases.compose_sheet import compose_sheet
from app.usecases.keep_template import KeepTemplate

_log = logging.getLogger(__name__)

_PICTURES: Final = (".png", ".jpg", ".jpeg")


class DeviceQuestions:
    """What the screen asks about printers and scanners.

    Thread: gui for every question; what takes time runs on lanes, the answers come by the relay.
    What changes the settings, or which device is the right one, passes `gate`. `setting_up` is the
    lane that everything which writes the settings file shares; drawing slips has another, searching
    a third.
    """

    def __init__(
        self,
        till: Till,
        keeper: SettingsKeeper,
        setup: DeviceSetup,
        finder: PrinterFinderPort,
        gate: SettingsGate,
        setting_up: Lane,
    ) -> None:
        self._till = till
        self._keeper = keeper
        self._setup = setup
        self._gate = gate
        self._setting_up = setting_up
        on_fault = till.core.report_fault
        self._drawing = Lane("slip preview", on_fault)
        self._search = PrinterSearch(finder, setup, self._language, self._tell, on_fault)
        self._preview = SlipPreview()
        self._newest = 0
        self._lock = threading.Lock()

    def services(self) -> DeviceServices:
        """Return printers and scanners as the screen sees them, which is told what is known."""
        self._setting_up.submit(self._setup.tell_pages)
        devices = self._till.devices
        return DeviceServices(
            print_sheet=self.print_sheet,
            find_printers=self._search.begin,
            end_search=self._search.end,
            print_number=self._search.print_number,
            keep_printer=self.keep_printer,
            keep_scanner=self.keep_scanner,
            accept_device=self.accept_device,
            watch=devices.watch,
            find_speed=devices.find_speed,
            preview=self.preview,
            keep_template=self.keep_template,
            read_pictures=self.read_pictures,
        )

    def print_sheet(self, printer: str, kind: SheetKind) -> None:
        """Print the ruler or the proof sheet of a printer."""
        language, entry = self._language(), self._setup.printer_settings(printer)
        width = entry.width if entry is not None else 0

        def compose(lines: tuple[ProofLine, ...]) -> Sheet:
            return compose_sheet(kind, language, printer, width=width, lines=lines)

        self._till.devices.print_sheet(printer, compose)

    def keep_printer(self, name: str, fields: Mapping[str, object]) -> None:
        """Add a printer, or change some of its settings."""
        self._gate.once_permitted(
            lambda: self._setup.keep_printer(name, fields),
            DeviceKept(LampKind.PRINTER, name, problem=NEEDS_PIN),
        )

    def keep_scanner(self, name: str, fields: Mapping[str, object]) -> None:
        """Add a scanner, or change some of its settings."""
        self._gate.once_permitted(
            lambda: self._setup.keep_scanner(name, fields),
            DeviceKept(LampKind.SCANNER, name, problem=NEEDS_PIN),
        )

    def accept_device(self, kind: LampKind, name: str) -> None:
        """Take what is at the place of a printer or scanner for the right one from now on."""
        devices = self._till.devices
        self._gate.once_permitted(lambda: devices.accept_device(kind, name))

    def preview(self, asked: int, template: SlipTemplate, width: int) -> None:
        """Draw a sample slip; a newer question overtakes one that waits."""
        with self._lock:
            self._newest = asked

        def draw() -> None:
            with self._lock:
                if asked != self._newest:
                    return
            desk = self._till.core.desk
            found = with_logo_found(template, self._keeper.settings.path)
            slip = compose_sample_slip(desk.shop, found, desk.clock)
            self._tell(SlipPreviewed(asked, self._preview.png(slip, width)))

        self._drawing.submit(draw)

    def keep_template(self, template: SlipTemplate) -> None:
        """Write what stands on slips into the settings file, and use it from the next slip on."""

        def keep() -> None:
            try:
                self._keeper.write(template_values(template))
            except SettingsError as error:
                self._tell(TemplateKept(template, str(error.problems[0])))
                return
            found = with_logo_found(template, self._keeper.settings.path)
            self._till.core.dispatch(KeepTemplate(found))
            self._keeper.announce()
            self._tell(TemplateKept(template))

        self._gate.once_permitted(keep, TemplateKept(template, NEEDS_PIN))

    def read_pictures(self, path: str) -> None:
        """List the folders and pictures in a folder; "" is where the user's pictures lie."""

        def read() -> None:
            folder = Path(path) if path else pictures()
            self._till.core.relay.publish(folder_read(folder, _PICTURES))

        self._drawing.submit(read)

    def close(self) -> bool:
        """Answer no more; return whether its own lanes have ended."""
        self._search.end()
        self._drawing.close()
        ended = self._drawing.wait(500)
        return self._search.close() and ended

    def _language(self) -> str:
        return self._till.core.desk.shop.language

    def _tell(self, news: DeviceNews) -> None:
        self._till.core.relay.publish(news)
