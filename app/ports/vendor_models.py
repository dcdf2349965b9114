"""The settings of vendors, as far as the settings file is concerned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.ports.vendor import VendorPlugin
from app.settings.vendor import VendorSettings


class VendorModels(Mapping[str, type[VendorSettings]]):
    """The settings model of each vendor; looked up, and its vendor loaded, when it is asked for."""

    def __init__(self, plugins: Mapping[str, VendorPlugin]) -> None:
        self._plugins = plugins

    def __getitem__(self, name: str) -> type[VendorSettings]:
        return self._plugins[name].settings_model

    def __iter__(self) -> Iterator[str]:
        return iter(self._plugins)

    def __len__(self) -> int:
        return len(self._plugins)


class VendorTitles(Mapping[str, str]):
    """What each vendor calls itself; its vendor is loaded when it is asked for."""

    def __init__(self, plugins: Mapping[str, VendorPlugin]) -> None:
        self._plugins = plugins

    def __getitem__(self, name: str) -> str:
        return self._plugins[name].title

    def __iter__(self) -> Iterator[str]:
        return iter(self._plugins)

    def __len__(self) -> int:
        return len(self._plugins)
