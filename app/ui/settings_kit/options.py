"""What some keys can be chosen from, where the till knows it and the settings do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from zoneinfo import available_timezones

from app.domain.walkin import WALKIN, walkin_title
from app.settings.book import SettingsBook
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_kit.kit import Options
from app.ui.wording.marked import translate


def known_options(settings: ScreenSettings, book: SettingsBook) -> dict[str, Callable[[], Options]]:
    """Return, by the pattern of a key of `book`, how its choices are found."""

    def vendors() -> Options:
        there = book.vendors_with_orders()
        titles = {name: title for name, title in settings.vendor_titles.items() if name in there}
        return {**titles, WALKIN: walkin_title(settings.language)}

    def printers() -> Options:
        nobody = {"": translate("SettingWords", "Nobody: slips wait")}
        return {**nobody, **{printer.name: printer.name for printer in settings.printers}}

    return {
        "till.timezone": ZoneNames,
        "till.currency": lambda: currencies(settings.language),
        "*.vendors": vendors,
        "printers.fallback": printers,
        "*.send_from": vendors,
    }


class ZoneNames(Mapping[str, str]):
    """All time zones; they are looked up on the disk once they are gone through."""

    def __getitem__(self, name: str) -> str:
        return name.replace("_", " ")

    def __iter__(self) -> Iterator[str]:
        return iter(_zones())

    def __bool__(self) -> bool:
        return True  # known without looking

    def __len__(self) -> int:
        return len(_zones())


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


@cache
def currencies(language: str) -> Options:
    """Return the currencies of the world by their three letters, each as the language calls it."""
    from babel import Locale

    from app.domain.money import is_currency

    names = Locale(language).currencies
    return {code: f"{code} · {name}" for code, name in sorted(names.items()) if is_currency(code)}
