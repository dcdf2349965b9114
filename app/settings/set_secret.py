"""Keeps one secret for `pult secret set`: in the OS keyring, else in our own file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from app.settings.environment import variable_of
from app.settings.errors import Problem, SettingsError, quoted_key
from app.settings.explain import problems_of
from app.settings.fields import SettingsModel, is_secret
from app.settings.files import read_text
from app.settings.known import Known
from app.settings.places import default_config_path
from app.settings.secret_store import (
    SERVICE,
    read_secrets_file,
    secrets_path,
    tell_keyring,
    write_secrets_file,
)
from app.settings.table import Table
from app.settings.unknown import nearest
from app.settings.vendor import VendorSettings

# Longer than at start-up: a person is present and may have to unlock the keyring.
SET_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class StoredSecret:
    """Where a secret was put, and what still goes before it.

    `file` is None when the keyring holds it. `shadowed_by` names what is read first and holds
    another value: an environment variable or the settings file; "" for nothing.

    Thread: any.
    """

    key: str
    file: Path | None
    keyring_trouble: str
    shadowed_by: str

    def __str__(self) -> str:
        """Tell it in one or two sentences, without the secret."""
        told = f'{self.key} is stored in the keyring of this user (service "{SERVICE}").'
        if self.file is not None:
            told = f"{self.key} is stored in {self.file}, readable by this user only"
            told += f", because: {self.keyring_trouble}." if self.keyring_trouble else "."
        if self.shadowed_by:
            told += f" Not in use yet: {self.shadowed_by} also gives it and goes first; remove it."
        return told


def secret_keys(vendor_models: Mapping[str, type[VendorSettings]]) -> tuple[str, ...]:
    """Name every secret there is, in full."""
    return tuple(_secrets(Known(vendor_models)))


def set_secret(
    key: str,
    value: str,
    *,
    path: Path | None,
    vendor_models: Mapping[str, type[VendorSettings]],
    environ: Mapping[str, str],
    keyring_seconds: float = SET_SECONDS,
) -> StoredSecret:
    """Keep a secret and say where; raises SettingsError for an unknown key or an unfit value.

    Vendors' secrets go to the OS keyring when there is one to trust. All others, and vendors' when
    the keyring fails, go to `secrets.toml` beside the settings file: start-up does not wait for
    a keyring unless a vendor needs it. `path` is the settings file, None the default one.
    """
    known = Known(vendor_models)
    config = (default_config_path() if path is None else path).absolute()
    table, name = _checked(key, value, known)
    file = secrets_path(config)
    trouble = ""
    if table.startswith("vendors."):
        trouble = tell_keyring(key, value, keyring_seconds)
        if not trouble:
            _forget(key, file)
            return StoredSecret(key, None, "", _shadow(table, name, config, environ))
    write_secrets_file(file, {**read_secrets_file(file), key: value})
    return StoredSecret(key, file, trouble, _shadow(table, name, config, environ))


def _secrets(known: Known) -> dict[str, tuple[str, str, type[SettingsModel]]]:
    return {
        f"{table}.{name}": (table, name, model)
        for table, model in known.tables().items()
        for name, info in model.model_fields.items()
        if is_secret(info)
    }


def _checked(key: str, value: str, known: Known) -> tuple[str, str]:
    secrets = _secrets(known)
    if key not in secrets:
        raise SettingsError([_unknown_secret(key, known, list(secrets))])
    table, name, model = secrets[key]
    if not value:
        raise SettingsError(
            [Problem("secret", key, "", "must not be empty", "Give the value on standard input.")]
        )
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        problems = problems_of(error, Table("secret", table, model, {name: value}))
        raise SettingsError(problems) from None
    return table, name


def _unknown_secret(key: str, known: Known, secrets: list[str]) -> Problem:
    table, _, name = key.rpartition(".")
    if name in getattr(known.tables().get(table), "model_fields", {}):
        return Problem("secret", key, "", "is no secret", "Write it in the settings file.")
    by_end = {full.rpartition(".")[2]: full for full in secrets}
    without = {full.removeprefix("vendors."): full for full in secrets}
    near = nearest(key, [*secrets, *without, *by_end])
    meant = without.get(near) or by_end.get(near) or near
    remedy = f"Did you mean {meant}?" if meant else f"Known secrets: {', '.join(secrets)}"
    return Problem("secret", quoted_key(key), "", "is an unknown key", remedy)


def _forget(key: str, file: Path) -> None:
    kept = read_secrets_file(file)
    if key in kept:
        write_secrets_file(file, {name: kept[name] for name in kept if name != key})


def _shadow(table: str, name: str, config: Path, environ: Mapping[str, str]) -> str:
    variable = variable_of(table, name)
    if environ.get(variable):
        return f"the environment variable {variable}"
    try:
        found: object = tomllib.loads(read_text(config))
    except (SettingsError, ValueError, RecursionError):
        return ""  # a settings file that is absent or broken gives nothing; loading it says why
    for part in (*table.split("."), name):
        found = found.get(part) if isinstance(found, dict) else None
    return str(config) if found else ""
