"""Pult without a window: takes callbacks and polls vendors, so that nothing is missed meanwhile."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.bootstrap.adapters import (
    build_callbacks,
    build_desk,
    build_vendors,
    open_store,
    refresh_seconds,
)
from app.bootstrap.callbacks import CallbackDoor
from app.bootstrap.ending import EXIT_STORE, STOP_SECONDS, Ending, leave
from app.bootstrap.locked import locked
from app.bootstrap.quit_signals import QuitSignals
from app.bootstrap.say_wrong import say_wrong
from app.domain.errors import StoreError
from app.domain.news import News
from app.ports.relay import RelayPort
from app.ports.vendor import VendorPlugin
from app.runtime.till import Till
from app.settings.settings import Settings


class NoScreen(RelayPort):
    """Drops news: everything that matters is in the store and comes up with the next window."""

    def publish(self, news: News) -> None:
        """Do nothing."""


def run_headless(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> int:
    """Run until SIGTERM or SIGINT; return the exit code."""
    with locked(settings) as code:
        if code is not None:
            return code
        ending = _run(settings, plugins)
    return leave(ending)


def _run(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Ending:
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    signals = QuitSignals(application)
    try:
        store = open_store(settings)
    except StoreError as error:
        say_wrong(f"pult: {error}")
        signals.close()
        return Ending(EXIT_STORE)
    vendors = build_vendors(settings, plugins)
    till = Till(
        replace(build_desk(settings, plugins, vendors, store), attended=False),
        NoScreen(),
        vendors=vendors,
        printers=(),
        scanners=(),
        refresh_seconds=refresh_seconds(settings, plugins),
    )
    till.start()
    door = CallbackDoor(settings.callbacks, build_callbacks(settings, plugins), till)
    door.open()
    sys.stdout.write("pult takes callbacks and polls; stop it with Ctrl-C\n")
    sys.stdout.flush()
    application.exec()
    until = time.monotonic() + STOP_SECONDS
    ended = door.close(STOP_SECONDS / 2)
    ended = till.stop(until - time.monotonic()) and ended
    signals.close()
    if ended:
        store.close()
    return Ending(0, ended)
