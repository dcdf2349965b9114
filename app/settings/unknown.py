"""Says what is unknown in a settings file, and the nearest thing that is known."""

from collections.abc import Iterable

from app.settings.errors import HIDDEN, Problem, quoted_key, shown_safely
from app.settings.fields import is_hidden
from app.settings.known import LISTS, Known
from app.settings.table import Table

_SUSPICIOUS = ("key", "token", "secret", "pass", "cookie", "url", "auth", "cred")


def unknown_key(key: str, table: Table) -> Problem:
    """Say that a key of a known table is unknown, and which one may be meant."""
    known = {name: table.full(name) for name in table.model.model_fields}
    near = nearest(key, known)
    elsewhere = table.elsewhere()
    if key in elsewhere and key not in known:
        remedy = f"Did you mean {elsewhere[key]}?"
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
    return shown_safely(value) if harmless and not secret_near else HIDDEN


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word most like a mistyped one, or "" when none is near."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word[:80].lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[near[0]] if near else ""


def unknown_top(file: str, name: str, value: object, known: Known) -> Problem:
    """Say that a key or table at the top of the file is unknown."""
    written = {table: f"[{table}]" for table in known.tables()}
    written |= {table: f"[[{table}]]" for table in LISTS}
    by_vendor = {vendor: f"[vendors.{vendor}]" for vendor in known.vendor_models}
    elsewhere = known.elsewhere()
    near = nearest(name, [*by_vendor, *written])
    if name in elsewhere:
        remedy = f"Did you mean {elsewhere[name]}?"
    elif near:
        remedy = f"Did you mean {by_vendor.get(near) or written[near]}?"
    else:
        remedy = f"Remove it; known: {', '.join(written.values())}"
    told = told_unknown(name, value, secret_near=name in elsewhere)
    return Problem(file, quoted_key(name), told, "is an unknown key", remedy)


def unknown_vendor(file: str, name: str, known: Known) -> Problem:
    """Say that there is no such vendor in this version."""
    names = ", ".join(known.vendor_models) or "none"
    near = nearest(name, known.vendor_models)
    remedy = f"Did you mean [vendors.{near}]?" if near else "Remove the table."
    told = f"is an unknown vendor; known: {names}"
    return Problem(file, f"vendors.{quoted_key(name)}", "", told, remedy)


def not_a_table(file: str, name: str) -> Problem:
    """Say that a table or list of tables was written as something else."""
    if name in LISTS:
        remedy = f"Write [[{name}]], in two brackets, before each entry."
        return Problem(file, name, "", "must be a list of tables", remedy)
    header = "[vendors.NAME]" if name == "vendors" else f"[{name}]"
    remedy = f"Write {header} on a line of its own and its keys below it."
    return Problem(file, name, "", "must be a table", remedy)
