"""The card of a vendor or scanner: how it stands, what it is, and its test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lamp import Lamp, LampKind
from app.domain.scan_news import LookUpAnswered
from app.ui.screen_settings import DeviceView, VendorView
from app.ui.settings_page.numbers import NumberBox
from app.ui.settings_page.parts import Box, FactRow, StateCard
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.lamps import lamp_state, lamp_story
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.probes import Stands, probe_said
from app.usecases.desk import Shop

_KINDS: Final[Mapping[str, str]] = {
    "network": QT_TRANSLATE_NOOP("Settings", "Network"),
    "serial": QT_TRANSLATE_NOOP("Settings", "Serial port"),
    "usb": QT_TRANSLATE_NOOP("Settings", "USB"),
    "device": QT_TRANSLATE_NOOP("Settings", "Device file"),
    "spooler": QT_TRANSLATE_NOOP("Settings", "System queue"),
    "epos": QT_TRANSLATE_NOOP("Settings", "Network, ePOS"),
    "keyboard": QT_TRANSLATE_NOOP("Settings", "Keyboard"),
    "camera": QT_TRANSLATE_NOOP("Settings", "Camera"),
    "virtual": QT_TRANSLATE_NOOP("Settings", "Simulated, on this screen"),
}


class DeviceCard(QWidget):
    """One vendor, printer or scanner: state with remedy, facts, and a test where it has one.

    Thread: gui. Signals: `test_wanted(kind, name)`.
    """

    test_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        kind: LampKind,
        name: str,
        facts: list[tuple[str, str]],
        *,
        test: str = "",
    ) -> None:
        """Make the card; `test` are the words of the test's button."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._kind = kind
        self.device = name
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.state = StateCard(theme)
        column.addWidget(self.state)
        self.box = Box(theme)
        for label, value in facts:
            self.box.add(FactRow(theme, label, value))
        column.addWidget(self.box)
        icon = "plug" if kind is LampKind.VENDOR else "slip"
        self.test = ActionButton(theme, test, Kind.PLAIN, icon=icon, height=72)
        self.answer = Label(theme, "", "body", "ink2", wrap=True)
        self.found = StateCard(theme)
        self.found.hide()
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answer, 1)
        row.addWidget(self.found, 1)
        column.addWidget(foot)
        foot.setVisible(bool(test))
        self.numbers: NumberBox | None = None
        self.test.acted.connect(self._on_test)

    def show_lamp(self, lamp: Lamp, now: datetime) -> None:
        """Show how it stands now."""
        story = lamp_story(lamp, self._shop, now)
        shape = lamp_state(lamp, now).shape
        self.state.say(shape, story.head, " ".join((story.safe, story.todo)).strip())

    def add_numbers(self, vendor: VendorView) -> None:
        """Let order numbers be got from the vendor here."""
        self.numbers = NumberBox(self._theme, vendor)
        self._column.addWidget(self.numbers)

    def set_open(self, is_open: bool) -> None:
        """Let the test be pressed once the till is open."""
        self.test.setEnabled(is_open)
        if self.numbers is not None:
            self.numbers.set_open(is_open)

    def test_answered(self, answer: LookUpAnswered, stands: Stands) -> None:
        """Say what the vendor answered, what it means and what to do; its own words last."""
        self.test.end_flight()
        shape, head, line = probe_said(answer.data, self.accessibleName(), stands)
        detail = answer.data.get("detail", "") if shape is not Shape.OK else ""
        self.found.say(shape, head, "\n".join(filter(None, (line, detail))))
        self.answer.hide()
        self.found.show()

    @Slot()
    def _on_test(self) -> None:
        if self._kind is LampKind.VENDOR:
            self.test.start_flight(self.tr("Asking…"))
            self.found.hide()
            self.answer.show()
        else:
            self.test.rest(3000)
            self.answer.setText(self.tr("A test slip is on its way. Look whether it comes out."))
        self.test_wanted.emit(self._kind.value, self.device)


def kind_text(device: DeviceView) -> str:
    """Return how a printer or scanner is connected."""
    known = _KINDS.get(device.kind)
    return translate("Settings", known) if known else device.kind


def vendor_card(theme: Theme, shop: Shop, vendor: VendorView) -> DeviceCard:
    """Return the card of a vendor."""
    card = DeviceCard(
        theme,
        shop,
        LampKind.VENDOR,
        vendor.name,
        [(translate("Settings", "Address"), vendor.address or translate("Settings", "not set"))],
        test=translate("Settings", "Test connection"),
    )
    card.setAccessibleName(vendor.title)
    if vendor.makes_numbers:
        card.add_numbers(vendor)
    return card
