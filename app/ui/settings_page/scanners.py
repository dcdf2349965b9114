"""The section Scanners: how each stands, what was scanned last, and the way to its scan doctor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.domain.device_news import DeviceKept, PictureSeen, ScanSeen, ScanUnderstood, SpeedFound
from app.domain.lamp import Lamp, LampKind
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.ui.printers.tabs import DeviceTabs
from app.ui.screen_settings import DeviceView
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.tabbed_section import TabbedSection
from app.ui.settings_page.devices import DeviceCard, kind_text
from app.ui.settings_page.parts import Box, FactRow
from app.ui.settings_page.scan_doctor import ScanDoctor
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, EmptyState, Kind
from app.ui.wording.lamps import lamp_state
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class ScannerCard(DeviceCard):
    """One scanner. Thread: gui. Signals: `doctor_wanted(name)`."""

    doctor_wanted = Signal(str)

    def __init__(self, theme: Theme, shop: Shop, scanner: DeviceView) -> None:
        """Make the card; a scanner is tested by scanning something."""
        port = scanner.address or translate("Settings", "not set")
        facts = [
            (translate("Settings", "Connection"), kind_text(scanner)),
            (translate("Settings", "Port"), port),
        ]
        super().__init__(theme, shop, LampKind.SCANNER, scanner.name, facts)
        self.setAccessibleName(scanner.name)
        name = self.tr("Scan doctor of {name}").format(name=scanner.name)
        self.doctor = ActionButton(
            theme, self.tr("Scan doctor"), Kind.PLAIN, icon="scan", height=72, name=name
        )
        self.doctor.acted.connect(self._on_doctor)
        column = self.layout()
        if column is not None:
            column.addWidget(self.doctor)
            column.setAlignment(self.doctor, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_doctor(self) -> None:
        self.doctor_wanted.emit(self.device)


_FIRST: Final = ("name", "kind", "port", "source")
_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "port": ("serial",),
    "baudrate": ("serial",),
    "frame": ("serial",),
    "source": ("camera",),
    "prefix": ("keyboard",),
    "layout": ("keyboard",),
    "terminator": ("serial", "keyboard"),
}


def _matters(name: str, kind: str) -> bool:
    return kind in _OF_KIND.get(name, (kind,))


class ScannerSection(TabbedSection):
    """A tab for each scanner, with what was scanned last. Thread: gui."""

    def __init__(self, kit: Kit, now: Callable[[], datetime]) -> None:
        """Make it without scanners."""
        add = translate("Settings", "Add scanner")
        tabs = DeviceTabs(kit.theme, (), finds=False, add=add)
        super().__init__(kit, "scanners", tabs, _FIRST, _matters)
        self._now = now
        self.cards: dict[str, ScannerCard] = {}
        head = translate("Settings", "No scanner set up")
        line = translate("Settings", "Orders work without one: tap the card instead.")
        self._empty = EmptyState(kit.theme, "scan", head, line)
        self._box = Box(kit.theme)
        nothing = self.tr("Nothing yet: scan any code to try the scanner")
        self.last = FactRow(kit.theme, self.tr("Last scan"), nothing)
        self._box.add(self.last)
        for widget in (self.tabs, self._empty, self.heads, self._box):
            self.add(widget)
        self.place_forms()

    def add_card(self, card: ScannerCard) -> None:
        """Show one more scanner."""
        self.cards[card.device] = card
        self.tabs.add(card.device)
        table = self.table_of(card.device)
        self.add_entry(card.device, table, card)
        card.box.setVisible(not table)

    def show_first(self) -> None:
        """Show what was looked at last, else the first scanner."""
        super().show_first()
        self._empty.setVisible(not self.cards)
        self._box.setVisible(bool(self.cards))

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how one stands now."""
        card = self.cards.get(lamp.name)
        if card is not None:
            card.show_lamp(lamp, self._now())
            self.tabs.tabs[lamp.name].show_shape(lamp_state(lamp, self._now()).shape)

    def show_scan(self, scanned: str, note: str) -> None:
        """Show what was scanned, and small below it when and with what answer."""
        self.last.show_value(scanned, note)


class ScannerPages(QStackedWidget):
    """The section, and the scan doctor of each scanner once it is wanted.

    Thread: gui. Signals: `watch_wanted(name, on)` while the pictures of a camera are looked at;
    `speed_wanted(name)`, `accept_wanted(name)` and `keep_wanted(name, fields)` as a doctor asks.
    """

    watch_wanted = Signal(str, bool)
    speed_wanted = Signal(str)
    accept_wanted = Signal(str)
    keep_wanted = Signal(str, object)

    def __init__(
        self,
        kit: Kit,
        shop: Shop,
        scanners: tuple[DeviceView, ...],
        now: Callable[[], datetime],
    ) -> None:
        """Show the scanners of this till."""
        super().__init__()
        self._theme = kit.theme
        self._shop = shop
        self._now = now
        self._views = {scanner.name: scanner for scanner in scanners}
        self._lamps: dict[str, Lamp] = {}
        self._doctors: dict[str, ScanDoctor] = {}
        self._is_open = False
        self.section = ScannerSection(kit, now)
        for scanner in scanners:
            self.section.add_card(self._card(scanner))
        self.section.show_first()
        self.addWidget(self.section)

    def add(self, scanner: DeviceView) -> str:
        """Show one more scanner; return its name."""
        self._views[scanner.name] = scanner
        self.section.add_card(self._card(scanner))
        self.section.show_first()
        if scanner.name in self._lamps:
            self.section.show_lamp(self._lamps[scanner.name])
        return scanner.name

    def set_open(self, is_open: bool) -> None:
        """Let the doctors ask once the till is open."""
        self._is_open = is_open
        for doctor in self._doctors.values():
            doctor.set_open(is_open)

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how a scanner stands now."""
        self._lamps[lamp.name] = lamp
        self.section.show_lamp(lamp)
        if lamp.name in self._doctors:
            self._doctors[lamp.name].show_lamp(lamp)

    def show_scan(self, scanned: str, note: str) -> None:
        """Show what was scanned last."""
        self.section.show_scan(scanned, note)

    def scan_seen(self, news: ScanSeen | ScanUnderstood) -> None:
        """Let the doctor that is looked at show a scan of its scanner; nobody keeps the others."""
        doctor = self.doctor
        if doctor is not None and doctor.isVisible():
            doctor.scan_seen(news)

    def picture_seen(self, news: PictureSeen) -> None:
        """Show what a camera sees."""
        doctor = self.doctor
        if doctor is not None and doctor.scanner == news.scanner:
            doctor.picture_seen(news)

    def speed_found(self, news: SpeedFound) -> None:
        """Say which speed was found."""
        if news.scanner in self._doctors:
            self._doctors[news.scanner].speed_found(news)

    def kept(self, news: DeviceKept) -> None:
        """Show a scanner that was added, or whether a change of one is in the settings file."""
        if news.name not in self._views and not news.problem:
            place = str(news.fields.get("port") or news.fields.get("source") or "")
            self.add(DeviceView(news.name, str(news.fields.get("kind", "serial")), place))
        if news.name in self._doctors:
            self._doctors[news.name].kept(news)

    def takes(self, news: ScanAnswered) -> bool:
        """Whether a test code was scanned that a doctor on the screen has the answer to."""
        doctor = self.doctor
        return news.verdict is ScanVerdict.TEST and doctor is not None and doctor.isVisible()

    @property
    def doctor(self) -> ScanDoctor | None:
        """The doctor that is chosen, if any."""
        shown = self.currentWidget()
        return shown if isinstance(shown, ScanDoctor) else None

    @Slot(str)
    def on_doctor_wanted(self, name: str) -> None:
        """Show the scan doctor of a scanner."""
        doctor = self._doctors.get(name) or self._made(name)
        self.setCurrentWidget(doctor)

    @Slot()
    def on_back(self) -> None:
        """Show all scanners again."""
        self.setCurrentWidget(self.section)

    def _card(self, scanner: DeviceView) -> ScannerCard:
        card = ScannerCard(self._theme, self._shop, scanner)
        card.doctor_wanted.connect(self.on_doctor_wanted)
        return card

    def _made(self, name: str) -> ScanDoctor:
        doctor = ScanDoctor(self._theme, self._shop, self._views[name], self._now)
        doctor.back_wanted.connect(self.on_back)
        doctor.watch_wanted.connect(self.watch_wanted)
        doctor.speed_wanted.connect(self.speed_wanted)
        doctor.accept_wanted.connect(self.accept_wanted)
        doctor.keep_wanted.connect(self.keep_wanted)
        doctor.set_open(self._is_open)
        if name in self._lamps:
            doctor.show_lamp(self._lamps[name])
        self._doctors[name] = doctor
        self.addWidget(doctor)
        return doctor
