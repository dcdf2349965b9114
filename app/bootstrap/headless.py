"""Pult without a window: takes callbacks and polls vendors, so that nothing is missed meanwhile."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.bootstrap.adapters import build_callbacks, build_desk, build_vendors, open_store
from app.bootstrap.callbacks import CallbackDoor
from app.bootstrap.locked import locked
from app.bootstrap.quit_signals import QuitSignals
from app.domain.errors import StoreError
from app.domain.news import News
from app.ports.relay import RelayPort
from app.ports.vendor import VendorPlugin
from app.runtime.till import Till
from app.settings.settings import Settings

EXIT_STORE = 3
STOP_SECONDS = 4.0


class NoScreen(RelayPort):
    """Drops news: everything that matters is in the store and comes up with the next window."""

    def publish(self, news: News) -> None:
        """Do nothing."""


def run_headless(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> int:
    """Run until SIGTERM or SIGINT; return the exit code."""
    with locked(settings) as code:
        if code is not None:
            return code
        return _run(settings, plugins)


def _run(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> int:
    application = QCoreApplication(sys.argv[:1])
    try:
        store = open_store(settings)
    except StoreError as error:
        sys.stderr.write(f"pult: {error}\n")
        return EXIT_STORE
    till = Till(
        build_desk(settings, plugins, store),
        NoScreen(),
        vendors=build_vendors(settings, plugins),
        printers=(),
        scanners=(),
        refresh_seconds={
            name: plugins[name].refresh_seconds(settings.vendors[name])
            for name in settings.enabled_vendors
        },
    )
    signals = QuitSignals(application)
    till.start()
    door = CallbackDoor(settings.callbacks, build_callbacks(settings, plugins), till)
    door.open()
    sys.stdout.write("pult takes callbacks and polls; stop it with Ctrl-C\n")
    sys.stdout.flush()
    application.exec()
    door.close()
    ended = till.stop(STOP_SECONDS)
    signals.close()
    if not ended:
        logging.shutdown()
        os._exit(0)
    store.close()
    return 0
