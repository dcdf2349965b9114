"""Writes single values into the settings file, keeping its comments, order and rights."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.settings.environment import variable_of
from app.settings.errors import HIDDEN, Problem, SettingsError, shown
from app.settings.fields import is_secret
from app.settings.files import exists, parse_toml, read_text, write_atomically
from app.settings.known import LISTS, Known
from app.settings.load import settings_of
from app.settings.settings import Settings

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_HEADER = "# Settings of Pult; the README lists every key.\n"


def write_values(
    path: Path,
    values: Mapping[str, object],
    *,
    known: Known,
    environ: Mapping[str, str],
) -> Settings:
    """Set keys of the settings file, in one step, and give the settings it now makes.

    Keys are dotted: `till.language`, `vendors.cheers.enabled`, `printers.0.host` (entries count
    from 0; the number after the last one adds an entry). `printers` or `scanners` takes a whole
    list of tables. None removes a key, or an entry (`printers.0`). Raises SettingsError, and leaves
    the file as it was, when the result would not load, when a key is a secret (see `set_secret`),
    or when the file cannot be written. `environ` only lends its secrets to the check; its other
    overrides could hide a bad value.
    """
    changed, settings = _checked(path, values, known, environ)
    write_atomically(path, changed.encode())
    return settings


def check_values(
    path: Path,
    values: Mapping[str, object],
    *,
    known: Known,
    environ: Mapping[str, str],
) -> Settings:
    """Give the settings that `write_values` would make, or raise as it would; nothing is written.

    A secret that is yet to be stored is lent to the check in `environ`.
    """
    return _checked(path, values, known, environ)[1]


def _checked(
    path: Path, values: Mapping[str, object], known: Known, environ: Mapping[str, str]
) -> tuple[str, Settings]:
    _refuse_secrets(path, values, known)
    text = read_text(path) if exists(path) else _HEADER
    parse_toml(text, path)
    changed = _changed(text, values, path)
    settings = settings_of(changed, path, known=known, environ=_only_secrets(environ, known))
    _check_kept(changed, values, path)
    return changed, settings


def _secret_variables(known: Known) -> dict[str, str]:
    return {
        f"{table}.{key}": variable_of(table, key)
        for table, model in known.tables().items()
        for key, info in model.model_fields.items()
        if is_secret(info)
    }


def _only_secrets(environ: Mapping[str, str], known: Known) -> dict[str, str]:
    variables = set(_secret_variables(known).values())
    return {name: value for name, value in environ.items() if name in variables}


def _refuse_secrets(path: Path, values: Mapping[str, object], known: Known) -> None:
    secrets = [key for key in values if key in _secret_variables(known)]
    if secrets:
        raise SettingsError(
            Problem(
                str(path), key, HIDDEN, "is a secret and not written to this file",
                f"Run: pult secret set {key}",
            )
            for key in secrets
        )  # fmt: skip


def _changed(text: str, values: Mapping[str, object], path: Path) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for key, value in values.items():
            _set(document, key, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError) as fault:
        raise SettingsError(
            [_not_written(path, ", ".join(values), type(fault).__name__)]
        ) from fault


def _set(document: "TOMLDocument", dotted: str, value: object) -> None:
    import tomlkit

    *parents, last = dotted.split(".")
    place: Any = document
    for depth, part in enumerate(parents):
        if isinstance(place, list):
            place = _entry(place, int(part))
            continue
        if part not in place:
            table = tomlkit.table(is_super_table=depth + 1 < len(parents))
            place.add(part, tomlkit.aot() if part in LISTS else table)
        place = place[part]
    if isinstance(place, list):
        if value is not None:
            raise LookupError(dotted)
        del place[int(last)]
        return
    if value is None:
        place.pop(last, None)
    elif dotted in LISTS:
        _set_list(place, last, value)
    else:
        place[last] = list(value) if isinstance(value, tuple) else value


def _entry(entries: Any, number: int) -> Any:
    """Return the entry of a list of tables; the number after the last one makes it."""
    import tomlkit

    if number == len(entries):
        entries.append(tomlkit.table())
    return entries[number]


def _set_list(document: Any, name: str, entries: Any) -> None:
    import tomlkit

    document.pop(name, None)
    if not entries:
        return
    tables = tomlkit.aot()
    for entry in entries:
        table = tomlkit.table()
        for key, value in dict(entry).items():
            table.add(key, list(value) if isinstance(value, tuple) else value)
        tables.append(table)
    document.add(name, tables)


def _check_kept(text: str, values: Mapping[str, object], path: Path) -> None:
    """Refuse a text that does not say what was to be written, whatever the library made of it."""
    for dotted, value in values.items():
        found: Any = tomllib.loads(text)
        for part in dotted.split("."):
            if isinstance(found, list):
                found = found[int(part)] if value is not None else None
            else:
                found = found.get(part) if isinstance(found, dict) else None
        expected = list(value) if isinstance(value, tuple) else value
        if dotted not in LISTS and found != expected:
            raise SettingsError([_not_written(path, dotted, f"it would read {shown(found)}")])


def _not_written(path: Path, key: str, cause: str) -> Problem:
    return Problem(
        str(path), key, "", f"could not be written ({cause})", "Edit the file with a text editor."
    )
