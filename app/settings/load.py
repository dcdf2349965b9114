"""Loads the settings: defaults, file, environment, secrets; all problems are told at once."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from pydantic import ValidationError

from app.settings.devices import PRINTER_KINDS, SCANNER_KINDS, PrinterSettings, ScannerSettings
from app.settings.environment import Override, read_environment
from app.settings.errors import Problem, SettingsError, quoted, quoted_key
from app.settings.explain import Table, nearest, problems_of, told_unknown
from app.settings.fields import SettingsModel, is_empty, is_secret
from app.settings.files import parse_toml, read_text
from app.settings.known import LISTS, SECTIONS, Known
from app.settings.places import default_config_path
from app.settings.secret_store import ask_keyring, read_secrets_file, secrets_path
from app.settings.sections import CallbackSettings, StoreSettings, TillSettings
from app.settings.settings import Settings
from app.settings.vendor import VendorSettings

KEYRING_SECONDS: Final = 2.0


def load_settings(
    path: Path | None,
    *,
    vendor_models: Mapping[str, type[VendorSettings]],
    environ: Mapping[str, str],
    printer_kinds: tuple[str, ...] = PRINTER_KINDS,
    scanner_kinds: tuple[str, ...] = SCANNER_KINDS,
    keyring_seconds: float = KEYRING_SECONDS,
) -> Settings:
    """Load the settings of this till; raises SettingsError with every problem found.

    `path` is the file named with --config, which must exist; None means the default file, which
    may be absent. The keyring is asked only for secrets of enabled vendors that neither the
    environment nor a file gives, and never longer than `keyring_seconds` in all.
    """
    known = Known(vendor_models, printer_kinds, scanner_kinds)
    file = default_config_path() if path is None else path
    found = path is not None or file.exists()
    text = read_text(file) if found else ""
    return settings_of(
        text, file, known=known, environ=environ, keyring_seconds=keyring_seconds, found=found
    )


def settings_of(
    text: str,
    file: Path,
    *,
    known: Known,
    environ: Mapping[str, str],
    keyring_seconds: float = KEYRING_SECONDS,
    found: bool = True,
) -> Settings:
    """Make settings of a file's text; raises SettingsError with every problem found."""
    reading = _Reading(parse_toml(text, file), file, known, environ, keyring_seconds)
    return reading.settings(found)


class _Reading:
    """One reading of a settings file; gathers problems and goes on.

    Thread: any.
    """

    def __init__(
        self,
        data: dict[str, Any],
        file: Path,
        known: Known,
        environ: Mapping[str, str],
        keyring_seconds: float,
    ) -> None:
        self._data = data
        self._file = file
        self._known = known
        self._keyring_seconds = keyring_seconds
        self._problems: list[Problem] = []
        self._models: dict[str, SettingsModel] = {}
        self._lists: dict[str, tuple[SettingsModel, ...]] = {}
        self._overrides, self._late_problems = read_environment(environ, known)
        self._kept = self._read_kept()

    def settings(self, found: bool) -> Settings:
        """Read every table in the order of the file, then those only the environment names."""
        for name, value in self._data.items():
            self._read_top(name, value)
        for table, model in self._known.tables().items():
            if table not in self._models:
                self._read_table(table, model, {})
        self._problems += self._late_problems
        if self._problems:
            raise SettingsError(self._problems)
        vendors = {
            name: cast(VendorSettings, self._models[f"vendors.{name}"])
            for name in self._known.vendor_models
        }
        return Settings(
            till=cast(TillSettings, self._models["till"]),
            store=cast(StoreSettings, self._models["store"]),
            callbacks=cast(CallbackSettings, self._models["callbacks"]),
            vendors=MappingProxyType(vendors),
            printers=cast(tuple[PrinterSettings, ...], self._lists.get("printers", ())),
            scanners=cast(tuple[ScannerSettings, ...], self._lists.get("scanners", ())),
            path=self._file,
            found=found,
        )

    def _read_kept(self) -> dict[str, str]:
        try:
            return read_secrets_file(secrets_path(self._file))
        except SettingsError as error:
            self._late_problems += error.problems
            return {}

    # --- tables -------------------------------------------------------------------------

    def _read_top(self, name: str, value: object) -> None:
        if name in SECTIONS:
            self._read_table(name, SECTIONS[name], value)
        elif name in LISTS:
            self._read_list(name, LISTS[name], value)
        elif name == "vendors":
            self._read_vendors(value)
        else:
            self._problems.append(self._unknown_top(name, value))

    def _read_vendors(self, value: object) -> None:
        if not isinstance(value, dict):
            self._not_a_table("vendors", "Write [vendors.NAME] and the vendor's keys below it.")
            return
        for name, table in value.items():
            model = self._known.vendor_models.get(name)
            if model is None:
                self._problems.append(self._unknown_vendor(name))
            else:
                self._read_table(f"vendors.{name}", model, table)

    def _read_table(self, name: str, model: type[SettingsModel], value: object) -> None:
        self._models[name] = model.model_construct()  # so that it is not read again
        if not isinstance(value, dict):
            self._not_a_table(name, f"Write [{name}] on a line and its keys below it.")
            return
        table = self._merged(name, model, value)
        valid = self._validated(table)
        if isinstance(valid, VendorSettings) and valid.enabled:
            valid = self._with_keyring(table, valid)
        if valid is not None:
            self._models[name] = valid

    def _merged(self, name: str, model: type[SettingsModel], value: dict[str, object]) -> Table:
        data = dict(value)
        sources: dict[str, str] = {}
        for override in self._overrides_of(name):
            data[override.key] = override.value
            sources[override.key] = f"environment {override.variable}"
        for key, info in model.model_fields.items():
            kept = self._kept.get(f"{name}.{key}")
            if kept and is_secret(info) and data.get(key, "") == "":
                data[key] = kept
                sources[key] = str(secrets_path(self._file))
        return Table(str(self._file), name, model, data, sources, self._known.elsewhere())

    def _overrides_of(self, table: str) -> list[Override]:
        return [override for override in self._overrides if override.table == table]

    def _validated(self, table: Table) -> SettingsModel | None:
        try:
            return table.model.model_validate(dict(table.data), context=self._known.context())
        except ValidationError as error:
            self._problems += problems_of(error, table)
            return None

    def _with_keyring(self, table: Table, valid: VendorSettings) -> SettingsModel | None:
        empty = [
            key
            for key, info in table.model.model_fields.items()
            if is_secret(info) and is_empty(getattr(valid, key))
        ]
        trouble = ""
        if empty:
            names = {f"{table.name}.{key}": key for key in empty}
            secrets, trouble = ask_keyring(list(names), self._keyring_seconds)
            given = {names[name]: secret for name, secret in secrets.items()}
            data = {**table.data, **given}
            sources = {**table.sources, **dict.fromkeys(given, "keyring")}
            table = replace(table, data=data, sources=sources)
            again = self._validated(table)
            if not isinstance(again, VendorSettings):
                return None
            valid = again
        self._missing(table, valid, trouble)
        return valid

    def _missing(self, table: Table, valid: VendorSettings, trouble: str) -> None:
        for key in valid.missing():
            full = table.full(key)
            remedy = f'Add {key} = "…" below [{table.name}], or set {table.name}.enabled = false.'
            if is_secret(table.model.model_fields[key]):
                remedy = f"Run: pult secret set {full} (or set {table.name}.enabled = false)."
                if trouble:
                    remedy += f" Note: {trouble}."
            file = table.sources.get(key, table.file)
            self._problems.append(
                Problem(file, full, "", "is missing while the vendor is enabled", remedy)
            )

    # --- lists --------------------------------------------------------------------------

    def _read_list(self, name: str, model: type[SettingsModel], value: object) -> None:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._not_a_table(name, f"Write [[{name}]], in two brackets, before each entry.")
            return
        valid: list[SettingsModel] = []
        names: dict[str, int] = {}
        for number, item in enumerate(value, start=1):
            table = Table(str(self._file), _entry_name(name, number, item), model, item)
            one = self._validated(table)
            if one is not None:
                valid.append(one)
            self._repeated_name(table, number, names)
        self._lists[name] = tuple(valid)

    def _repeated_name(self, table: Table, number: int, names: dict[str, int]) -> None:
        name = table.data.get("name")
        if not isinstance(name, str):
            return
        first = names.setdefault(name.casefold(), number)
        if first != number:
            self._problems.append(
                Problem(
                    table.file,
                    table.full("name"),
                    quoted(name),
                    f"is already the name of entry {first}",
                    "Give each its own name.",
                )
            )

    # --- what does not fit --------------------------------------------------------------

    def _not_a_table(self, name: str, remedy: str) -> None:
        allowed = "must be a list of tables" if name in LISTS else "must be a table"
        self._problems.append(Problem(str(self._file), name, "", allowed, remedy))

    def _unknown_top(self, name: str, value: object) -> Problem:
        written = {table: f"[{table}]" for table in self._known.tables()}
        written |= {table: f"[[{table}]]" for table in LISTS}
        by_vendor = {vendor: f"[vendors.{vendor}]" for vendor in self._known.vendor_models}
        elsewhere = self._known.elsewhere()
        near = nearest(name, [*by_vendor, *written])
        if name in elsewhere:
            remedy = f"Did you mean {elsewhere[name]}?"
        elif near:
            remedy = f"Did you mean {by_vendor.get(near) or written[near]}?"
        else:
            remedy = f"Remove it; known: {', '.join(written.values())}"
        told = told_unknown(name, value, secret_near=name in elsewhere)
        return Problem(str(self._file), quoted_key(name), told, "is an unknown key", remedy)

    def _unknown_vendor(self, name: str) -> Problem:
        known = ", ".join(self._known.vendor_models) or "none"
        near = nearest(name, self._known.vendor_models)
        return Problem(
            str(self._file),
            f"vendors.{quoted_key(name)}",
            "",
            f"is an unknown vendor; known: {known}",
            f"Did you mean [vendors.{near}]?" if near else "Remove the table.",
        )


def _entry_name(name: str, number: int, item: dict[str, object]) -> str:
    label = item.get("name")
    return (
        f"{name}[{quoted(label, 40)}]" if isinstance(label, str) and label else f"{name}[#{number}]"
    )
