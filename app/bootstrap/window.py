"""Starts Pult with its window, and ends it in order."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.bootstrap.ending import EXIT_STORE, EXIT_WRONG_USE, STOP_SECONDS, Ending
from app.bootstrap.fault_notice import FaultNotice
from app.bootstrap.garbage import collected_here
from app.bootstrap.outside import SystemClock
from app.bootstrap.quit_signals import QuitSignals
from app.bootstrap.screen import screen_settings
from app.settings.sections import TillSettings
from app.settings.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme, system_reduces_motion

if TYPE_CHECKING:  # loaded after the first paint, away from the window's thread
    from app.bootstrap.adapters import Adapters
    from app.bootstrap.awake import Awake
    from app.bootstrap.callbacks import CallbackDoor
    from app.bootstrap.front_door import FrontDoor
    from app.bootstrap.heartbeat import Heartbeat
    from app.bootstrap.questions import Questions
    from app.devices.printers import OnPrinted
    from app.ports.vendor import VendorPlugin
    from app.runtime.till import Till
    from app.ui.scan.key_filter import KeyFilter

_log = logging.getLogger(__name__)

_FATAL_SHOWN_MS = 8000
_UNSEEN_MS = 1500  # a window that nobody can see, behind a locked screen, is never painted
_WORKING_PARTS = (
    "app.bootstrap.callbacks",
    "app.bootstrap.front_door",
    "app.bootstrap.device_questions",
    "app.bootstrap.questions",
    "app.bootstrap.settings_questions",
    "app.runtime.till",
)
# Workers that run Python (JSON, models, SQL, slips) hand over to the window after so many seconds.
# Every call into Qt gives Python's lock away and wants it back, so a painting of a hundred calls
# waits a hundred times: with 0.5 ms an outage's end held the window up to 105 ms, with 0.1 ms 66.
_SWITCH_SECONDS = 0.0001


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHooks:
    """What the demo adds to an ordinary start."""

    on_printed: OnPrinted
    started: Callable[[Adapters], None]


class Program(QObject):
    """One run of Pult with its window: opens the till after the first paint, and closes it.

    Thread: gui. Signals: opened(Adapters), failed(reason, exit code), both from the opening thread;
    settings_changed(Settings) from the lane that keeps them.
    """

    opened = Signal(object)
    failed = Signal(str, int)
    settings_changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        plugins: Mapping[str, VendorPlugin],
        demo: Callable[[Program], DemoHooks] | None,
        environ: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._plugins = plugins
        self._environ = environ
        self._adapters: Adapters | None = None
        self._till: Till | None = None
        self._door: CallbackDoor | None = None
        self._questions: Questions | None = None
        self._front_door: FrontDoor | None = None
        self._heartbeat: Heartbeat | None = None
        self._awake: Awake | None = None
        self.exit_code = 0
        self.again: tuple[str, ...] | None = None
        self.theme = Theme()
        self._style(settings.till)
        self.theme.apply_to(application)
        self.relay = Relay()
        self.window = MainWindow(
            self.theme, self.relay, screen_settings(settings, plugins, demo=demo is not None)
        )
        self._keys: KeyFilter | None = None
        self._demo = demo(self) if demo else None
        self.opened.connect(self.on_opened)
        self.failed.connect(self.on_failed)
        self.settings_changed.connect(self.on_settings_changed)
        self._opening = threading.Thread(target=self._open, name="opening", daemon=True)

    def start(self) -> None:
        """Show the window; everything heavy is loaded once it has been painted."""
        self.window.first_painted.connect(self.on_shown)
        self.window.show_large(kiosk=self._settings.till.mode == "kiosk")
        QTimer.singleShot(_UNSEEN_MS, self, self.on_shown)

    @Slot()
    def on_shown(self) -> None:
        """Begin to open the till, away from the window's thread."""
        if self._keys is None:
            self._hear_keys()
            self._beat()
        if self._opening.ident is None:
            self._opening.start()

    def _beat(self) -> None:
        """Let the watchdog know of us, also while the till is being opened."""
        from app.bootstrap.heartbeat import beat_for_watchdog

        self._heartbeat = beat_for_watchdog(self._environ, self)

    def _hear_keys(self) -> None:
        """Catch keyboard scanners from the moment there is a window that could have their keys.

        What is scanned while the till is being opened waits for it.
        """
        from app.devices.scanners.keyboard import KEYBOARD, rules_of
        from app.ui.scan.key_filter import KeyFilter

        scanners = self._settings.scanners
        KEYBOARD.expect(rules_of(each) for each in scanners if each.kind == "keyboard")
        self._keys = KeyFilter(self._application, KEYBOARD)

    def _open(self) -> None:
        from app.domain.errors import StoreError

        try:
            from app.bootstrap.adapters import open_adapters

            for part in _WORKING_PARTS:
                import_module(part)
            adapters = open_adapters(
                self._settings,
                self._plugins,
                dispatch=self.dispatch,
                on_printed=self._demo.on_printed if self._demo else None,
            )
        except StoreError as error:
            _log.error("%s", error, extra={"event": "store_not_opened"})
            self.failed.emit(str(error), EXIT_STORE)
        except Exception as error:
            _log.exception("cannot start", extra={"event": "start_failed"})
            self.failed.emit(f"cannot start: {type(error).__name__}: {error}", EXIT_WRONG_USE)
        else:
            self._adapters = adapters
            self.opened.emit(adapters)

    def dispatch(self, command: object) -> None:
        """Run a command, once the till has been opened. Thread: any."""
        till = self._till
        if till is not None:
            till.core.dispatch(command)

    @Slot(object)
    def on_opened(self, adapters: Adapters) -> None:
        """Let the till begin to work."""
        from app.bootstrap.callbacks import CallbackDoor
        from app.devices.scanners.keyboard import KEYBOARD
        from app.domain.device_news import ScannerOffered
        from app.domain.scan import is_expected
        from app.runtime.till import Till

        till = Till(
            adapters.desk,
            self.relay,
            vendors=adapters.vendors,
            printers=adapters.printers,
            scanners=adapters.scanners,
            refresh_seconds=adapters.refresh_seconds,
        )
        self._till = till
        self._questions = self._make_questions(till, adapters)
        self.window.connect_services(self._questions.services())
        till.start()
        patterns = adapters.desk.patterns
        KEYBOARD.open(
            lambda text: is_expected(text, patterns),
            lambda text: self.relay.publish(ScannerOffered(text)),
        )
        if adapters.callbacks:
            self._door = CallbackDoor(self._settings.callbacks, adapters.callbacks, till)
            self._door.open()
        if self._demo is not None:
            self._demo.started(adapters)
        self._stand_at_the_counter()

    def _stand_at_the_counter(self) -> None:
        """Answer second starts; as a kiosk keep the screen on."""
        from app.bootstrap.front_door import FrontDoor
        from app.bootstrap.restarted import restarted_notice

        self._front_door = FrontDoor(self._settings.data_dir, self)
        self._front_door.knocked.connect(self.window.come_to_front)
        self._front_door.end_asked.connect(self._application.quit)
        if self._settings.till.mode == "kiosk":
            from app.bootstrap.awake import Awake

            self._awake = Awake(self)
        notice = restarted_notice(self._environ)
        if notice is not None:
            self.relay.publish(notice)

    def _make_questions(self, till: Till, adapters: Adapters) -> Questions:
        from app.bootstrap.device_questions import DeviceQuestions
        from app.bootstrap.device_setup import DeviceSetup
        from app.bootstrap.questions import Questions
        from app.bootstrap.settings_gate import SettingsGate
        from app.bootstrap.settings_keeper import SettingsKeeper
        from app.bootstrap.settings_questions import SettingsQuestions
        from app.bootstrap.setup_copier import SetupCopier
        from app.bootstrap.updates import UpdateQuestions
        from app.bootstrap.vendor_test import VendorTest
        from app.devices.printers import PrinterFinder
        from app.ports.vendor_models import VendorModels
        from app.runtime.lanes import Lane

        keeper = SettingsKeeper(
            self._settings,
            self._plugins,
            self.relay,
            environ=self._environ,
            on_changed=self.settings_changed.emit,
        )
        lane = Lane("settings", till.core.report_fault)
        store, on_printed = adapters.desk.store, self._demo.on_printed if self._demo else None
        setup = DeviceSetup(keeper, till, store, on_printed)
        gate = SettingsGate(till.core, lane)
        devices = DeviceQuestions(till, keeper, setup, PrinterFinder(), gate, lane)
        lane.submit(self._load_vendors)
        tester = VendorTest(keeper, self._plugins, self.relay)
        asking = Lane("vendor test", till.core.report_fault)
        copier = SetupCopier(keeper, VendorModels(self._plugins), self.relay, self._environ)
        settings = SettingsQuestions(gate, keeper, lane, tester, copier, asking, self.start_again)
        updates = UpdateQuestions(
            lambda: keeper.settings,
            self.relay,
            SystemClock(),
            Lane("updates", till.core.report_fault),
        )
        updates.on_tick()
        return Questions(till, devices, settings, updates)

    def _load_vendors(self) -> None:
        """Load those that are not in use too, before the page Settings names them."""
        for name in self._plugins:
            _log.debug("vendor is built in", extra={"event": "vendor_built_in", "vendor": name})

    def start_again(self, *more: str) -> None:
        """End in order, then start Pult once more, with `more` arguments."""
        self.again = more
        self._application.quit()

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        """Work, look and speak by other settings from now on."""
        from app.bootstrap.settings_keeper import put_in_force

        if self._till is not None:
            put_in_force(settings, self._till.core)
        self._style(settings.till)
        self.window.renew(
            screen_settings(
                settings, self._plugins, demo=self._demo is not None, at_work=self._settings
            )
        )

    def _style(self, till: TillSettings) -> None:
        reduced = till.motion == "reduced"
        if till.motion == "system":
            reduced = system_reduces_motion()
        self.theme.change(
            mode=Mode(till.theme),
            dpi=till.dots_per_inch,
            text_scale=till.text_scale,
            reduced_motion=reduced,
        )

    @Slot(str, int)
    def on_failed(self, reason: str, exit_code: int) -> None:
        """Say why Pult cannot work, and end."""
        self.exit_code = exit_code
        sys.stderr.write(f"pult: {reason}\n")
        sys.stderr.flush()
        self.window.show_fatal(reason)
        QTimer.singleShot(_FATAL_SHOWN_MS, self._application, QApplication.quit)

    def stop(self, seconds: float) -> bool:
        """End in order within `seconds`; return whether everything has ended."""
        until = time.monotonic() + seconds
        ended = True
        if self._keys is not None:
            self._keys.close()
        if self._front_door is not None:
            self._front_door.close()
        if self._heartbeat is not None:
            self._heartbeat.close()
        if self._awake is not None:
            ended = self._awake.close()
        if self._opening.is_alive():
            self._opening.join(seconds / 2)
            ended = not self._opening.is_alive() and ended
        if self._door is not None:
            ended = self._door.close(seconds / 2) and ended
        if self._questions is not None:
            ended = self._questions.close() and ended
        if self._till is not None:
            ended = self._till.stop(until - time.monotonic()) and ended
        if self._adapters is not None and ended:
            self._adapters.desk.store.close()
        return ended


def run_window(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    *,
    demo: Callable[[Program], DemoHooks] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Ending:
    """Run Pult until its window is closed or a signal ends it; `environ` overrides settings."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Pult")
    application.setDesktopFileName("pult")
    signals = QuitSignals(application)
    with collected_here(application):
        ending = _run(application, settings, plugins, demo, environ)
    signals.close()
    return ending


def _run(
    application: QApplication,
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    demo: Callable[[Program], DemoHooks] | None,
    environ: Mapping[str, str],
) -> Ending:
    """Run the program; nothing of the window is left when this returns."""
    program = Program(application, settings, plugins, demo, environ)
    with FaultNotice(program.relay, SystemClock()):
        program.start()
        application.exec()
        program.window.hide()
        ended = program.stop(STOP_SECONDS)
    program.window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Ending(program.exit_code, ended, program.again)
