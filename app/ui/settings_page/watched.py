"""The sections of Settings that show what becomes of vendors and scanners while they are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.device_news import DeviceKept, PictureSeen, ScanSeen, ScanUnderstood, SpeedFound
from app.domain.lamp import Lamp, LampKind
from app.domain.news import NumberMade
from app.domain.scan_news import LookUpAnswered, ScanAnswered
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_desk import SettingsDesk
from app.ui.wording.figures import clock
from app.ui.wording.last_scan import last_scan
from app.ui.wording.scan import scan_answer
from app.usecases.desk import Shop

if TYPE_CHECKING:
    from app.ui.settings_kit.tabbed_section import TabbedSection
    from app.ui.settings_page.scanners import ScannerPages
    from app.ui.settings_page.vendors import VendorSection


class WatchedSections(QObject):
    """Makes Vendors and Scanners, and hands them their news, also what came before they were made.

    It is there before the page Settings is, and keeps how all lamps stand.

    Thread: gui. Signals: `test_wanted(kind, name)` for a vendor's connection;
    `number_wanted(vendor)` for an order number; those of ScannerPages.
    """

    test_wanted = Signal(str, str)
    number_wanted = Signal(str)
    watch_wanted = Signal(str, bool)
    speed_wanted = Signal(str)
    accept_wanted = Signal(str)
    keep_wanted = Signal(str, object)

    def __init__(
        self,
        desk: SettingsDesk,
        shop: Shop,
        settings: ScreenSettings,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        """Make neither yet."""
        super().__init__(parent)
        self._desk = desk
        self._shop, self._settings, self._now = shop, settings, now
        self._vendors: VendorSection | None = None
        self._scanners: ScannerPages | None = None
        self._lamps: dict[tuple[LampKind, str], Lamp] = {}
        self._last_scan: tuple[str, str] | None = None
        self._is_open = False

    @property
    def lamps(self) -> Iterable[Lamp]:
        """How vendors, printers and scanners stand."""
        return self._lamps.values()

    def make_vendors(self) -> VendorSection:
        """Make the section Vendors, as things stand."""
        from app.ui.settings_page.vendors import VendorSection

        settings = self._settings
        vendors = VendorSection(
            self._desk.kit, self._shop, settings.vendors, settings.vendor_titles, self._now
        )
        for card in vendors.cards.values():
            if card.numbers is not None:
                card.numbers.wanted.connect(self.number_wanted)
        vendors.test_wanted.connect(self.test_wanted)
        vendors.values_test_wanted.connect(self._desk.values_test_wanted)
        self._have_saved(vendors)
        vendors.set_open(self._is_open)
        for lamp in self._lamps.values():
            if lamp.kind is LampKind.VENDOR:
                vendors.show_lamp(lamp)
        self._vendors = vendors
        return vendors

    def make_scanners(self) -> ScannerPages:
        """Make the section Scanners, as things stand."""
        from app.ui.settings_page.scanners import ScannerPages

        scanners = ScannerPages(self._desk.kit, self._shop, self._settings.scanners, self._now)
        scanners.watch_wanted.connect(self.watch_wanted)
        scanners.speed_wanted.connect(self.speed_wanted)
        scanners.accept_wanted.connect(self.accept_wanted)
        scanners.keep_wanted.connect(self.keep_wanted)
        self._have_saved(scanners.section)
        scanners.set_open(self._is_open)
        for lamp in self._lamps.values():
            if lamp.kind is LampKind.SCANNER:
                scanners.show_lamp(lamp)
        if self._last_scan is not None:
            scanners.show_scan(*self._last_scan)
        self._scanners = scanners
        return scanners

    def _have_saved(self, section: TabbedSection) -> None:
        section.save_wanted.connect(self._desk.on_save)
        self._desk.kept.connect(section.saver.on_saved)
        self._desk.entry_kept.connect(section.on_entry_kept)

    def set_open(self, is_open: bool) -> None:
        """Let tests be pressed once the till is open."""
        self._is_open = is_open
        for section in (self._vendors, self._scanners):
            if section is not None:
                section.set_open(is_open)

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how a vendor or scanner stands now."""
        self._lamps[lamp.kind, lamp.name] = lamp
        if lamp.kind is LampKind.VENDOR and self._vendors is not None:
            self._vendors.show_lamp(lamp)
        elif lamp.kind is LampKind.SCANNER and self._scanners is not None:
            self._scanners.show_lamp(lamp)

    def answered(self, answer: LookUpAnswered) -> None:
        """Show the answer to a test."""
        if self._vendors is not None:  # only there a test is asked for
            self._vendors.answered(answer)

    def number_made(self, news: NumberMade) -> None:
        """Show the order number a vendor made."""
        card = self._vendors.cards.get(news.vendor) if self._vendors is not None else None
        if card is not None and card.numbers is not None:
            card.numbers.show_number(news)

    def scan_answered(self, news: ScanAnswered) -> None:
        """Keep and show what was scanned last, when, and with what answer."""
        now = self._now()
        answer = scan_answer(news, self._shop, now)
        words = " ".join(filter(None, (answer.number, answer.headline)))
        self._last_scan = (last_scan(news), f"{clock(now, self._shop)} · {words}")
        if self._scanners is not None:
            self._scanners.show_scan(*self._last_scan)

    def takes(self, news: ScanAnswered) -> bool:
        """Whether a test code was scanned that a doctor on the screen has the answer to."""
        return self._scanners is not None and self._scanners.takes(news)

    def scan_seen(self, news: ScanSeen | ScanUnderstood) -> None:
        """Let a scan doctor that is looked at show how a scan arrived."""
        if self._scanners is not None:
            self._scanners.scan_seen(news)

    def picture_seen(self, news: PictureSeen) -> None:
        """Show what a camera sees."""
        if self._scanners is not None:
            self._scanners.picture_seen(news)

    def speed_found(self, news: SpeedFound) -> None:
        """Say which speed of a serial line was found."""
        if self._scanners is not None:
            self._scanners.speed_found(news)

    def device_kept(self, news: DeviceKept) -> None:
        """Say whether a change of a scanner is in the settings file."""
        if self._scanners is not None and news.kind is LampKind.SCANNER:
            self._scanners.kept(news)
