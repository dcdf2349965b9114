"""Keeps the settings of a till that is at work: in the file, and in force from the same moment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Final

from app.bootstrap.adapters import all_accept_limits, shop_of
from app.domain.settings_news import SettingsKept
from app.ports.relay import RelayPort
from app.ports.vendor import VendorPlugin
from app.ports.vendor_models import VendorModels
from app.runtime.core import Core
from app.settings.errors import SettingsError
from app.settings.known import Known
from app.settings.load import load_settings
from app.settings.settings import Settings
from app.settings.write import write_values

_log = logging.getLogger(__name__)

_AT_START: Final = (
    "store.", "callbacks.", "vendors.", "till.id", "till.data_dir", "till.mode",
)  # fmt: skip
"""What is read only when Pult starts, by the beginning of the full key."""
_AT_ONCE: Final = "auto_accept"
"""Begins the keys of a vendor that hold at once all the same."""


class SettingsKeeper:
    """The settings in force, and the one way to change their file. Thread: one lane, which may
    wait; `settings` from any.
    """

    def __init__(
        self,
        settings: Settings,
        plugins: Mapping[str, VendorPlugin],
        relay: RelayPort,
        *,
        environ: Mapping[str, str],
        on_changed: Callable[[Settings], None],
    ) -> None:
        """Keep `settings`; `environ` overrides the file, `on_changed` puts them in force."""
        self.settings = settings
        self._models = VendorModels(plugins)
        self._relay = relay
        self._environ = environ
        self._on_changed = on_changed

    def write(self, values: Mapping[str, object]) -> Settings:
        """Write values into the file and return the settings it makes; raises SettingsError.

        See `write_values` for the keys. Whoever calls puts in force what was changed.
        """
        known = Known(self._models)
        write_values(self.settings.path, values, known=known, environ=self._environ)
        self.settings = load_settings(
            self.settings.path, vendor_models=self._models, environ=self._environ
        )
        return self.settings

    def keep(self, asked: int, values: Mapping[str, object]) -> None:
        """Write values and put them in force; the answer to question `asked` is SettingsKept."""
        try:
            settings = self.write(values)
        except SettingsError as error:
            first = error.problems[0]
            self._relay.publish(SettingsKept(asked, values, first.key, str(first)))
            return
        _log.info("settings kept", extra={"event": "settings_kept"})
        self._on_changed(settings)
        self._relay.publish(SettingsKept(asked, values, restart=needs_restart(values)))


def put_in_force(settings: Settings, core: Core) -> None:
    """Let the core work by these settings from its next piece of work on; returns at once."""
    core.change_shop(shop_of(settings))
    core.change_limits(all_accept_limits(settings))


def needs_restart(keys: Mapping[str, object]) -> bool:
    """Whether one of these keys holds only from the next start on."""
    return any(_is_read_at_start(key) for key in keys)


def _is_read_at_start(key: str) -> bool:
    return key.startswith(_AT_START) and not key.rpartition(".")[2].startswith(_AT_ONCE)
