"""Starts Pult with its window, and ends it in order."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.bootstrap.adapters import Adapters, open_adapters
from app.bootstrap.callbacks import CallbackDoor
from app.bootstrap.questions import Questions
from app.bootstrap.quit_signals import QuitSignals
from app.bootstrap.screen import screen_settings
from app.devices.printers import OnPrinted
from app.domain.errors import StoreError
from app.ports.vendor import VendorPlugin
from app.runtime.till import Till
from app.settings.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.theme import Mode, Theme

_log = logging.getLogger(__name__)

EXIT_STORE = 3
STOP_SECONDS = 4.0
_FATAL_SHOWN_MS = 8000


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHooks:
    """What the demo adds to an ordinary start."""

    on_printed: OnPrinted
    started: Callable[[Adapters], None]


class Program(QObject):
    """One run of Pult with its window: opens the till after the first paint, and closes it.

    Thread: gui. Signals: opened(Adapters), failed(str), both from the opening thread.
    """

    opened = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        plugins: Mapping[str, VendorPlugin],
        demo: Callable[[Program], DemoHooks] | None,
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._plugins = plugins
        self._till: Till | None = None
        self._door: CallbackDoor | None = None
        self._questions: Questions | None = None
        self.exit_code = 0
        self.theme = Theme(Mode(settings.till.theme), text_scale=settings.till.text_scale)
        self.theme.apply_to(application)
        self.relay = Relay()
        self.window = MainWindow(
            self.theme, self.relay, screen_settings(settings, plugins, demo=demo is not None)
        )
        self._demo = demo(self) if demo else None
        self.opened.connect(self.on_opened)
        self.failed.connect(self.on_failed)
        self._opening = threading.Thread(target=self._open, name="opening", daemon=True)

    def start(self) -> None:
        """Show the window; everything heavy is loaded once it has been painted."""
        if self._settings.till.mode == "kiosk":
            self.window.showFullScreen()
        else:
            self.window.show()
        QTimer.singleShot(0, self, self.on_shown)

    @Slot()
    def on_shown(self) -> None:
        """Begin to open the till, away from the window's thread."""
        self._opening.start()

    def _open(self) -> None:
        try:
            adapters = open_adapters(
                self._settings,
                self._plugins,
                dispatch=self.dispatch,
                on_printed=self._demo.on_printed if self._demo else None,
            )
        except StoreError as error:
            _log.error("%s", error, extra={"event": "store_not_opened"})
            self.failed.emit(str(error))
        except Exception as error:
            _log.exception("cannot start", extra={"event": "start_failed"})
            self.failed.emit(f"{type(error).__name__}: {error}")
        else:
            self.opened.emit(adapters)

    def dispatch(self, command: object) -> None:
        """Run a command, once the till has been opened. Thread: any."""
        till = self._till
        if till is not None:
            till.core.dispatch(command)

    @Slot(object)
    def on_opened(self, adapters: Adapters) -> None:
        """Let the till begin to work."""
        till = Till(
            adapters.desk,
            self.relay,
            vendors=adapters.vendors,
            printers=adapters.printers,
            scanners=adapters.scanners,
            refresh_seconds=adapters.refresh_seconds,
        )
        self._till = till
        self._questions = Questions(till, adapters)
        self.window.connect_services(self._questions.services())
        till.start()
        if adapters.callbacks:
            self._door = CallbackDoor(self._settings.callbacks, adapters.callbacks, till)
            self._door.open()
        if self._demo is not None:
            self._demo.started(adapters)

    @Slot(str)
    def on_failed(self, reason: str) -> None:
        """Say that the store cannot be opened, and end."""
        self.exit_code = EXIT_STORE
        sys.stderr.write(f"pult: {reason}\n")
        sys.stderr.flush()
        self.window.show_fatal(reason)
        QTimer.singleShot(_FATAL_SHOWN_MS, self._application, QApplication.quit)

    def stop(self) -> bool:
        """End in order; return whether everything has ended in time."""
        if self._door is not None:
            self._door.close()
        ended = True
        if self._questions is not None:
            ended = self._questions.close()
        if self._till is not None:
            ended = self._till.stop(STOP_SECONDS) and ended
        return ended


def run_window(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    *,
    demo: Callable[[Program], DemoHooks] | None = None,
) -> int:
    """Run Pult until its window is closed or a signal ends it; return the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Pult")
    application.setDesktopFileName("pult")
    program = Program(application, settings, plugins, demo)
    signals = QuitSignals(application)
    program.start()
    application.exec()
    program.window.hide()
    ended = program.stop()
    signals.close()
    if not ended:
        # A vendor's call still hangs on its deadline; everything it stands for is a row.
        logging.shutdown()
        os._exit(program.exit_code)
    return program.exit_code


def display_problem(environ: Mapping[str, str]) -> str:
    """Return why no window can be opened here, or nothing.

    Qt ends the process without an exception when there is no display.
    """
    if sys.platform in ("win32", "darwin"):
        return ""
    if environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return ""
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return "there is no display: set DISPLAY or WAYLAND_DISPLAY, or start Pult on the desktop"
    if display.startswith(":") and not wayland:
        number = display[1:].split(".")[0]
        if not Path(f"/tmp/.X11-unix/X{number}").exists():
            return f"display {display} does not answer: is the desktop running"
    return ""
