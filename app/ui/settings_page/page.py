"""The page Settings: sections at the left, the one that is chosen beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.lamp import LampKind
from app.ui.pages import Page
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_desk import SettingsDesk
from app.ui.settings_kit import KeyPage, Kit, SaveFoot, rows_of_table
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
from app.ui.settings_page.practice import PracticeRow
from app.ui.settings_page.restart_bar import RestartBar
from app.ui.settings_page.scanners import ScannerPages
from app.ui.settings_page.section_list import SectionList
from app.ui.settings_page.till import look_page, till_page
from app.ui.settings_page.vendors import VendorSection
from app.ui.settings_page.watched import WatchedSections
from app.ui.theme import Theme
from app.ui.wording.marked import translate


class SettingsPage(Page):
    """What is in force on this till; what is chosen here holds at once.

    Thread: gui. Signals: `test_wanted(kind, name)` for a test slip.
    """

    test_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        settings: ScreenSettings,
        *,
        desk: SettingsDesk,
        watched: WatchedSections,
        sections: Mapping[str, Callable[[], QWidget]],
        section: str = "till",
    ) -> None:
        """Make the page, which begins with `section`; each section is made when it is wanted.

        `watched` makes vendors and scanners, `sections` those with a desk of their own: printers,
        slip, catalogue, staff, about.
        """
        super().__init__(theme, translate("SettingsPage", "Settings"))
        self._theme = theme
        self._desk = desk
        self._settings = settings
        kit = desk.kit
        all_sections: list[tuple[str, str, str, Callable[[], QWidget]]] = [
            ("till", "store", self.tr("Till"), self._till_page),
            ("vendors", "plug", self.tr("Vendors"), watched.make_vendors),
            ("printers", "printer", self.tr("Printers"), sections["printers"]),
            ("slip", "slip", self.tr("Slip"), sections["slip"]),
            ("scanners", "scan", self.tr("Scanners"), watched.make_scanners),
            ("catalogue", "list", self.tr("Catalogue"), sections["catalogue"]),
            ("staff", "people", self.tr("Staff"), sections["staff"]),
            ("look", "globe", self.tr("Language and look"), lambda: look_page(kit)),
            *self._tables(),
            ("copy", "copy", self.tr("Copy this till"), self._copy_page),
            ("advanced", "settings", self.tr("Advanced"), lambda: AdvancedPage(kit)),
            ("about", "info", self.tr("About"), sections["about"]),
        ]
        self._makers = {key: make for key, _, _, make in all_sections}
        self._makers |= {WELCOME: self._welcome_page, DONE: self._done_page}
        self._sections: dict[str, QWidget] = {}
        self.list = SectionList(theme, [(key, icon, words) for key, icon, words, _ in all_sections])
        self.list.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.list)
        halves.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.restart = RestartBar(theme)
        self.restart.wanted.connect(desk.restart_wanted)
        desk.restart_due.connect(self.on_restart_due)
        column.addWidget(self.bar)
        column.addWidget(self.restart)
        self._guide_head, self._guide_foot = GuideHead(theme), GuideFoot(theme)
        self.guided = Guided(desk, self._guide_head, self._guide_foot, self.page, self)
        self.guided.section_wanted.connect(self.show_section)
        self.guided.ended.connect(self.on_guide_ended)
        column.addWidget(self._guide_head)
        column.addLayout(halves, 1)
        column.addWidget(self._guide_foot)
        self.show_section(section)
        self._show_guide(self.guided.is_on)
        if self.guided.is_on:
            self.guided.resume()

    @property
    def vendors(self) -> VendorSection:
        """The section Vendors, made now if it was not yet."""
        return cast(VendorSection, self.page("vendors"))

    @property
    def scanners(self) -> ScannerPages:
        """The section Scanners, made now if it was not yet."""
        return cast(ScannerPages, self.page("scanners"))

    @property
    def printers(self) -> QWidget:
        """The section Printers, made now if it was not yet."""
        return self.page("printers")

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
        self.on_restart_due()
        self.list.setVisible(not shown)
        self.bar.back.setVisible(not shown)
        self.bar.title.setText(self.tr("Set up Pult") if shown else self.tr("Settings"))
        for foot in self.findChildren(SaveFoot):
            foot.retire(shown)
        for copy in self.findChildren(CopyPage):
            copy.offer_outward(not shown)

    @Slot()
    def on_restart_due(self) -> None:
        """Offer the restart above the page; the guide has it at its end, and a copy at once."""
        leads = self.guided.is_on and self._section != "copy"
        self.restart.setVisible(self._desk.needs_restart and not leads)

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

    def _till_page(self) -> QWidget:
        return till_page(self._desk.kit, self._practice_row())

    def _practice_row(self) -> PracticeRow:
        row = PracticeRow(self._theme)
        row.wanted.connect(self._desk.practice_wanted)
        self._desk.restart_due.connect(row.wait_for_restart)
        if self._desk.needs_restart:
            row.wait_for_restart()
        return row

    def _welcome_page(self) -> QWidget:
        page = WelcomePage(self._theme)
        page.copy_wanted.connect(self.on_copy)
        page.demo_wanted.connect(self._desk.demo_wanted)
        return page

    def _done_page(self) -> QWidget:
        book = self._desk.kit.book
        switches = (book.view(f"vendors.{name}.enabled") for name in self._settings.vendor_titles)
        sells = any(view is not None and view.value for view in switches)
        practice = self._practice_row()
        practice.wanted.connect(self.guided.on_later)
        prints = bool(self._settings.slip_printer)
        page = DonePage(self._theme, practice, prints=prints, sells=sells)
        page.demo_wanted.connect(self._desk.demo_wanted)
        page.slip_wanted.connect(self._on_slip_wanted)
        return page

    @Slot()
    def _on_slip_wanted(self) -> None:
        self.test_wanted.emit(LampKind.PRINTER.value, self._settings.slip_printer)

    @Slot()
    def on_copy(self) -> None:
        """Show the page where another till's set-up is taken over."""
        self.show_section("copy")

    def _copy_page(self) -> QWidget:
        page = CopyPage(self._theme)
        page.copy_wanted.connect(self._desk.on_copy_wanted)
        page.offer_outward(not self.guided.is_on)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the sections out where there is no room."""
        super().resizeEvent(event)
        px = self._theme.px
        self.list.setFixedWidth(px(240) if self.width() >= px(800) else px(76))


def _table_page(kit: Kit, table: str) -> QWidget:
    return KeyPage(kit, [rows_of_table(kit, table)])
