"""What the screen asks of the till; before it is open nothing is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Slot

from app.domain.history import HistorySearch
from app.domain.lamp import LampKind
from app.domain.scan import Intent
from app.domain.slip_template import SlipTemplate
from app.domain.staff import GuardedAct
from app.ui.services import (
    BookServices,
    CatalogueServices,
    DeviceServices,
    Services,
    SettingsServices,
    UpdateServices,
)
from app.usecases.collect_orders import UndoCollected
from app.usecases.handle_scan import HandleScan
from app.usecases.sound_buzzer import SoundBuzzer
from app.usecases.tie_card import UntieCard
from app.usecases.undo_move import UndoMove


class Errands(QObject):
    """Passes commands and questions on to the services, once there are any. Thread: gui."""

    def __init__(self, parent: QObject) -> None:
        """Make it without services."""
        super().__init__(parent)
        self._services: Services | None = None
        self._asked = 0

    def connect_services(self, services: Services) -> None:
        """Ask these from now on."""
        self._services = services

    @property
    def catalogue(self) -> CatalogueServices | None:
        """Return who answers questions about the catalogue, once there is somebody."""
        return self._services.catalogue if self._services is not None else None

    @property
    def books(self) -> BookServices | None:
        """Return who answers for shifts and days, once there is somebody."""
        return self._services.books if self._services is not None else None

    @property
    def devices(self) -> DeviceServices | None:
        """Return who answers for printers and scanners, once there is somebody."""
        return self._services.devices if self._services is not None else None

    @property
    def updates(self) -> UpdateServices | None:
        """Return who looks for a newer Pult, once there is somebody."""
        return self._services.updates if self._services is not None else None

    def read_catalogue(self) -> None:
        """Ask for the whole catalogue."""
        if self.catalogue is not None:
            self.catalogue.read()

    def ask_preview(self, template: SlipTemplate, width: int) -> int:
        """Have a slip drawn for `width` letters a line; return the number of the question."""
        if self.devices is None:
            return 0
        self._asked += 1
        self.devices.preview(self._asked, template, width)
        return self._asked

    @property
    def settings(self) -> SettingsServices | None:
        """Return who answers for the settings file, once there is somebody."""
        return self._services.settings if self._services is not None else None

    def copy_setup(self, path: str, passphrase: str, *, taking: bool) -> None:
        """Have the set-up written to a file, or taken over from one."""
        if self.settings is not None:
            self._asked += 1
            copy = self.settings.take_setup if taking else self.settings.write_setup
            copy(self._asked, path, passphrase)

    def keep_settings(self, values: Mapping[str, object]) -> None:
        """Have values written into the settings file and put in force."""
        if self._services is not None:
            self._asked += 1
            self._services.settings.keep(self._asked, values)

    @Slot(str, object)
    def on_values_test_wanted(self, vendor: str, values: Mapping[str, object]) -> None:
        """Test a vendor's connection with values that are not saved."""
        if self._services is not None:
            self._asked += 1
            self._services.settings.test_vendor(self._asked, vendor, values)

    @Slot()
    def on_demo_wanted(self) -> None:
        """End Pult in order and start the demo."""
        if self._services is not None:
            self._services.settings.try_demo()

    @Slot()
    def on_restart_wanted(self) -> None:
        """End Pult in order and start it again."""
        if self._services is not None:
            self._services.settings.restart()

    def dispatch(self, command: object) -> None:
        """Send a command to the core."""
        if self._services is not None:
            self._services.dispatch(command)

    @Slot()
    def on_buzzer_wanted(self) -> None:
        """Let a printer's buzzer sound: the screen has no sound of its own."""
        self.dispatch(SoundBuzzer())

    def show_order(self, order_id: str) -> None:
        """Ask for one order with its events."""
        if self._services is not None:
            self._services.show_order(order_id)

    @Slot(str)
    def on_shown_wanted(self, order_id: str) -> None:
        """Ask for one order with its events."""
        self.show_order(order_id)

    @Slot(object)
    def on_rows_wanted(self, search: HistorySearch) -> None:
        """Search the orders."""
        if self._services is not None:
            self._services.read_history(search)

    @Slot(str, str)
    def on_look_up_wanted(self, vendor: str, text: str) -> None:
        """Ask a vendor for one of its ids."""
        if self._services is not None:
            self._services.look_up(vendor, text)

    @Slot(str)
    def on_undo(self, key: str) -> None:
        """Take a move back; the key of a message holds the ids of all orders that were moved."""
        order_ids = tuple(key.split())
        self.dispatch(UndoMove(key) if len(order_ids) == 1 else UndoCollected(order_ids))

    @Slot(str)
    def on_kept_taken(self, text: str) -> None:
        """Take up a slip that was scanned during a payment."""
        self.dispatch(HandleScan(text, again=True))

    @Slot(str)
    def on_number_wanted(self, vendor: str) -> None:
        """Have a vendor make an order number."""
        if self._services is not None:
            self._services.make_number(vendor)

    @Slot(str, bool)
    def on_watch_wanted(self, scanner: str, on: bool) -> None:
        """Ask for the pictures of a camera, or for no more."""
        if self.devices is not None:
            self.devices.watch(scanner, on)

    @Slot(str)
    def on_speed_wanted(self, scanner: str) -> None:
        """Have the speed of a serial line found."""
        if self.devices is not None:
            self.devices.find_speed(scanner)

    @Slot(str)
    def on_scanner_accepted(self, scanner: str) -> None:
        """Take what is at a scanner's place for it from now on."""
        if self.devices is not None:
            self.devices.accept_device(LampKind.SCANNER, scanner)

    @Slot(str, str)
    def on_device_accepted(self, kind: str, name: str) -> None:
        """Take what is at the place of a printer or scanner for it from now on."""
        if self.devices is not None:
            self.devices.accept_device(LampKind(kind), name)

    @Slot(str, object)
    def on_scanner_kept(self, scanner: str, fields: Mapping[str, object]) -> None:
        """Have fields of a scanner's entry written into the settings file."""
        if self.devices is not None:
            self.devices.keep_scanner(scanner, fields)

    def on_meaning_chosen(self, text: str, meaning: str) -> None:
        """Take up a scan with the meaning a person chose."""
        self.dispatch(HandleScan(text, again=True, chosen=Intent(meaning)))

    @Slot(object)
    def on_acts_chosen(self, acts: Iterable[GuardedAct]) -> None:
        """Have written into the settings file what asks for the PIN."""
        if self._services is not None:
            self._asked += 1
            names = [act.value for act in GuardedAct if act in frozenset(acts)]
            self._services.settings.keep(self._asked, {"staff.pin_for": names})

    @Slot(object)
    def on_command(self, command: object) -> None:
        """Send a command to the core."""
        self.dispatch(command)

    @Slot(str)
    def on_untied(self, order_id: str) -> None:
        """Take the loyalty card off an order."""
        self.dispatch(UntieCard(order_id))

    @Slot(str, str)
    def on_test_wanted(self, kind: str, name: str) -> None:
        """Test a vendor's connection, or a printer by a slip."""
        if self._services is None:
            return
        if kind == LampKind.VENDOR.value:
            self._services.test_connection(name)
        else:
            self._services.test_slip(name)
