"""What all rows of Settings share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.settings.book import SettingsBook
from app.settings.view import SettingView
from app.ui.settings_kit.draft import Draft
from app.ui.settings_kit.remarks import Remark
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer

Options = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kit:
    """Theme, all keys, what is changed, and where lists open.

    `options` gives texts to choose from, by value, for keys whose choices the till knows and the
    settings do not, by the key's pattern (`printers.fallback`) or `*.name` for every table;
    `remarks`, by pattern too, say what a value that fits would lead to.
    """

    theme: Theme
    layer: DialogLayer
    book: SettingsBook
    draft: Draft
    options: Mapping[str, Callable[[], Options]] = field(default_factory=dict)
    remarks: Mapping[str, Remark] = field(default_factory=dict)

    def options_for(self, view: SettingView) -> Options:
        """Return what to choose a key's value from, by value; nothing where anything can be."""
        find = self.options.get(view.pattern) or self.options.get(f"*.{view.name}")
        return find() if find is not None else {}

    def remark(self, view: SettingView, value: object) -> str:
        """Return what is worth knowing of a key's value, "" for nothing."""
        said = self.remarks.get(view.pattern)
        return said(view, value) if said is not None else ""
