"""Starts Pult with its window, and ends it in order."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.bootstrap.ending import STOP_SECONDS, Ending
from app.bootstrap.fault_notice import FaultNotice
from app.bootstrap.garbage import collected_here
from app.bootstrap.opening import Opening
from app.bootstrap.outside import SystemClock
from app.bootstrap.quit_signals import QuitSignals
from app.settings.sections import TillSettings
from app.settings.settings import Settings
from app.ui.entrance import Welcome
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme, system_reduces_motion

if TYPE_CHECKING:  # loaded after the first paint, away from the window's thread
    from app.bootstrap.adapters import Adapters
    from app.bootstrap.awake import Awake
    from app.bootstrap.front_door import FrontDoor
    from app.bootstrap.heartbeat import Heartbeat
    from app.bootstrap.working_till import WorkingTill
    from app.devices.printers import OnPrinted
    from app.domain.scan import ScanPatterns
    from app.ports.vendor import VendorPlugin
    from app.ui.scan.key_filter import KeyFilter
    from app.ui.screen_settings import ScreenSettings

_FATAL_SHOWN_MS = 8000
_UNSEEN_MS = 1500  # a window that nobody can see, behind a locked screen, is never painted
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
    """One run of Pult with its window: puts the till to work after the first paint, and ends it.

    Thread: gui. Signals: settings_changed(Settings) from the lane that keeps them.
    """

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
        self._working: WorkingTill | None = None
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
            self.theme, self.relay, _welcome(settings.till), self._screen_settings
        )
        self._is_demo = demo is not None
        self._keys: KeyFilter | None = None
        self._demo = demo(self) if demo else None
        self._on_printed = self._demo.on_printed if self._demo else None
        self.settings_changed.connect(self.on_settings_changed)
        self._opening = Opening(
            settings,
            plugins,
            dispatch=self.dispatch,
            on_printed=self._on_printed,
            parent=self,
        )
        self._opening.opened.connect(self.on_opened)
        self._opening.failed.connect(self.on_failed)

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
        self._opening.begin()

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

    def dispatch(self, command: object) -> None:
        """Run a command, once the till has been opened. Thread: any."""
        working = self._working
        if working is not None:
            working.dispatch(command)

    @Slot(object)
    def on_opened(self, adapters: Adapters) -> None:
        """Let the till begin to work."""
        from app.bootstrap.working_till import WorkingTill

        self._working = working = WorkingTill(
            self._settings,
            self._plugins,
            adapters,
            self.relay,
            environ=self._environ,
            on_printed=self._on_printed,
            on_changed=self.settings_changed.emit,
            restart=self.start_again,
        )
        self.window.connect_services(working.services())
        working.start()
        self._take_keys(adapters.desk.patterns)
        if self._demo is not None:
            self._demo.started(adapters)
        self._stand_at_the_counter()

    def _take_keys(self, patterns: ScanPatterns) -> None:
        """Let the till have what keyboard scanners read, also what has waited for it."""
        from app.devices.scanners.keyboard import KEYBOARD
        from app.domain.device_news import ScannerOffered
        from app.domain.scan import is_expected

        KEYBOARD.open(
            lambda text: is_expected(text, patterns),
            lambda text: self.relay.publish(ScannerOffered(text)),
        )

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

    def start_again(self, *more: str) -> None:
        """End in order, then start Pult once more, with `more` arguments."""
        self.again = more
        self._application.quit()

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        """Work, look and speak by other settings from now on."""
        if self._working is not None:
            self._working.change(settings)
        self._style(settings.till)
        self.window.renew(self._screen_settings(settings))

    def _screen_settings(self, settings: Settings | None = None) -> ScreenSettings:
        """Return the screen's share of `settings`, or of those at work since the start."""
        from app.bootstrap.screen import screen_settings

        return screen_settings(
            settings or self._settings,
            self._plugins,
            demo=self._is_demo,
            at_work=self._settings,
        )

    def _style(self, till: TillSettings) -> None:
        reduced = till.motion == "reduced"
        if till.motion == "system":
            reduced = system_reduces_motion()
        self.theme.change(
            mode=Mode(till.theme),
            accent=till.accent,
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
        ended = self._opening.wait(seconds / 2) and ended
        if self._working is not None:
            ended = self._working.stop(until - time.monotonic()) and ended
        if ended:
            self._opening.close_store()
        return ended


def _welcome(till: TillSettings) -> Welcome:
    return Welcome(till.name, ZoneInfo(till.timezone), till.language, till.mode == "kiosk")


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
