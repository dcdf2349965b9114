"""The section Printers of Settings: tabs, the page of the chosen one, its slip beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.device_news import DeviceKept, PagesProven, SheetPrinted
from app.domain.lamp import Lamp
from app.ui.printers.page import PrinterPage
from app.ui.printers.preview import SlipPreviewView
from app.ui.printers.tabs import DeviceTabs
from app.ui.services import DeviceView
from app.ui.settings_page.parts import Section
from app.ui.theme import Theme
from app.ui.widgets import EmptyState
from app.ui.wording.lamps import lamp_state
from app.usecases.desk import Shop

_BESIDE_FROM = 800


class PrinterSection(Section):
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
        theme: Theme,
        shop: Shop,
        printers: Iterable[DeviceView],
        now: Callable[[], datetime],
    ) -> None:
        """Show the printers, or that there is none."""
        super().__init__(theme)
        self._theme = theme
        self._shop = shop
        self._now = now
        self._is_open = False
        self.pages: dict[str, PrinterPage] = {}
        self.tabs = DeviceTabs(theme, ())
        self.tabs.chosen.connect(self.show_printer)
        self.tabs.find_pressed.connect(self.find_wanted)
        self.preview = SlipPreviewView(theme)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            theme,
            "printer",
            self.tr("No printer set up"),
            self.tr("Orders work without one: read the number from the screen."),
        )
        self._stack.addWidget(self._empty)
        both = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.px(24))
        self._halves.addWidget(self._stack, 1)
        self._halves.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.tabs)
        column.addWidget(both)
        self.add(whole)
        for printer in printers:
            self.add_printer(printer)
        if self.pages:
            self.show_printer(next(iter(self.pages)))
        self._fit()

    def add_printer(self, printer: DeviceView) -> None:
        """Show one more printer."""
        page = PrinterPage(self._theme, self._shop, printer)
        page.test_wanted.connect(self.test_wanted)
        page.sheet_wanted.connect(self.sheet_wanted)
        page.width_wanted.connect(self.width_wanted)
        page.letters_wanted.connect(self.letters_wanted)
        page.slips_wanted.connect(self.slips_wanted)
        page.set_open(self._is_open)
        self.pages[printer.name] = page
        self._stack.addWidget(page)
        self.tabs.add(printer.name)
        self._fit()

    @Slot(str)
    def show_printer(self, name: str) -> None:
        """Show the page of a printer, and a slip as wide as it prints."""
        page = self.pages[name]
        self._stack.setCurrentWidget(page)
        self.tabs.choose(name)
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
        self.preview.setVisible(bool(self.pages))

    def _ask_preview(self) -> None:
        page = self._stack.currentWidget()
        if self._is_open and isinstance(page, PrinterPage) and self.isVisible():
            self.preview_wanted.emit(page.printer.width)
