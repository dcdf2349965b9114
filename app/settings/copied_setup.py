"""Copies a till's set-up: out of its settings, and into those of another till."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, Final

from pydantic import SecretStr

from app.settings.environment import variable_of
from app.settings.errors import Problem, SettingsError
from app.settings.files import exists, parse_toml, read_text, write_atomically
from app.settings.known import SECTIONS, Known
from app.settings.load import settings_of
from app.settings.sealed_setup import Setup
from app.settings.set_secret import secret_keys, set_secret
from app.settings.settings import Settings

_OWN: Final = ("id", "name", "data_dir", "dots_per_inch")
"""Keys of [till] that every till has for itself."""


def setup_of(settings: Settings) -> Setup:
    """Return what is copied of this till; raises SettingsError when its file cannot be read.

    Not its id, name and data folder, and no orders. Secrets are those in force, wherever they come
    from; raises SettingsError too where the keyring holds one back, which the copy would lack.
    """
    if settings.unread:
        raise SettingsError(_held_back(settings))
    text = read_text(settings.path) if exists(settings.path) else ""
    secrets = {
        f"{table}.{key}": value.get_secret_value()
        for table, model in _tables(settings).items()
        for key in type(model).model_fields
        if isinstance(value := getattr(model, key), SecretStr) and value.get_secret_value()
    }
    name, logo = _logo(settings)
    return Setup(_without_own(text), secrets, name, logo)


def take_over(setup: Setup, path: Path, *, known: Known, environ: Mapping[str, str]) -> None:
    """Make a copied set-up that of this till; raises SettingsError, and then nothing has changed.

    The till keeps its own id, name and data folder. What was in the file before is kept beside it
    as `pult.toml.before`.
    """
    before = read_text(path) if exists(path) else ""
    logo = path.parent / PurePath(setup.logo_name).name if setup.logo_name else None
    parse_toml(setup.text, path)
    text = _with_own(setup.text, before, "" if logo is None else logo.name)
    apart = set(secret_keys(known.vendor_models))
    secrets = {key: value for key, value in setup.secrets.items() if key in apart}
    lent = {variable_of(*key.rsplit(".", 1)): value for key, value in secrets.items()}
    settings_of(text, path, known=known, environ={**environ, **lent})
    if before:
        write_atomically(path.with_name(f"{path.name}.before"), before.encode())
    if logo is not None:
        write_atomically(logo, setup.logo, mode=0o644)
    for key, value in secrets.items():
        set_secret(key, value, path=path, vendor_models=known.vendor_models, environ=environ)
    write_atomically(path, text.encode())


def _held_back(settings: Settings) -> Iterator[Problem]:
    for name, trouble in settings.unread.items():
        todo = "Unlock the keyring and start Pult again, then copy."
        yield Problem(str(settings.path), f"vendors.{name}", "", f"lacks its key: {trouble}", todo)


def _tables(settings: Settings) -> dict[str, Any]:
    tables: dict[str, Any] = {name: getattr(settings, name) for name in SECTIONS}
    return tables | {f"vendors.{name}": model for name, model in settings.vendors.items()}


def _logo(settings: Settings) -> tuple[str, bytes]:
    if not settings.slip.logo:
        return "", b""
    file = settings.path.absolute().parent / Path(settings.slip.logo).expanduser()
    try:
        return file.name, file.read_bytes()
    except OSError:
        return "", b""  # one of Pult's own pictures, which the other till has too


def _without_own(text: str) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    till = document.get("till")
    if till is not None:
        for key in _OWN:
            till.pop(key, None)
    return tomlkit.dumps(document)


def _with_own(text: str, before: str, logo: str) -> str:
    import tomlkit

    try:
        own = tomllib.loads(before).get("till", {})
    except ValueError:
        own = {}  # a file that is broken has nothing to keep
    document = tomlkit.parse(text)
    _set_own(document, "till", {key: own[key] for key in _OWN if key in own})
    _set_own(document, "slip", {"logo": logo} if logo else {})
    return tomlkit.dumps(document)


def _set_own(document: Any, table: str, values: Mapping[str, object]) -> None:
    import tomlkit

    if not values:
        return
    if table not in document:
        document.add(table, tomlkit.table())
    for key, value in values.items():
        document[table][key] = value
