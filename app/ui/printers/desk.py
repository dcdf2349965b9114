"""Looks after the printers in Settings: their section, their dialogs, what they ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.device_news import (
    DeviceKept,
    PagesProven,
    PrinterFound,
    PrinterSearchEnded,
    PrinterSearchLooks,
    SheetPrinted,
    SlipPreviewed,
)
from app.domain.lamp import Lamp, LampKind
from app.domain.news import WaitingSlipsChanged
from app.domain.sheet import ProofLine, ProvenPage, SheetKind
from app.domain.slip_template import SlipTemplate
from app.ui.errands import Errands
from app.ui.screen_settings import DeviceView, ScreenSettings
from app.ui.settings_desk import SettingsDesk
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.usecases.desk import Shop
from app.usecases.keep_pages import KeepPages

if TYPE_CHECKING:  # made when Settings is first opened
    from app.ui.printers.find_dialog import FindDialog
    from app.ui.printers.section import PrinterSection


class PrinterDesk(QObject):
    """Makes the section Printers when it is first wanted and hands it its news.

    Thread: gui. Signals: `test_wanted(kind, name)` for a test slip, `slips_wanted(printer)` for the
    list of those that wait.
    """

    test_wanted = Signal(str, str)
    slips_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        settings: ScreenSettings,
        errands: Errands,
        template: Callable[[], SlipTemplate],
        desk: SettingsDesk,
        now: Callable[[], datetime],
    ) -> None:
        """Begin with the printers of the settings; `template` is what stands on slips now."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._errands = errands
        self._desk = desk
        self._now = now
        self._printers = {printer.name: printer for printer in settings.printers}
        self._template = template
        self._lamps: dict[str, Lamp] = {}
        self._proofs: dict[str, tuple[ProofLine, ...]] = {}
        self._proven: dict[str, PagesProven] = {}
        self._asked = 0
        self._waiting: Mapping[str, int] = {}
        self._about = ""  # the printer an open dialog is about
        self._is_open = False
        self._section: PrinterSection | None = None

    def make_section(self) -> QWidget:
        """Return the section Printers for Settings."""
        from app.ui.printers.section import PrinterSection

        section = PrinterSection(self._desk.kit, self._shop, self._printers.values(), self._now)
        section.save_wanted.connect(self._desk.on_save)
        self._desk.kept.connect(section.saver.on_saved)
        self._desk.entry_kept.connect(section.on_entry_kept)
        section.find_wanted.connect(self.on_find_wanted)
        section.preview_wanted.connect(self.on_preview_wanted)
        section.test_wanted.connect(self._on_test_wanted)
        section.sheet_wanted.connect(self.on_sheet_wanted)
        section.width_wanted.connect(self.on_width_wanted)
        section.slips_wanted.connect(self.slips_wanted)
        section.letters_wanted.connect(self.on_letters_wanted)
        self._section = section
        section.set_open(self._is_open)
        for lamp in self._lamps.values():
            section.show_lamp(lamp)
        section.show_waiting(self._waiting)
        for proven in self._proven.values():
            section.show_pages(proven)
        return section

    def slip_printer(self) -> DeviceView | None:
        """Return the printer for which slips are drawn: the first that prints them."""
        views = self._printers.values()
        slips = [view for view in views if "slip" in view.prints]
        return next(iter((*slips, *views)), None)

    def set_open(self) -> None:
        """Let the section ask: the till is open."""
        self._is_open = True
        if self._section is not None:
            self._section.set_open(True)

    # --- news -------------------------------------------------------------------------------------

    def lamp_changed(self, lamp: Lamp) -> None:
        """Show how a printer stands now."""
        if lamp.kind is LampKind.PRINTER:
            self._lamps[lamp.name] = lamp
            if self._section is not None:
                self._section.show_lamp(lamp)

    def slips_changed(self, news: WaitingSlipsChanged) -> None:
        """Show how many slips wait for each printer."""
        self._waiting = Counter(slip.job.printer for slip in news.slips)
        if self._section is not None:
            self._section.show_waiting(self._waiting)

    def sheet_printed(self, news: SheetPrinted) -> None:
        """Say what became of a sheet; after a proof sheet its lines can be chosen."""
        if news.lines:
            self._proofs[news.printer] = news.lines
        if news.kind is SheetKind.NUMBER:
            dialog = self._find_dialog()
            if dialog is not None:
                dialog.show_sheet(news)
        elif self._section is not None:
            self._section.show_sheet(news)
        looked_at = self._section is not None and self._section.isVisible()
        if news.lines and looked_at and self._layer.dialog is None:
            self.on_letters_wanted(news.printer)

    def pages_proven(self, news: PagesProven) -> None:
        """Show which letters a printer is proven to have."""
        self._proven[news.printer] = news
        if self._section is not None:
            self._section.show_pages(news)

    def slip_previewed(self, news: SlipPreviewed) -> None:
        """Show the newest picture of a slip."""
        if news.asked != self._asked:
            return  # asked by somebody else, or overtaken
        if self._section is not None:
            self._section.preview.show_png(news.png)

    def printer_found(self, news: PrinterFound) -> None:
        """Show a printer that was found."""
        dialog = self._find_dialog()
        if dialog is not None:
            dialog.show_found(news)

    def search_looks(self, news: PrinterSearchLooks) -> None:
        """Say where the search has come to."""
        dialog = self._find_dialog()
        if dialog is not None:
            dialog.show_place(news)

    def search_ended(self, news: PrinterSearchEnded) -> None:
        """Say that the search is over."""
        dialog = self._find_dialog()
        if dialog is not None:
            dialog.show_end(news)

    def device_kept(self, news: DeviceKept) -> None:
        """Show a printer that was added, or what was changed."""
        if news.kind is not LampKind.PRINTER:
            return
        known = self._printers.get(news.name)
        if not news.problem:
            self._printers[news.name] = _changed(known, news.name, news.fields)
        dialog = self._find_dialog()
        if dialog is not None:
            dialog.show_kept(news)
        if self._section is None:
            return
        if known is None and not news.problem:
            self._section.add_printer(self._printers[news.name])
            self._section.show_printer(news.name)
            if news.name in self._lamps:
                self._section.show_lamp(self._lamps[news.name])
        else:
            self._section.show_kept(news)

    # --- what staff do ----------------------------------------------------------------------------

    @Slot()
    def on_find_wanted(self) -> None:
        """Look for printers."""
        from app.ui.printers.find_dialog import FindDialog

        if self._errands.devices is None:
            return
        dialog = FindDialog(self._theme, lambda: self._printers)
        dialog.number_wanted.connect(self.on_number_wanted)
        dialog.keep_wanted.connect(self.on_keep_wanted)
        dialog.search_wanted.connect(self.on_search_wanted)
        dialog.closed.connect(self.on_search_left)
        self._layer.open(dialog)
        self.on_search_wanted()

    @Slot()
    def on_search_wanted(self) -> None:
        """Look for printers, or once more."""
        if self._errands.devices is not None:
            self._errands.devices.find_printers()

    @Slot()
    def on_search_left(self) -> None:
        """Search no more."""
        if self._errands.devices is not None:
            self._errands.devices.end_search()

    @Slot(int)
    def on_number_wanted(self, number: int) -> None:
        """Let a found printer print its number."""
        if self._errands.devices is not None:
            self._errands.devices.print_number(number)

    @Slot(str, object)
    def on_keep_wanted(self, name: str, fields: Mapping[str, object]) -> None:
        """Add a printer, or change some of its settings."""
        if self._errands.devices is not None:
            self._errands.devices.keep_printer(name, fields)

    @Slot(str)
    def _on_test_wanted(self, name: str) -> None:
        self.test_wanted.emit(LampKind.PRINTER.value, name)

    @Slot(str, object)
    def on_sheet_wanted(self, name: str, kind: SheetKind) -> None:
        """Print a sheet."""
        if self._errands.devices is not None:
            self._errands.devices.print_sheet(name, kind)

    @Slot(str)
    def on_width_wanted(self, name: str) -> None:
        """Let staff choose how many letters a line takes."""
        from app.ui.printers.width_dialog import WidthDialog

        dialog = WidthDialog(self._theme, name, self._printers[name].width)
        dialog.chosen.connect(self._on_width_chosen)
        self._layer.open(dialog)
        self._about = name

    @Slot(int)
    def _on_width_chosen(self, letters: int) -> None:
        self.on_keep_wanted(self._about, {"width": letters})

    @Slot(str)
    def on_letters_wanted(self, name: str) -> None:
        """Let staff choose the right lines of the proof sheet, which is printed first."""
        from app.ui.printers.letters_dialog import LettersDialog

        lines = self._proofs.get(name)
        if not lines:
            self.on_sheet_wanted(name, SheetKind.PROOF)
            return
        dialog = LettersDialog(self._theme, name, lines)
        dialog.chosen.connect(self._on_letters_chosen)
        self._layer.open(dialog)
        self._about = name

    @Slot(object)
    def _on_letters_chosen(self, pages: tuple[ProvenPage, ...]) -> None:
        self._errands.dispatch(KeepPages(self._about, pages))

    @Slot(int)
    def on_preview_wanted(self, width: int) -> None:
        """Draw a slip as wide as the printer prints."""
        self._asked = self._errands.ask_preview(self._template(), width)

    def _find_dialog(self) -> FindDialog | None:
        from app.ui.printers.find_dialog import FindDialog

        dialog = self._layer.dialog
        return dialog if isinstance(dialog, FindDialog) else None


def _changed(known: DeviceView | None, name: str, fields: Mapping[str, object]) -> DeviceView:
    """Return the printer as Settings shows it once `fields` hold."""
    view = known or DeviceView(name, str(fields.get("kind", "")), "")
    host, port = fields.get("host"), fields.get("port")
    address = f"{host}:{port}" if host else str(fields.get("device", "") or view.address)
    width = fields.get("width", view.width)
    print_as = str(fields.get("print_as", view.print_as))
    wide = width if isinstance(width, int) else view.width
    return replace(view, address=address, width=wide, print_as=print_as)
