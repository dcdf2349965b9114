"""The section Vendors: every vendor that is built in, its values, and its connection tested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal, Slot

from app.domain.lamp import Lamp, LampKind
from app.domain.scan_news import LookUpAnswered
from app.settings.view import KeyKind
from app.ui.printers.tabs import DeviceTabs
from app.ui.screen_settings import VendorView
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.tabbed_section import TabbedSection
from app.ui.settings_page.devices import DeviceCard, vendor_card
from app.ui.theme import Shape
from app.ui.wording.lamps import lamp_state
from app.ui.wording.marked import translate
from app.ui.wording.probes import Stands
from app.usecases.desk import Shop

_FIRST = ("enabled", "base_url")


class VendorSection(TabbedSection):
    """A tab for each vendor, in use or not.

    Thread: gui. Signals: `test_wanted(kind, name)`; `values_test_wanted(name, values)` to test the
    connection with values that are not saved yet.
    """

    test_wanted = Signal(str, str)
    values_test_wanted = Signal(str, object)

    def __init__(
        self,
        kit: Kit,
        shop: Shop,
        vendors: Mapping[str, VendorView],
        titles: Mapping[str, str],
        now: Callable[[], datetime],
    ) -> None:
        """Show those of `vendors`, which are in use, and all others that have a title."""
        super().__init__(kit, "vendors", DeviceTabs(kit.theme, (), finds=False), ())
        self._shop = shop
        self._now = now
        self._at_work = frozenset(vendors)
        self.cards: dict[str, DeviceCard] = {}
        self.add(self.tabs)
        self.add(self.heads)
        self.place_forms()
        others = {name: title for name, title in titles.items() if name not in vendors}
        for view in vendors.values():
            self._add_card(vendor_card(kit.theme, shop, view), view.title)
        for name, title in others.items():
            self._add_card(self._unused(name, title), title)
            self.tabs.tabs[name].show_shape(Shape.PAUSED)
        self.show_first()
        kit.draft.changed.connect(self.on_changed)

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how one stands now."""
        card = self.cards.get(lamp.name)
        if card is not None:
            card.show_lamp(lamp, self._now())
            self.tabs.tabs[lamp.name].show_shape(lamp_state(lamp, self._now()).shape)

    def set_open(self, is_open: bool) -> None:
        """Let tests be pressed once the till is open."""
        for card in self.cards.values():
            card.set_open(is_open)

    def answered(self, answer: LookUpAnswered) -> None:
        """Show the answer to a test."""
        card = self.cards.get(answer.vendor)
        if card is not None and "word" in answer.data:
            card.test_answered(answer, self._stands(answer.vendor))

    def _stands(self, name: str) -> Stands:
        changed = self._changed(name)
        view = self.kit.book.view(f"vendors.{name}.enabled")
        wanted = changed.get(f"vendors.{name}.enabled", view is not None and bool(view.value))
        return Stands(name in self._at_work, bool(wanted), bool(changed))

    def _changed(self, name: str) -> Mapping[str, object]:
        return self.kit.draft.changes(self.forms[name].rows) if name in self.forms else {}

    def _add_card(self, card: DeviceCard, title: str) -> None:
        name = card.device
        self.cards[name] = card
        self.tabs.add(name, title)
        table = f"vendors.{name}"
        known = self.kit.book.has(table)
        self.add_entry(name, table if known else "", card, self._first_keys(table))
        card.box.setVisible(not known)
        card.test_wanted.connect(self._on_test)

    def _first_keys(self, table: str) -> tuple[str, ...]:
        """Return what a vendor needs, and its secrets; the rest is for those who know it."""
        views, asked = self.kit.book.keys(table), self.kit.book.asked_first(table)
        needed = (
            view.name
            for view in views
            if view.needed or view.kind is KeyKind.HIDDEN or view.name in asked
        )
        elsewhere = (key for key in asked if "." in key)
        return tuple(dict.fromkeys((*_FIRST, *needed, *elsewhere, "auto_accept")))

    def _unused(self, name: str, title: str) -> DeviceCard:
        test = translate("Settings", "Test connection")
        card = DeviceCard(self.kit.theme, self._shop, LampKind.VENDOR, name, [], test=test)
        card.setAccessibleName(title)
        head = translate("Settings", "{vendor} is not in use").format(vendor=title)
        line = translate("Settings", "Switch it on and fill in what it needs, then save.")
        view = self.kit.book.view(f"vendors.{name}.enabled")
        if view is not None and view.value:
            head = translate("Settings", "{vendor} is set up").format(vendor=title)
            line = translate("Settings", "Its orders come once Pult is started again.")
        card.state.say(Shape.PAUSED, head, line)
        return card

    @Slot()
    def on_changed(self) -> None:
        """Take back what was found with other values."""
        for card in self.cards.values():
            card.found.hide()

    @Slot(str, str)
    def _on_test(self, kind: str, name: str) -> None:
        changed = self._changed(name)
        if not changed and name in self._at_work:
            self.test_wanted.emit(kind, name)
        else:
            self.values_test_wanted.emit(name, changed)
