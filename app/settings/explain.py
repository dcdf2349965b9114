"""Turns pydantic's errors into problems: what is allowed, and what to do, in one line each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from app.settings.errors import HIDDEN, Problem, Unfit, one_line, quoted_key, shown
from app.settings.fields import Allowed, SettingsModel, is_hidden, is_secret

_SUSPICIOUS = ("key", "token", "secret", "pass", "cookie", "url", "auth", "cred")


@dataclass(frozen=True, slots=True)
class Table:
    """One table being read: its file, its name as shown, and which keys came from elsewhere.

    `sources` maps a key to the environment variable or secret store its value was taken from.
    `elsewhere` maps bare keys of other tables to their full names, for the nearest known key.
    """

    file: str
    name: str
    model: type[SettingsModel]
    data: Mapping[str, object]
    sources: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def full(self, key: str) -> str:
        """Name a key of this table in full."""
        return f"{self.name}.{quoted_key(key)}"


def problems_of(error: ValidationError, table: Table) -> list[Problem]:
    """List the problems of one table in the order of its keys, one for each key."""
    found: dict[str, Problem] = {}
    for fault in error.errors(include_url=False):
        key = str(fault["loc"][0]) if fault["loc"] else ""
        if key not in found:
            found[key] = _problem(key, fault, table)
    order = {key: place for place, key in enumerate(table.data)}
    return [found[key] for key in sorted(found, key=lambda key: order.get(key, len(order)))]


def _problem(key: str, fault: Any, table: Table) -> Problem:
    info = table.model.model_fields.get(key)
    if info is None:
        return _unknown_key(key, table)
    file = table.sources.get(key, table.file)
    if fault["type"] == "missing":
        return Problem(file, table.full(key), "", "is missing", f"Add {key} = …")
    value = table.data.get(key, "")
    told = HIDDEN if is_hidden(info) or _holds_login(value) else shown(value)
    cause = fault.get("ctx", {}).get("error")
    allowed = f"must be {allowed_text(info)}"
    remedy = "" if key in table.sources else _type_remedy(key, value, info)
    if isinstance(cause, Unfit):
        allowed = cause.allowed or allowed
        remedy = cause.remedy
    return Problem(file, table.full(key), told, allowed, remedy or _plain_remedy(value, info))


def _holds_login(value: object) -> bool:
    """Tell whether a text may be an address with a password or a key in it."""
    return isinstance(value, str) and ("@" in value or ("://" in value and "?" in value))


def _unknown_key(key: str, table: Table) -> Problem:
    known = {name: table.full(name) for name in table.model.model_fields}
    near = nearest(key, known)
    if key in table.elsewhere and key not in known:
        remedy = f"Did you mean {table.elsewhere[key]}?"
    elif near:
        remedy = f"Did you mean {known[near]}?"
    else:
        remedy = f"Remove it; known keys: {', '.join(known)}"
    secret_near = bool(near) and is_hidden(table.model.model_fields[near])
    told = told_unknown(key, table.data.get(key), secret_near=secret_near)
    return Problem(table.file, table.full(key), told, "is an unknown key", remedy)


def told_unknown(key: str, value: object, *, secret_near: bool) -> str:
    """Show the value of an unknown key, unless it may be a mistyped secret."""
    harmless = isinstance(value, bool | int | float) or not any(
        word in key.lower() for word in _SUSPICIOUS
    )
    return HIDDEN if secret_near or not harmless or _holds_login(value) else shown(value)


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word most like a mistyped one, or "" when none is near."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word[:80].lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[near[0]] if near else ""


def allowed_text(info: FieldInfo) -> str:
    """Say what a field takes, in words that complete "must be …"."""
    for mark in info.metadata:
        if isinstance(mark, Allowed):
            return mark.text
    annotation = info.annotation
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)[0]
        return "a list of " + (_choices(inner) if get_origin(inner) is Literal else "texts")
    if get_origin(annotation) is Literal:
        return f"one of {_choices(annotation)}"
    if annotation is bool:
        return "true or false"
    if annotation is int or annotation is float:
        return _range_text("a whole number" if annotation is int else "a number", info)
    return _text_text(info)


def _choices(annotation: Any) -> str:
    return ", ".join(shown(choice) for choice in get_args(annotation))


def _range_text(noun: str, info: FieldInfo) -> str:
    low, high = _limits(info, "ge"), _limits(info, "le")
    told = noun
    if low:
        told += f" from {_plain(max(low))}"
    if high:
        told += f" to {_plain(min(high))}"
    return told


def _text_text(info: FieldInfo) -> str:
    longest, shortest = _limits(info, "max_length"), _limits(info, "min_length")
    told = "a text"
    if longest:
        told += f" of at most {_plain(min(longest))} characters"
    if shortest and max(shortest) > 0:
        told += ", not empty"
    return told


def _limits(info: FieldInfo, name: str) -> list[float]:
    return [getattr(mark, name) for mark in info.metadata if hasattr(mark, name)]


def _plain(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number:g}"


def _type_remedy(key: str, value: object, info: FieldInfo) -> str:
    """Say how to write a value of the wrong type, where the fault is about quotes or brackets."""
    kind = info.annotation
    if kind in (bool, int, float) and isinstance(value, str) and _looks_like(value, kind):
        return f"Write it without quotes: {key} = {one_line(value.strip().lower())}"
    is_text = kind is str or is_secret(info) or get_origin(kind) is Literal
    if is_text and isinstance(value, bool | int | float):
        told = "…" if is_hidden(info) else shown(value)
        return f'Write it in double quotes: {key} = "{told}"'
    if get_origin(kind) is tuple and isinstance(value, str):
        return f"Write it as a list: {key} = [{shown(value)}]"
    return ""


def _looks_like(value: str, kind: Any) -> bool:
    if kind is bool:
        return value.strip().lower() in ("true", "false")
    if len(value) > 20:
        return False
    try:
        kind(value)
    except ValueError:
        return False
    return True


def _plain_remedy(value: object, info: FieldInfo) -> str:
    """Give the remedy of last resort: the nearest choice, or the default value."""
    if get_origin(info.annotation) is Literal and isinstance(value, str):
        near = nearest(value, get_args(info.annotation))
        if near:
            return f"Did you mean {shown(near)}?"
    if is_hidden(info) or info.is_required():
        return "Correct it."
    default = default_text(info)
    return f"Correct it, or remove it for the default, {default}."


def default_text(info: FieldInfo) -> str:
    """Show a field's default as it would stand in the file."""
    if info.is_required():
        return ""
    if is_secret(info):
        return '""'
    default = info.get_default(call_default_factory=True, validated_data={})
    if isinstance(default, float):
        return _plain(default)
    return shown(list(default) if isinstance(default, tuple) else default)
