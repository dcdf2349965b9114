"""Loads the settings: defaults, file, environment, secrets; all problems are told at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from pydantic import ValidationError

from app.settings.alarm import AlarmSettings
from app.settings.devices import PrinterSettings, ScannerSettings
from app.settings.display import DisplaySettings
from app.settings.environment import Override, read_environment, vendors_in
from app.settings.errors import Problem, SettingsError, quoted
from app.settings.explain import missing_key, problems_of
from app.settings.fields import SettingsModel, is_empty, is_secret, names_vendors
from app.settings.files import exists, parse_toml, read_text
from app.settings.known import LISTS, SECTIONS, Known
from app.settings.places import default_config_path
from app.settings.routing import misnamed_vendors, routing_problems
from app.settings.secret_store import NO_KEYRING, ask_keyring, read_secrets_file, secrets_path
from app.settings.sections import CallbackSettings, StoreSettings, TillSettings
from app.settings.settings import FROM_FILE, Settings
from app.settings.slip import SlipSettings
from app.settings.staff import StaffSettings
from app.settings.table import Table
from app.settings.unknown import not_a_table, unknown_top, unknown_vendor
from app.settings.updates import UpdateSettings
from app.settings.vendor import VendorSettings

KEYRING_SECONDS: Final = 2.0


def load_settings(
    path: Path | None,
    *,
    vendor_models: Mapping[str, type[VendorSettings]],
    environ: Mapping[str, str],
    keyring_seconds: float = KEYRING_SECONDS,
) -> Settings:
    """Load the settings of this till; raises SettingsError with every problem found.

    `path` is the file named with --config, which must exist; None means the default file, which
    may be absent. The keyring is asked only for secrets of enabled vendors that neither the
    environment nor a file gives, and never longer than `keyring_seconds` in all.
    """
    known = Known(vendor_models)
    file = default_config_path() if path is None else path
    file = file.absolute()
    found = path is not None or exists(file)
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
        self._sources: dict[str, str] = {}
        self._unread: dict[str, str] = {}
        self._overrides, self._late_problems = read_environment(environ, known)
        self._named_vendors = vendors_in(environ)
        self._kept = self._read_kept()

    def settings(self, found: bool) -> Settings:
        """Read every table in the order of the file, then those only the environment names."""
        for name, value in self._data.items():
            self._read_top(name, value)
        for table, model in self._known.tables_with(self._named_vendors).items():
            if table not in self._models:
                self._read_table(table, model, {})
        self._problems += self._late_problems
        if self._problems:
            raise SettingsError(self._problems)
        vendors = {
            name.removeprefix("vendors."): cast(VendorSettings, model)
            for name, model in sorted(self._models.items())
            if name.startswith("vendors.")
        }
        return Settings(
            till=cast(TillSettings, self._models["till"]),
            store=cast(StoreSettings, self._models["store"]),
            callbacks=cast(CallbackSettings, self._models["callbacks"]),
            slip=cast(SlipSettings, self._models["slip"]),
            alarm=cast(AlarmSettings, self._models["alarm"]),
            display=cast(DisplaySettings, self._models["display"]),
            staff=cast(StaffSettings, self._models["staff"]),
            updates=cast(UpdateSettings, self._models["updates"]),
            vendors=MappingProxyType(vendors),
            printers=cast(tuple[PrinterSettings, ...], self._lists.get("printers", ())),
            scanners=cast(tuple[ScannerSettings, ...], self._lists.get("scanners", ())),
            path=self._file,
            found=found,
            sources=MappingProxyType(self._sources),
            unread=MappingProxyType(self._unread),
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
            self._problems.append(unknown_top(str(self._file), name, value, self._known))

    def _read_vendors(self, value: object) -> None:
        if not isinstance(value, dict):
            self._problems.append(not_a_table(str(self._file), "vendors"))
            return
        for name, table in value.items():
            model = self._known.vendor_models.get(name)
            if model is None:
                self._problems.append(unknown_vendor(str(self._file), name, self._known))
            else:
                self._read_table(f"vendors.{name}", model, table)

    def _read_table(self, name: str, model: type[SettingsModel], value: object) -> None:
        self._models[name] = model.model_construct()  # so that it is not read again
        if not isinstance(value, dict):
            self._problems.append(not_a_table(str(self._file), name))
            return
        table = self._merged(name, model, value)
        valid, faulty = self._validated(table)
        if isinstance(valid, VendorSettings) and valid.enabled:
            valid = self._with_keyring(table, valid, faulty)
        if valid is not None:
            self._models[name] = valid
            self._problems += self._misnamed(table, valid)

    def _misnamed(self, table: Table, valid: SettingsModel) -> Iterator[Problem]:
        for key, info in table.model.model_fields.items():
            named: tuple[str, ...] = getattr(valid, key) if names_vendors(info) else ()
            if named:
                file = table.sources.get(key, table.file)
                vendors = self._known.vendor_models
                yield from misnamed_vendors(file, table.full(key), named, vendors)

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
        given = {f"{name}.{key}": sources.get(key, FROM_FILE) for key in data}
        self._sources.update(given)
        return Table(str(self._file), name, model, data, sources, self._known.elsewhere)

    def _overrides_of(self, table: str) -> list[Override]:
        return [override for override in self._overrides if override.table == table]

    def _validated(self, table: Table) -> tuple[SettingsModel | None, frozenset[str]]:
        """Validate a table; of a faulty one the rest, so that later checks say their part."""
        if not table.data and table.name in SECTIONS:
            return table.model.model_construct(), frozenset()  # defaults alone, and they are valid
        try:
            return table.model.model_validate(dict(table.data)), frozenset()
        except ValidationError as error:
            self._problems += problems_of(error, table)
            faulty = frozenset(str(fault["loc"][0]) for fault in error.errors() if fault["loc"])
        rest = {key: value for key, value in table.data.items() if key not in faulty}
        try:
            return table.model.model_validate(rest), faulty
        except ValidationError:
            return None, faulty

    def _with_keyring(
        self, table: Table, valid: VendorSettings, faulty: frozenset[str]
    ) -> SettingsModel | None:
        """Fill an enabled vendor's empty secrets from the keyring, then ask what it still lacks.

        What a keyring may have that does not answer is no problem of the settings: one vendor alone
        waits for it.
        """
        names = {
            f"{table.name}.{key}": key
            for key, info in table.model.model_fields.items()
            if is_secret(info) and is_empty(getattr(valid, key)) and key not in faulty
        }
        secrets, trouble = ask_keyring(list(names), self._keyring_seconds) if names else ({}, "")
        checked: SettingsModel | None = valid
        if secrets:
            given = {names[name]: secret for name, secret in secrets.items()}
            rest = {key: value for key, value in table.data.items() if key not in faulty}
            sources = {**table.sources, **dict.fromkeys(given, "keyring")}
            self._sources.update({f"{table.name}.{key}": "keyring" for key in given})
            table = replace(table, data={**rest, **given}, sources=sources)
            checked, unfit = self._validated(table)
            faulty |= unfit
        if isinstance(checked, VendorSettings):
            lacking = [key for key in checked.missing() if key not in faulty]
            if trouble not in ("", NO_KEYRING):  # the keyring may have it
                fields = table.model.model_fields
                unread = [key for key in lacking if is_secret(fields[key])]
                lacking = [key for key in lacking if key not in unread]
                if unread:
                    self._unread[table.name.removeprefix("vendors.")] = trouble
            self._problems += [missing_key(key, table, trouble) for key in lacking]
        return checked

    # --- lists --------------------------------------------------------------------------

    def _read_list(self, name: str, model: type[SettingsModel], value: object) -> None:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._problems.append(not_a_table(str(self._file), name))
            return
        valid: list[SettingsModel] = []
        names: dict[str, int] = {}
        before = len(self._problems)
        for number, item in enumerate(value, start=1):
            table = Table(str(self._file), _entry_name(name, number, item), model, item)
            self._repeated_name(table, number, names)
            one, _ = self._validated(table)
            if one is not None:
                valid.append(one)
        self._lists[name] = tuple(valid)
        if name == "printers" and len(self._problems) == before:
            printers = cast(list[PrinterSettings], valid)
            vendors = self._known.vendor_models
            self._problems += routing_problems(str(self._file), printers, vendors)

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


def _entry_name(name: str, number: int, item: dict[str, object]) -> str:
    label = item.get("name")
    return (
        f"{name}[{quoted(label, 40)}]" if isinstance(label, str) and label else f"{name}[#{number}]"
    )
