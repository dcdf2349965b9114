"""What several commands begin with: vendors, settings, and the store that exists already."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.say_wrong import say_wrong
from app.domain.errors import StoreError, StoreUnavailable
from app.ports.vendor_models import VendorModels
from app.settings.errors import SettingsError, one_line
from app.settings.load import load_settings
from app.settings.settings import Settings

if TYPE_CHECKING:  # the first window does not wait for what only a command needs
    from app.ports.store import StorePort
    from app.ports.vendor import VendorPlugin


class Ended(Exception):
    """The command ends here with `code`; what was to be said has been said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


OnFailure = Callable[[str, Exception], None]


def find_plugins(on_failure: OnFailure | None = None) -> Mapping[str, VendorPlugin]:
    """Return the installed vendors; says which cannot be loaded, unless `on_failure` hears it."""
    from app.vendors._registry import InstalledVendors

    return InstalledVendors(on_failure or _say_not_loaded)


def _say_not_loaded(name: str, error: Exception) -> None:
    say_wrong(
        f"pult: vendor {name} cannot be loaded: {one_line(f'{type(error).__name__}: {error}')}"
    )


def read_settings(config: Path | None, plugins: Mapping[str, VendorPlugin]) -> Settings:
    """Return the settings; raises Ended(2) after one clear line for each problem."""
    try:
        return load_settings(
            config,
            vendor_models=VendorModels(plugins),
            environ=os.environ,
        )
    except SettingsError as error:
        say_wrong(str(error))
        raise Ended(2) from error


def existing_store(settings: Settings) -> StorePort:
    """Open the store for reading; raises Ended(3) when there is none or it cannot be opened."""
    from app.bootstrap.adapters import open_store

    try:
        if not settings.store_file.exists():
            raise StoreUnavailable(f"there is no store at {settings.store_file} yet")
        return open_store(settings)
    except StoreError as error:
        say_wrong(f"pult: {error}")
        raise Ended(3) from error


def quiet_terminal() -> None:
    """Keep library warnings off the terminal; a command says what matters itself.

    What the terminal has no letters for is written as escapes.
    """
    root = logging.getLogger()
    if not any(isinstance(handler, logging.NullHandler) for handler in root.handlers):
        root.addHandler(logging.NullHandler())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
