"""Keeps the settings of a till that is at work: in the file, and in force from the same moment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from pydantic import SecretStr

from app.bootstrap.adapters import all_accept_limits, shop_of
from app.domain.settings_news import SettingsKept
from app.ports.relay import RelayPort
from app.ports.vendor import VendorPlugin
from app.ports.vendor_models import VendorModels
from app.runtime.core import Core
from app.settings.at_start import needs_restart
from app.settings.environment import variable_of
from app.settings.errors import SettingsError
from app.settings.files import exists
from app.settings.known import Known
from app.settings.load import load_settings
from app.settings.set_secret import secret_keys, set_secret
from app.settings.settings import Settings
from app.settings.write import check_values, write_values
from app.usecases.show_board import show_board

_log = logging.getLogger(__name__)


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
        """Keep `settings`; `environ` overrides the file, `on_changed` puts them in force.

        `follow_devices` (before, after) lets printers and scanners follow, and tells whether all
        could.
        """
        self.settings = settings
        self._models = VendorModels(plugins)
        self._relay = relay
        self._environ = environ
        self._on_changed = on_changed
        self.follow_devices: Callable[[Settings, Settings], bool] = _nothing_to_follow

    def write(self, values: Mapping[str, object]) -> Settings:
        """Write values into the file and return the settings it makes; raises SettingsError.

        See `write_values` for the keys; a SecretStr is a secret and is stored as such, or, where
        it is none to the settings, written as its text. Whoever calls puts in force what was
        changed.
        """
        known, path = Known(self._models), self.settings.path
        self.check(values)
        secrets, plain = self._parted(values, known)
        lent = _lent(secrets)
        for key, secret in secrets.items():
            set_secret(key, secret, path=path, vendor_models=self._models, environ=self._environ)
        if plain:
            write_values(path, plain, known=known, environ={**self._environ, **lent})
        self.settings = load_settings(
            path if exists(path) else None, vendor_models=self._models, environ=self._environ
        )
        return self.settings

    def check(self, values: Mapping[str, object]) -> Settings:
        """Return the settings these values would make; writes nothing, raises SettingsError."""
        known = Known(self._models)
        secrets, plain = self._parted(values, known)
        environ = {**self._environ, **_lent(secrets)}
        return check_values(self.settings.path, plain, known=known, environ=environ)

    def keep(self, asked: int, values: Mapping[str, object]) -> None:
        """Write values and put them in force; the answer to question `asked` is SettingsKept."""
        told = {key: _told(value) for key, value in values.items()}
        before = self.settings
        try:
            settings = self.write(values)
        except SettingsError as error:
            first = error.problems[0]
            self._relay.publish(
                SettingsKept(asked, told, first.key, str(first), first.allowed, first.remedy)
            )
            return
        _log.info("settings kept", extra={"event": "settings_kept"})
        followed = self.follow_devices(before, settings)
        self.announce()
        restart = needs_restart(values) or not followed
        self._relay.publish(SettingsKept(asked, told, restart=restart))

    def announce(self) -> None:
        """Put what was written in force, but for printers and scanners."""
        self._on_changed(self.settings)

    def _parted(
        self, values: Mapping[str, object], known: Known
    ) -> tuple[dict[str, str], dict[str, object]]:
        apart = set(secret_keys(known.vendor_models))
        given = {key: _plain(value) for key, value in values.items()}
        secrets = {key: str(value) for key, value in given.items() if key in apart}
        return secrets, {key: value for key, value in given.items() if key not in secrets}


def put_in_force(settings: Settings, core: Core) -> None:
    """Let the core work by these settings from its next piece of work on; returns at once."""
    core.change_shop(shop_of(settings))
    core.change_limits(all_accept_limits(settings))
    core.submit(show_board)


def _lent(secrets: Mapping[str, str]) -> dict[str, str]:
    """Return secrets as the environment would give them."""
    return {variable_of(*key.rsplit(".", 1)): secret for key, secret in secrets.items()}


def _plain(value: object) -> object:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _nothing_to_follow(_before: Settings, _after: Settings) -> bool:
    return True


def _told(value: object) -> object:
    return True if isinstance(value, SecretStr) else value
