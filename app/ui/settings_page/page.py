"""The page Settings: sections at the left, the one that is chosen beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.lamp import Lamp, LampKind
from app.domain.news import LookUpAnswered, NumberMade
from app.ui.pages import Page
from app.ui.services import ScreenSettings
from app.ui.settings_desk import SettingsDesk
from app.ui.settings_kit import KeyPage, Kit, SaveFoot, rows_of_table
from app.ui.settings_page.about import AboutSection
from app.ui.settings_page.advanced import AdvancedPage
from app.ui.settings_page.copy_page import CopyPage
from app.ui.settings_page.guide import (
    DONE,
    WELCOME,
    DonePage,
    GuideFoot,
    GuideHead,
    WelcomePage,
)
from app.ui.settings_page.guided import Guided
from app.ui.settings_page.restart_bar import RestartBar
from app.ui.settings_page.scanners import ScannerPages
from app.ui.settings_page.section_list import SectionList
from app.ui.settings_page.till import look_page, till_page
from app.ui.settings_page.vendors import VendorSection
from app.ui.theme import Theme
from app.ui.widgets import BellLook, PageBar
from app.usecases.desk import Shop


class SettingsPage(Page):
    """What is in force on this till; what is chosen here holds at once.

    Thread: gui. Signals: `test_wanted(kind, name)` for a vendor's connection or a test slip;
    `number_wanted(vendor)` for an order number.
    """

    test_wanted = Signal(str, str)
    number_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        settings: ScreenSettings,
        now: Callable[[], datetime],
        *,
        desk: SettingsDesk,
        printers: QWidget,
        slip: QWidget,
        catalogue: QWidget,
        staff: QWidget,
    ) -> None:
        """Make the page, the given sections among its own; it begins with the till."""
        super().__init__()
        self._theme = theme
        self.bar = PageBar(theme, self.tr("Settings"))
        self.bar.back_pressed.connect(self.left)
        self.bar.bell.acted.connect(self.bell_pressed)
        self._desk = desk
        self._make_devices(shop, settings, now)
        self.printers = printers
        kit = desk.kit
        sections: list[tuple[str, str, str, Callable[[], QWidget]]] = [
            ("till", "store", self.tr("Till"), lambda: till_page(kit)),
            ("vendors", "plug", self.tr("Vendors"), lambda: self.vendors),
            ("printers", "printer", self.tr("Printers"), lambda: printers),
            ("slip", "slip", self.tr("Slip"), lambda: slip),
            ("scanners", "scan", self.tr("Scanners"), lambda: self.scanners),
            ("catalogue", "list", self.tr("Catalogue"), lambda: catalogue),
            ("staff", "people", self.tr("Staff"), lambda: staff),
            ("look", "globe", self.tr("Language and look"), lambda: look_page(kit)),
            *self._tables(),
            ("copy", "copy", self.tr("Copy this till"), self._copy_page),
            ("advanced", "settings", self.tr("Advanced"), lambda: AdvancedPage(kit)),
            ("about", "info", self.tr("About"), lambda: AboutSection(theme, settings)),
        ]
        self._makers = {key: make for key, _, _, make in sections}
        self._makers |= {WELCOME: self._welcome_page, DONE: self._done_page}
        self._sections: dict[str, QWidget] = {}
        self.list = SectionList(theme, [(key, icon, words) for key, icon, words, _ in sections])
        self.list.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        for each in (self.vendors, printers, slip, self.scanners, catalogue, staff):
            self._stack.addWidget(each)  # they are told news before they are seen
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.list)
        halves.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.restart = RestartBar(theme)
        self.restart.wanted.connect(desk.restart_wanted)
        self.restart.setVisible(desk.needs_restart)
        desk.restart_due.connect(self.restart.show)
        column.addWidget(self.bar)
        column.addWidget(self.restart)
        self._guide_head, self._guide_foot = GuideHead(theme), GuideFoot(theme)
        self.guided = Guided(desk, self._guide_head, self._guide_foot, self.page, self)
        self.guided.section_wanted.connect(self.show_section)
        self.guided.ended.connect(self.on_guide_ended)
        column.addWidget(self._guide_head)
        column.addLayout(halves, 1)
        column.addWidget(self._guide_foot)
        self.show_section("till")
        self._show_guide(self.guided.is_on)
        if self.guided.is_on:
            self.guided.resume()

    def start_guide(self) -> None:
        """Lead through the pages from the first on."""
        self._show_guide(True)
        self.guided.begin()

    @Slot()
    def on_guide_ended(self) -> None:
        """Go to the board; from the next time on this is the page as always."""
        self._show_guide(False)
        self.left.emit()

    def _show_guide(self, shown: bool) -> None:
        self._guide_head.setVisible(shown)
        self._guide_foot.setVisible(shown)
        self.list.setVisible(not shown)
        self.bar.back.setVisible(not shown)
        self.bar.title.setText(self.tr("Set up Pult") if shown else self.tr("Settings"))
        for foot in self.findChildren(SaveFoot):
            foot.retire(shown)

    @property
    def section(self) -> str:
        """The key of the section that is shown."""
        return self._section

    @Slot(str)
    def show_section(self, key: str) -> None:
        """Show a section by its key."""
        self._section = key
        self.list.choose(key)
        self._stack.setCurrentWidget(self.page(key))

    def page(self, key: str) -> QWidget:
        """Return a section, made when it is first wanted."""
        if key not in self._sections:
            made = self._makers[key]()
            if isinstance(made, KeyPage):
                made.save_wanted.connect(self._desk.on_save)
                self._desk.kept.connect(made.on_saved)
            self._sections[key] = made
            self._stack.addWidget(made)
            for foot in made.findChildren(SaveFoot):
                foot.retire(self.guided.is_on)
        return self._sections[key]

    def _welcome_page(self) -> QWidget:
        page = WelcomePage(self._theme)
        page.copy_wanted.connect(self.on_copy)
        page.demo_wanted.connect(self._desk.demo_wanted)
        return page

    def _done_page(self) -> QWidget:
        page = DonePage(self._theme)
        page.demo_wanted.connect(self._desk.demo_wanted)
        return page

    @Slot()
    def on_copy(self) -> None:
        """Show the page where another till's set-up is taken over."""
        self.show_section("copy")

    def _copy_page(self) -> QWidget:
        page = CopyPage(self._theme)
        page.copy_wanted.connect(self._desk.on_copy_wanted)
        self._desk.copied.connect(page.copied)
        return page

    def _tables(self) -> list[tuple[str, str, str, Callable[[], QWidget]]]:
        """Return the sections of tables that have a page of their own, made from their keys."""
        kit = self._desk.kit
        known = [
            ("alarm", "bell", self.tr("Sounds")),
            ("display", "full-screen", self.tr("Customer display")),
        ]
        return [
            (table, icon, words, partial(_table_page, kit, table))
            for table, icon, words in known
            if kit.book.has(table)
        ]

    def set_open(self, is_open: bool) -> None:
        """Let tests be pressed once the till is open."""
        self.vendors.set_open(is_open)
        self.scanners.set_open(is_open)

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how a vendor or device stands now."""
        if lamp.kind is LampKind.VENDOR:
            self.vendors.show_lamp(lamp)
        elif lamp.kind is LampKind.SCANNER:
            self.scanners.show_lamp(lamp)

    def answered(self, answer: LookUpAnswered) -> None:
        """Show the answer to a test."""
        self.vendors.answered(answer)

    def number_made(self, news: NumberMade) -> None:
        """Show the order number a vendor made."""
        card = self.vendors.cards.get(news.vendor)
        if card is not None and card.numbers is not None:
            card.numbers.show_number(news)

    def show_scan(self, scanned: str, note: str) -> None:
        """Show what was scanned last, and when and with what answer."""
        self.scanners.show_scan(scanned, note)

    def show_new_orders(self, count: int) -> None:
        """Say how many new orders wait on the board."""
        self.bar.show_new_orders(count)

    def show_bell(self, look: BellLook) -> None:
        """Say how the alarm stands."""
        self.bar.bell.show_look(look)

    def show_time(self, clock: str) -> None:
        """Show the time."""
        self.bar.show_time(clock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the sections out where there is no room."""
        super().resizeEvent(event)
        px = self._theme.px
        self.list.setFixedWidth(px(240) if self.width() >= px(800) else px(76))

    def _make_devices(
        self, shop: Shop, settings: ScreenSettings, now: Callable[[], datetime]
    ) -> None:
        kit = self._desk.kit
        self.vendors = VendorSection(kit, shop, settings.vendors, settings.vendor_titles, now)
        for card in self.vendors.cards.values():
            if card.numbers is not None:
                card.numbers.wanted.connect(self.number_wanted)
        self.scanners = ScannerPages(kit, shop, settings.scanners, now)
        self.vendors.test_wanted.connect(self.test_wanted)
        self.vendors.values_test_wanted.connect(self._desk.values_test_wanted)
        for section in (self.vendors, self.scanners.section):
            section.save_wanted.connect(self._desk.on_save)
            self._desk.kept.connect(section.saver.on_saved)
            self._desk.entry_kept.connect(section.on_entry_kept)


def _table_page(kit: Kit, table: str) -> QWidget:
    return KeyPage(kit, [rows_of_table(kit, table)])
