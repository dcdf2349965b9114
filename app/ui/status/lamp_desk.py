"""The lamps: kept from the news, aged every few seconds, opened at a tap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sized
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.device_news import SheetPrinted
from app.domain.lamp import Lamp, LampKind, LampTone, aged
from app.domain.pause import Pause
from app.domain.scan_news import LookUpAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.screen_settings import ScreenSettings
from app.ui.status.lamp_dialog import LampDialog, LampListDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer, LampBar, LampState
from app.ui.wording.house_rules import paused_state, paused_story
from app.ui.wording.lamps import LampStory, lamp_key, lamp_state, lamp_story, untold
from app.usecases.desk import Shop

TICK_MS = 5000
NOT_ASKED = "not asked yet"


class LampDesk(QObject):
    """Shows every vendor, printer and scanner with its standing.

    Thread: gui. Signals: `changed` after any lamp changed; `test_wanted(kind, name)` when Test was
    pressed in the page of a lamp; `slips_wanted(printer)` when what waits for it is to be listed;
    `device_accepted(kind, name)` when a person says that what is plugged in is the right one;
    `looked_at(kind, name)` when the page of a lamp was opened; `pause_wanted(vendor)` and
    `resume_wanted(vendor)`; `help_wanted` for the page Help.
    """

    changed = Signal()
    test_wanted = Signal(str, str)
    slips_wanted = Signal(str)
    device_accepted = Signal(str, str)
    looked_at = Signal(str, str)
    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    help_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        bar: LampBar,
        layer: DialogLayer,
        shop: Shop,
        now: Callable[[], datetime],
        orders: Callable[[], Iterable[OrderSnapshot]],
    ) -> None:
        """Show lamps in `bar`; `orders` are those of the board."""
        super().__init__(bar)
        self._theme = theme
        self._bar = bar
        self._layer = layer
        self._shop = shop
        self._now = now
        self._orders = orders
        self._lamps: dict[str, Lamp] = {}  # as they were said
        self._aged: dict[str, Lamp] = {}  # as their age has them now
        self._pauses: Mapping[str, Pause] = {}
        self._can_pause: Collection[str] = ()
        self._fallbacks: Mapping[str, str] = {}
        self._slips_at: Callable[[str], Sized] = lambda _printer: ()
        bar.lamp_pressed.connect(self.on_lamp_pressed)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.on_tick)
        self._tick.start(TICK_MS)

    def count_slips(self, slips_at: Callable[[str], Sized]) -> None:
        """Say in a printer's page how many slips wait for it."""
        self._slips_at = slips_at

    def can_pause(self, vendors: Collection[str]) -> None:
        """Offer a pause in the pages of these vendors."""
        self._can_pause = vendors

    def show_pauses(self, pauses: Mapping[str, Pause]) -> None:
        """Show which vendors are paused."""
        self._pauses = pauses
        self._show()
        self._tell_open()

    def expect(self, settings: ScreenSettings) -> None:
        """Show everything that is set up as not asked yet, in its lasting order."""
        self._fallbacks = {printer.name: printer.fallback for printer in settings.printers}
        for vendor in settings.vendors.values():
            brings = vendor.capabilities.brings_orders
            lamp = Lamp(LampKind.VENDOR, vendor.name, vendor.title, NOT_ASKED, LampTone.IDLE)
            self._keep(replace(lamp, brings_orders=brings))
        for kind, devices in (
            (LampKind.PRINTER, settings.printers),
            (LampKind.SCANNER, settings.scanners),
        ):
            for device in devices:
                self._keep(Lamp(kind, device.name, device.name, NOT_ASKED, LampTone.IDLE))
        self._show()

    def lamps(self) -> Iterable[Lamp]:
        """Return all lamps in their order."""
        return self._aged.values()

    def now(self) -> datetime:
        """Return the time by which ages are counted."""
        return self._now()

    def lamp(self, kind: LampKind, name: str) -> Lamp | None:
        """Return one lamp."""
        found = (lamp for lamp in self.lamps() if (lamp.kind, lamp.name) == (kind, name))
        return next(found, None)

    def fallback_of(self, lamp: Lamp) -> str:
        """Return the printer that takes over from this one, "" for none."""
        return self._fallbacks.get(lamp.name, "") if lamp.kind is LampKind.PRINTER else ""

    def lamp_changed(self, lamp: Lamp) -> None:
        """Show one lamp differently."""
        self._keep(lamp)
        self._show()
        self._show_dialog(self._aged[lamp_key(lamp)])
        self.changed.emit()

    def orders_changed(self) -> None:
        """Count anew on an open page what waits to be told."""
        self._tell_open()

    def _tell_open(self) -> None:
        dialog = self._layer.dialog
        if isinstance(dialog, LampDialog):
            for lamp in filter(dialog.is_about, self.lamps()):
                dialog.show_story(lamp, self._story(lamp))
                dialog.show_pause(self._pausing(lamp))
        elif isinstance(dialog, LampListDialog):
            dialog.show_lamps(self._states())

    def slips_changed(self) -> None:
        """Count anew on an open page what waits for its printer."""
        dialog = self._layer.dialog
        if isinstance(dialog, LampDialog):
            for lamp in filter(dialog.is_about, self.lamps()):
                dialog.show_slips(self._slips_of(lamp))

    def answered(self, answer: LookUpAnswered) -> None:
        """Pass the answer to Test on to the page that asked."""
        dialog = self._layer.dialog
        if isinstance(dialog, LampDialog):
            dialog.test_answered(answer)

    def sheet_printed(self, news: SheetPrinted) -> None:
        """Pass what became of a test slip on to the page that asked."""
        dialog = self._layer.dialog
        if isinstance(dialog, LampDialog):
            dialog.sheet_printed(news)

    def open_lamp(self, key: str) -> None:
        """Open what is known of one lamp."""
        lamp = self._aged.get(key)
        if lamp is None:
            return
        dialog = LampDialog(self._theme, lamp, self._story(lamp), self._slips_of(lamp))
        dialog.slips_wanted.connect(self.slips_wanted)
        dialog.test_wanted.connect(self.test_wanted)
        dialog.device_accepted.connect(self.device_accepted)
        dialog.pause_wanted.connect(self.pause_wanted)
        dialog.resume_wanted.connect(self.resume_wanted)
        dialog.show_pause(self._pausing(lamp))
        self._layer.open(dialog)
        self.looked_at.emit(lamp.kind.value, lamp.name)

    @Slot(str)
    def on_lamp_pressed(self, key: str) -> None:
        """Open one lamp, or the list of all for the lamp that stands for them."""
        if key:
            self.open_lamp(key)
            return
        dialog = LampListDialog(self._theme, self._states())
        dialog.lamp_chosen.connect(self.on_lamp_pressed)
        dialog.help_wanted.connect(self.help_wanted)
        self._layer.open(dialog)

    @Slot()
    def on_tick(self) -> None:
        """Bring the ages up to date, and what follows where one has become too great."""
        before = self._aged
        now = self._now()
        self._aged = {key: aged(lamp, now) for key, lamp in self._lamps.items()}
        self._show()
        turned = [lamp for key, lamp in self._aged.items() if lamp != before.get(key)]
        for lamp in turned:
            self._show_dialog(lamp)
        if self._pauses:
            self._tell_open()
        if turned:
            self.changed.emit()

    def _show_dialog(self, lamp: Lamp) -> None:
        dialog = self._layer.dialog
        if isinstance(dialog, LampDialog) and dialog.is_about(lamp):
            dialog.show_story(lamp, self._story(lamp))
        elif isinstance(dialog, LampListDialog):
            dialog.show_lamps(self._states())

    def _slips_of(self, lamp: Lamp) -> int:
        return len(self._slips_at(lamp.name)) if lamp.kind is LampKind.PRINTER else 0

    def _story(self, lamp: Lamp) -> LampStory:
        is_vendor = lamp.kind is LampKind.VENDOR
        waiting = untold(lamp.name, self._orders()) if is_vendor else ()
        fallback = self.fallback_of(lamp)
        story = lamp_story(lamp, self._shop, self._now(), waiting, fallback=fallback)
        pause = self._pause_of(lamp)
        if pause is None:
            return story
        return paused_story(story, lamp, pause, self._shop, self._now())

    def _pause_of(self, lamp: Lamp) -> Pause | None:
        return self._pauses.get(lamp.name) if lamp.kind is LampKind.VENDOR else None

    def _pausing(self, lamp: Lamp) -> bool | None:
        """Return whether the lamp's vendor is paused, None where it cannot be."""
        if lamp.kind is not LampKind.VENDOR or lamp.name not in self._can_pause:
            return None
        return lamp.name in self._pauses

    def _keep(self, lamp: Lamp) -> None:
        self._lamps[lamp_key(lamp)] = lamp
        self._aged[lamp_key(lamp)] = aged(lamp, self._now())

    def _states(self) -> list[LampState]:
        now = self._now()
        return [self._state(lamp, now) for lamp in self.lamps()]

    def _state(self, lamp: Lamp, now: datetime) -> LampState:
        state, pause = lamp_state(lamp, now), self._pause_of(lamp)
        return state if pause is None else paused_state(state, pause, now)

    def _show(self) -> None:
        self._bar.show_lamps(self._states())
