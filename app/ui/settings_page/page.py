"""The page Settings: sections at the left, the one that is chosen beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.lamp import Lamp, LampKind
from app.domain.news import LookUpAnswered, NumberMade
from app.ui.pages import Page
from app.ui.services import ScreenSettings
from app.ui.settings_page.devices import DeviceSection, vendor_card
from app.ui.settings_page.scanners import ScannerPages
from app.ui.settings_page.till import AboutSection, LookSection, TillSection
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, BellLook, Kind, PageBar, Sheet
from app.usecases.desk import Shop


class SectionButton(ActionButton):
    """The way to one section: icon and words from the left. Thread: gui."""

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme = self._theme
        size = theme.px(22)
        left = theme.px(14)
        box = QRectF(left, round((self.height() - size) / 2), size, size)
        theme.paint_icon(painter, box, self._icon_name or "info", colour)
        if not self.is_wide():
            return
        left += size + theme.px(12)
        room = max(0.0, self.width() - left - theme.px(8))
        font = self.font()
        shown = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, room + 4, self.height()), flags, shown)

    def is_wide(self) -> bool:
        """Tell whether there is room for the words."""
        return self.width() > self._theme.px(100)


class SectionList(Sheet):
    """The sections, one below the other; they scroll where there is no room for all.

    Thread: gui. Signals: `chosen(key)`.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, sections: Iterable[tuple[str, str, str]]) -> None:
        """Make the list of (key, icon, words)."""
        super().__init__(theme, "surface", ("right",))
        self._buttons: dict[str, SectionButton] = {}
        px = theme.px
        inner = QWidget()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(self._scroll)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(8), px(12), px(8), px(12))
        column.setSpacing(px(2))
        for key, icon, words in sections:
            button = SectionButton(theme, words, Kind.GHOST, icon=icon, height=56)
            button.setMinimumWidth(px(56))
            button.acted.connect(self._on_acted)
            self._buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)

    def choose(self, key: str) -> None:
        """Mark the section that is shown."""
        for each, button in self._buttons.items():
            button.set_selected(each == key)
            if each == key:
                self._scroll.ensureWidgetVisible(button, 0, self._theme.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the section that is shown in sight."""
        super().resizeEvent(event)
        for button in self._buttons.values():
            if button.is_selected():
                self._scroll.ensureWidgetVisible(button, 0, self._theme.px(12))

    @Slot()
    def _on_acted(self) -> None:
        for key, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(key)


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
        self._make_devices(theme, shop, settings, now)
        self.printers = printers
        self.look = LookSection(theme, settings)
        sections: list[tuple[str, str, str, QWidget]] = [
            ("till", "store", self.tr("Till"), TillSection(theme, settings)),
            ("vendors", "plug", self.tr("Vendors"), self.vendors),
            ("printers", "printer", self.tr("Printers"), printers),
            ("slip", "slip", self.tr("Slip"), slip),
            ("scanners", "scan", self.tr("Scanners"), self.scanners),
            ("catalogue", "list", self.tr("Catalogue"), catalogue),
            ("staff", "people", self.tr("Staff"), staff),
            ("look", "globe", self.tr("Language and look"), self.look),
            ("about", "info", self.tr("About"), AboutSection(theme, settings)),
        ]
        self._sections = {key: widget for key, _, _, widget in sections}
        self.list = SectionList(theme, [(key, icon, words) for key, icon, words, _ in sections])
        self.list.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        for widget in self._sections.values():
            self._stack.addWidget(widget)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.list)
        halves.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(halves, 1)
        self.show_section("till")

    @property
    def section(self) -> str:
        """The key of the section that is shown."""
        return self._section

    @Slot(str)
    def show_section(self, key: str) -> None:
        """Show a section by its key."""
        self._section = key
        self.list.choose(key)
        self._stack.setCurrentWidget(self._sections[key])

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
        card = self.vendors.cards.get(answer.vendor)
        if card is not None and "word" in answer.data:
            card.test_answered(answer)

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
        self, theme: Theme, shop: Shop, settings: ScreenSettings, now: Callable[[], datetime]
    ) -> None:
        vendors = [vendor_card(theme, shop, vendor) for vendor in settings.vendors.values()]
        empty = (
            "plug",
            self.tr("No vendor set up"),
            self.tr("Set one up in the settings file, then start Pult again."),
        )
        self.vendors = DeviceSection(theme, vendors, empty, now)
        for card in vendors:
            if card.numbers is not None:
                card.numbers.wanted.connect(self.number_wanted)
        empty = (
            "scan",
            self.tr("No scanner set up"),
            self.tr("Orders work without one: tap the card instead."),
        )
        self.scanners = ScannerPages(theme, shop, settings.scanners, empty, now)
        self.vendors.test_wanted.connect(self.test_wanted)
