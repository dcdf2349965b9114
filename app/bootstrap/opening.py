"""Opens what a till works with, while its window is there already."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.bootstrap.ending import EXIT_STORE, EXIT_WRONG_USE
from app.settings.settings import Settings

if TYPE_CHECKING:  # loaded after the first paint, away from the window's thread
    from app.bootstrap.adapters import Adapters
    from app.bootstrap.device_memory import Dispatch
    from app.devices.printers import OnPrinted
    from app.ports.vendor import VendorPlugin

_log = logging.getLogger(__name__)

_WORKING_PARTS: Final = ("app.bootstrap.working_till", "app.bootstrap.front_door")


class Opening(QObject):
    """Loads what a till needs and opens its store, on a thread of its own.

    Thread: gui. Signals: opened(Adapters), failed(reason, exit code), both from the opening thread.
    """

    opened = Signal(object)
    failed = Signal(str, int)

    def __init__(
        self,
        settings: Settings,
        plugins: Mapping[str, VendorPlugin],
        *,
        dispatch: Dispatch,
        on_printed: OnPrinted | None,
        parent: QObject,
    ) -> None:
        """Be ready to open; `dispatch` and `on_printed` are for the devices."""
        super().__init__(parent)
        self._settings = settings
        self._plugins = plugins
        self._dispatch = dispatch
        self._on_printed = on_printed
        self._adapters: Adapters | None = None
        self._thread = threading.Thread(target=self._open, name="opening", daemon=True)

    def begin(self) -> None:
        """Begin to open, unless it has begun."""
        if self._thread.ident is None:
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait up to `seconds` for what has begun; return whether it has ended."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def close_store(self) -> None:
        """Close the store, where it was opened; nobody may need it any more."""
        if self._adapters is not None:
            self._adapters.desk.store.close()

    def _open(self) -> None:
        from app.domain.errors import StoreError

        try:
            from app.bootstrap.adapters import open_adapters

            for part in _WORKING_PARTS:
                import_module(part)
            adapters = open_adapters(
                self._settings,
                self._plugins,
                dispatch=self._dispatch,
                on_printed=self._on_printed,
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
