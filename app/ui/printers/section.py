"""The section Printers of Settings: tabs, the page of the chosen one, its slip beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.device_news import DeviceKept, PagesProven, SheetPrinted
from app.domain.lamp import Lamp
from app.ui.printers.page import PrinterPage
from app.ui.printers.preview import SlipPreviewView
from app.ui.printers.tabs import DeviceTabs
from app.ui.screen_settings import DeviceView
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.tabbed_section import TabbedSection
from app.ui.widgets import EmptyState
from app.ui.wording.lamps import lamp_state
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_BESIDE_FROM = 800


_FIRST: Final = ("name", "kind", "host", "port", "device", "baudrate", "profile", "prints")
_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "host": ("network", "epos"),
    "port": ("network", "epos"),
    "device": ("serial", "usb", "device", "spooler"),
    "baudrate": ("serial",),
}
_HERE: Final = ("width",)
"""What is chosen beside the ruler, above the rows."""


def _matters(name: str, kind: str) -> bool:
    return name not in _HERE and kind in _OF_KIND.get(name, (kind,))


class PrinterSection(TabbedSection):
    """All printers of this till.

    Thread: gui. Signals: `find_wanted`, `preview_wanted(letters a line)` when another printer is
    looked at, and those of PrinterPage.
    """

    find_wanted = Signal()
    preview_wanted = Signal(int)
    test_wanted = Signal(str)
    sheet_wanted = Signal(str, object)
    width_wanted = Signal(str)
    letters_wanted = Signal(str)
    slips_wanted = Signal(str)

    def __init__(
        self,
        kit: Kit,
        shop: Shop,
        printers: Iterable[DeviceView],
        now: Callable[[], datetime],
    ) -> None:
        """Show the printers, or that there is none."""
        theme = kit.theme
        tabs = DeviceTabs(theme, (), add=translate("Settings", "Add printer by hand"))
        super().__init__(kit, "printers", tabs, _FIRST, _matters)
        self._shop = shop
        self._now = now
        self._is_open = False
        self.pages: dict[str, PrinterPage] = {}
        self.tabs.find_pressed.connect(self.find_wanted)
        self.preview = SlipPreviewView(theme)
        self._empty = EmptyState(
            theme,
            "printer",
            self.tr("No printer set up"),
            self.tr("Orders work without one: read the number from the screen."),
        )
        both = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.px(24))
        self._halves.addWidget(self.heads, 1)
        self._halves.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.tabs, self._empty, both):
            self.add(widget)
        self.place_forms()
        for printer in printers:
            self.add_printer(printer)
        self.shown_changed.connect(self._on_shown)
        self.show_first()
        self._fit()

    def add_printer(self, printer: DeviceView) -> None:
        """Show one more printer."""
        page = PrinterPage(self.kit.theme, self._shop, printer)
        page.test_wanted.connect(self.test_wanted)
        page.sheet_wanted.connect(self.sheet_wanted)
        page.width_wanted.connect(self.width_wanted)
        page.letters_wanted.connect(self.letters_wanted)
        page.slips_wanted.connect(self.slips_wanted)
        page.set_open(self._is_open)
        self.pages[printer.name] = page
        self.tabs.add(printer.name)
        self.add_entry(printer.name, self.table_of(printer.name), page)
        self._fit()

    @Slot(str)
    def show_printer(self, name: str) -> None:
        """Show the page of a printer, and a slip as wide as it prints."""
        self.show_entry(name)

    @Slot(str)
    def _on_shown(self, _name: str) -> None:
        self._fit()
        self._ask_preview()

    def set_open(self, is_open: bool) -> None:
        """Let the printers be asked once the till is open."""
        self._is_open = is_open
        self.tabs.search.setEnabled(is_open)
        for page in self.pages.values():
            page.set_open(is_open)
        self._ask_preview()

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how one stands now."""
        page = self.pages.get(lamp.name)
        if page is not None:
            page.show_lamp(lamp, self._now())
            self.tabs.tabs[lamp.name].show_shape(lamp_state(lamp, self._now()).shape)

    def show_waiting(self, counts: Mapping[str, int]) -> None:
        """Show how many slips wait for each printer."""
        for name, page in self.pages.items():
            page.show_waiting(counts.get(name, 0))

    def show_sheet(self, news: SheetPrinted) -> None:
        """Say what became of a sheet."""
        if news.printer in self.pages:
            self.pages[news.printer].show_sheet(news)

    def show_pages(self, news: PagesProven) -> None:
        """Show which letters a printer is proven to have."""
        if news.printer in self.pages:
            self.pages[news.printer].show_pages(news.pages)

    def show_kept(self, news: DeviceKept) -> None:
        """Say whether a change holds."""
        if news.name in self.pages:
            self.pages[news.name].show_kept(news)
            self._ask_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the slip below the facts where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the slip as it would be printed now."""
        super().showEvent(event)
        self._ask_preview()

    def _fit(self) -> None:
        wide = self.width() >= self._theme.px(_BESIDE_FROM)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if wide else below)
        self.preview.setVisible(self.shown in self.pages)
        self._empty.setVisible(not self.pages and self.shown not in self.forms)

    def _ask_preview(self) -> None:
        page = self.pages.get(self.shown)
        if self._is_open and page is not None and self.isVisible():
            self.preview.show_letters(page.printer)
            self.preview_wanted.emit(page.printer.width)
