"""Overrides from the environment: `PULT_` + the key with `__` for each dot, in capitals."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from app.settings.errors import HIDDEN, Problem
from app.settings.fields import SettingsModel, is_secret
from app.settings.known import LISTS, Known
from app.settings.unknown import nearest

PREFIX = "PULT_"
_TRUE = frozenset({"true", "1", "yes", "on"})
_FALSE = frozenset({"false", "0", "no", "off"})


@dataclass(frozen=True, slots=True)
class Override:
    """One value from the environment, converted to the key's type where it can be."""

    variable: str
    table: str
    key: str
    value: object


def variable_of(table: str, key: str) -> str:
    """Name the environment variable of a key."""
    return PREFIX + f"{table}.{key}".replace(".", "__").upper()


def read_environment(
    environ: Mapping[str, str], known: Known
) -> tuple[list[Override], list[Problem]]:
    """Read all overrides; names with `PULT_` and `__` that fit no key are problems.

    A value that does not convert is passed on as text, for the key's own check to refuse.
    An empty variable of a secret counts as not given.
    """
    fields = _fields(known.tables_with(vendors_in(environ)))
    overrides: list[Override] = []
    problems: list[Problem] = []
    for variable, text in environ.items():
        if variable in fields:
            table, key, info = fields[variable]
            if text or not is_secret(info):
                overrides.append(Override(variable, table, key, _converted(text, info)))
        elif variable.startswith(PREFIX) and "__" in variable:
            problems.append(_unknown_variable(variable, _fields(known.tables())))
    return overrides, problems


def vendors_in(environ: Mapping[str, str]) -> list[str]:
    """Return the names that stand where a vendor's name does in the environment's overrides."""
    start = PREFIX + "VENDORS__"
    names = (
        variable.removeprefix(start).partition("__")[0]
        for variable in sorted(environ)
        if variable.startswith(start)
    )
    return list(dict.fromkeys(name.lower() for name in names))


def _fields(
    tables: Mapping[str, type[SettingsModel]],
) -> dict[str, tuple[str, str, FieldInfo]]:
    return {
        variable_of(table, key): (table, key, info)
        for table, model in tables.items()
        for key, info in model.model_fields.items()
    }


def _unknown_variable(variable: str, fields: Mapping[str, Any]) -> Problem:
    section = variable.removeprefix(PREFIX).split("__")[0].lower()
    if section in LISTS:
        return Problem(
            "environment",
            variable,
            HIDDEN,
            "sets a list entry, which only the settings file can",
            f"Unset it and write [[{section}]] in the settings file.",
        )
    near = nearest(variable, fields)
    remedy = f"Did you mean {near}?" if near else "Unset it."
    return Problem("environment", variable, HIDDEN, "is an unknown setting", remedy)


def _converted(text: str, info: FieldInfo) -> object:
    kind = info.annotation
    if kind is bool:
        return _as_bool(text)
    if kind is int:
        return int(text) if re.fullmatch(r"\s*[+-]?[0-9]{1,20}\s*", text) else text
    if kind is float:
        return _as_float(text)
    if get_origin(kind) is tuple:
        return _as_list(text)
    return text


def _as_bool(text: str) -> object:
    word = text.strip().lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else text


def _as_float(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _as_list(text: str) -> object:
    if text.lstrip().startswith("["):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return [item.strip() for item in text.split(",") if item.strip()]
