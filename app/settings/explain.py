"""Turns pydantic's errors into problems: what is allowed, and what to do, in one line each."""

from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from app.settings.errors import HIDDEN, Problem, Unfit, one_line, shown, shown_safely
from app.settings.fields import Allowed, is_hidden, is_secret
from app.settings.table import Table
from app.settings.unknown import nearest, unknown_key


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
    cause = fault.get("ctx", {}).get("error")
    if not key:
        return _unfit_table(cause, table)
    info = table.model.model_fields.get(key)
    if info is None:
        return unknown_key(key, table)
    file = table.sources.get(key, table.file)
    if fault["type"] == "missing":
        return Problem(file, table.full(key), "", "is missing", f"Add {key} = …")
    value = table.data.get(key, "")
    told = HIDDEN if is_hidden(info) else shown_safely(value)
    allowed = f"must be {allowed_text(info)}"
    remedy = "" if key in table.sources else _type_remedy(key, value, info)
    if isinstance(cause, Unfit):
        allowed = cause.allowed or allowed
        remedy = cause.remedy
    return Problem(file, table.full(key), told, allowed, remedy or _plain_remedy(value, info))


def missing_key(key: str, table: Table, keyring_trouble: str) -> Problem:
    """Say that an enabled vendor lacks a key, and how to give it."""
    full = table.full(key)
    off = f"set {table.name}.enabled = false"
    remedy = f"Add {key} = … below [{table.name}], or {off}."
    if is_secret(table.model.model_fields[key]):
        remedy = f"Run: pult secret set {full} (or {off})."
        if keyring_trouble:
            remedy += f" Note: {keyring_trouble}."
    return Problem(table.file, full, "", "is missing while the vendor is enabled", remedy)


def _unfit_table(cause: object, table: Table) -> Problem:
    allowed, remedy = "holds values that do not fit together", "Correct the table."
    if isinstance(cause, Unfit):
        allowed, remedy = cause.allowed or allowed, cause.remedy or remedy
    return Problem(table.file, table.name, "", allowed, remedy)


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
    low, high = limits(info, "ge"), limits(info, "le")
    told = noun
    if low:
        told += f" from {_plain(max(low))}"
    if high:
        told += f" to {_plain(min(high))}"
    return told


def _text_text(info: FieldInfo) -> str:
    longest, shortest = limits(info, "max_length"), limits(info, "min_length")
    told = "a text"
    if longest:
        told += f" of at most {_plain(min(longest))} characters"
    if shortest and max(shortest) > 0:
        told += ", not empty"
    return told


def limits(info: FieldInfo, name: str) -> list[float]:
    """List the bounds of one kind (ge, le, max_length) of a field."""
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
