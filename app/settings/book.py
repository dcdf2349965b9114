"""Every key of the settings, what it may be and what it is now, with no secret among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from pydantic.fields import FieldInfo

from app.settings.fields import SettingsModel, is_empty, is_hidden
from app.settings.known import LISTS, SECTIONS, Known
from app.settings.settings import Settings
from app.settings.vendor import VendorSettings
from app.settings.view import SettingView, view_of

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SettingsBook:
    """All keys, table by table; vendors' models are looked up when they are asked for.

    `values` has the values in force of each table that is given, `entries` those of the lists.
    A table is named as in the file: `till`, `vendors.cheers`; an entry of a list `printers.0`, and
    the number after the last one stands for an entry that is to be added.

    Thread: any.
    """

    known: Known = field(default_factory=Known)
    values: Mapping[str, Values] = field(default_factory=lambda: MappingProxyType({}))
    entries: Mapping[str, tuple[Values, ...]] = field(default_factory=lambda: MappingProxyType({}))
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def tables(self) -> tuple[str, ...]:
        """Name every table, then every entry of the lists, in the order of the reference."""
        lists = [f"{name}.{place}" for name in LISTS for place in range(self.count(name))]
        return (*self.known.tables(), *lists)

    def has(self, table: str) -> bool:
        """Whether there is such a table in this version."""
        return self._model(table) is not None

    def count(self, name: str) -> int:
        """Return how many entries the list `printers` or `scanners` has."""
        return len(self.entries.get(name, ()))

    def keys(self, table: str) -> tuple[SettingView, ...]:
        """Return the views of all keys of a table, in order; none for an unknown table."""
        model = self._model(table)
        if model is None:
            return ()
        values = self._values(table)
        return tuple(self._view(table, key, values) for key in model.model_fields)

    def asked_first(self, table: str) -> tuple[str, ...]:
        """Name the keys that whoever sets this vendor up must see, beside what it needs."""
        model = self._model(table)
        if model is None or not issubclass(model, VendorSettings):
            return ()
        return model.asked_first

    def vendors_with_orders(self) -> tuple[str, ...]:
        """Name the vendors built in that have orders of their own."""
        return tuple(name for name, model in self.known.vendor_models.items() if model.has_orders)

    def view(self, key: str) -> SettingView | None:
        """Return one key by its full name, None for one that this version does not know."""
        table, _, name = key.rpartition(".")
        model = self._model(table)
        if model is None or name not in model.model_fields:
            return None
        return self._view(table, name, self._values(table))

    def _view(self, table: str, name: str, values: Values) -> SettingView:
        model = self._model(table)
        assert model is not None
        info, key = model.model_fields[name], f"{table}.{name}"
        value = values.get(name, _defaults(model).get(name))
        source = self.sources.get(key, "")
        if table.partition(".")[0] in LISTS:
            source = "file" if name in values else ""
        return view_of(key, info, value, source)

    def _values(self, table: str) -> Values:
        name, _, place = table.partition(".")
        if name in LISTS:
            entries = self.entries.get(name, ())
            return entries[int(place)] if int(place) < len(entries) else {}
        return self.values.get(table, {})

    def _model(self, table: str) -> type[SettingsModel] | None:
        name, _, rest = table.partition(".")
        if name in LISTS:
            return LISTS[name] if rest.isdecimal() else None
        if name == "vendors":
            return self.known.vendor_models.get(rest)
        return SECTIONS.get(table)


def book_of(settings: Settings, vendor_models: Mapping[str, type[VendorSettings]]) -> SettingsBook:
    """Return what may be known of these settings; of secrets only whether they are set."""
    tables: dict[str, SettingsModel] = {name: getattr(settings, name) for name in SECTIONS}
    tables |= {f"vendors.{name}": model for name, model in settings.vendors.items()}
    return SettingsBook(
        Known(vendor_models),
        MappingProxyType({name: _plain(model) for name, model in tables.items()}),
        MappingProxyType(
            {
                name: tuple(_plain(each, each.model_fields_set) for each in getattr(settings, name))
                for name in LISTS
            }
        ),
        settings.sources,
    )


def _plain(model: SettingsModel, keys: Iterable[str] | None = None) -> Values:
    fields = type(model).model_fields
    named = fields if keys is None else [key for key in fields if key in keys]
    return MappingProxyType({key: _told(fields[key], getattr(model, key)) for key in named})


def _told(info: FieldInfo, value: object) -> object:
    return not is_empty(value) if is_hidden(info) else value


@cache
def _defaults(model: type[SettingsModel]) -> Values:
    return {
        key: None
        if info.is_required()
        else info.get_default(call_default_factory=True, validated_data={})
        for key, info in model.model_fields.items()
    }
