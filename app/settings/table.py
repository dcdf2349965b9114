"""One table of the settings file while it is being read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.settings.errors import quoted_key
from app.settings.fields import SettingsModel


@dataclass(frozen=True, slots=True)
class Table:
    """One table being read: its file, its name as shown, and which keys came from elsewhere.

    `sources` maps a key to the environment variable or secret store its value was taken from.
    `elsewhere` gives bare keys of other tables with their full names, for the nearest known key.
    """

    file: str
    name: str
    model: type[SettingsModel]
    data: Mapping[str, object]
    sources: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Callable[[], Mapping[str, str]] = dict

    def full(self, key: str) -> str:
        """Name a key of this table in full."""
        return f"{self.name}.{quoted_key(key)}"
