"""Puts a till to work: what was opened for it, and the answers to what the screen asks."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping

from app.bootstrap.adapters import Adapters
from app.bootstrap.callbacks import CallbackDoor
from app.bootstrap.device_questions import DeviceQuestions
from app.bootstrap.device_setup import DeviceSetup
from app.bootstrap.outside import SystemClock
from app.bootstrap.questions import Questions
from app.bootstrap.settings_gate import SettingsGate
from app.bootstrap.settings_keeper import SettingsKeeper, put_in_force
from app.bootstrap.settings_questions import SettingsQuestions
from app.bootstrap.setup_copier import SetupCopier
from app.bootstrap.updates import UpdateQuestions
from app.bootstrap.vendor_test import VendorTest
from app.devices.printers import OnPrinted, PrinterFinder
from app.ports.relay import RelayPort
from app.ports.vendor import VendorPlugin
from app.ports.vendor_models import VendorModels
from app.runtime.lanes import Lane
from app.runtime.till import Till
from app.settings.settings import Settings
from app.ui.services import Services

_log = logging.getLogger(__name__)


class WorkingTill:
    """Orders, vendors and devices at work behind the window, and the lanes of its questions.

    Thread: gui, `dispatch` any. The store stays open: it is closed by whoever had it opened.
    """

    def __init__(
        self,
        settings: Settings,
        plugins: Mapping[str, VendorPlugin],
        adapters: Adapters,
        relay: RelayPort,
        *,
        environ: Mapping[str, str],
        on_printed: OnPrinted | None,
        on_changed: Callable[[Settings], None],
        restart: Callable[..., None],
    ) -> None:
        """Put it together, to be started.

        `on_changed` hears of other settings, on the lane that keeps them; `restart` has the program
        end and start again with more arguments. `environ` overrides settings.
        """
        self._plugins = plugins
        self._environ = environ
        self._till = Till(
            adapters.desk,
            relay,
            vendors=adapters.vendors,
            printers=adapters.printers,
            scanners=adapters.scanners,
            refresh_seconds=adapters.refresh_seconds,
        )
        keeper = SettingsKeeper(settings, plugins, relay, environ=environ, on_changed=on_changed)
        self._questions = self._make_questions(keeper, adapters, relay, on_printed, restart)
        self._door: CallbackDoor | None = None
        if adapters.callbacks:
            self._door = CallbackDoor(settings.callbacks, adapters.callbacks, self._till)

    def _make_questions(
        self,
        keeper: SettingsKeeper,
        adapters: Adapters,
        relay: RelayPort,
        on_printed: OnPrinted | None,
        restart: Callable[..., None],
    ) -> Questions:
        till, plugins = self._till, self._plugins
        on_fault = till.core.report_fault
        lane = Lane("settings", on_fault)
        setup = DeviceSetup(keeper, till, adapters.desk.store, on_printed)
        gate = SettingsGate(till.core, lane)
        devices = DeviceQuestions(till, keeper, setup, PrinterFinder(), gate, lane)
        lane.submit(self._load_vendors)
        tester = VendorTest(keeper, plugins, relay)
        copier = SetupCopier(keeper, VendorModels(plugins), relay, self._environ)
        asking = Lane("vendor test", on_fault)
        settings = SettingsQuestions(gate, keeper, lane, tester, copier, asking, restart)
        updates = UpdateQuestions(
            lambda: keeper.settings, relay, SystemClock(), Lane("updates", on_fault)
        )
        updates.on_tick()
        return Questions(till, devices, settings, updates)

    def _load_vendors(self) -> None:
        """Load those that are not in use too, before the page Settings names them."""
        for name in self._plugins:
            _log.debug("vendor is built in", extra={"event": "vendor_built_in", "vendor": name})

    def services(self) -> Services:
        """Return all of it as the screen sees it."""
        return self._questions.services()

    def start(self) -> None:
        """Begin to work, and let vendors call."""
        self._till.start()
        if self._door is not None:
            self._door.open()

    def dispatch(self, command: object) -> None:
        """Run a command. Thread: any."""
        self._till.core.dispatch(command)

    def change(self, settings: Settings) -> None:
        """Work by other settings from the next piece of work on; returns at once."""
        put_in_force(settings, self._till.core)

    def stop(self, seconds: float) -> bool:
        """End in order within `seconds`; return whether everything has ended."""
        until = time.monotonic() + seconds
        ended = self._door is None or self._door.close(seconds / 2)
        ended = self._questions.close() and ended
        return self._till.stop(until - time.monotonic()) and ended
