"""What a value is worth knowing of beside whether it fits: it may fit and yet do nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.station_lines import strange_stations
from app.settings.book import SettingsBook
from app.settings.view import SettingView
from app.ui.settings_kit.draft import Draft
from app.ui.wording.marked import translate

Remark = Callable[[SettingView, object], str]
"""Says in one sentence what a key's value would lead to, "" where there is nothing to say."""


class RouteRemarks:
    """Says what printers are told to print and never will. Thread: gui.

    The catalogue is read by `read` the first time a station is to be looked up in it.
    """

    def __init__(self, book: SettingsBook, draft: Draft, read: Callable[[], None]) -> None:
        """Know no station yet."""
        self._book = book
        self._draft = draft
        self._read = read
        self._known: frozenset[str] | None = None
        self._asked = False

    def by_pattern(self) -> dict[str, Remark]:
        """Return the remarks by the patterns of their keys."""
        return {"printers.stations": self.on_stations, "printers.vendors": self.on_vendors}

    def catalogue_read(self, stations: Iterable[str]) -> None:
        """Know the stations of the catalogue's products, "" for a product without one."""
        self._known = frozenset(stations)
        self._draft.changed.emit()

    def on_stations(self, view: SettingView, value: object) -> str:
        """Say of stations that nothing prints for them."""
        named = _texts(value)
        if not named:
            return ""
        if "station" not in self._prints(view):
            return translate("SettingWords", "Nothing is printed for them: tick Station slips.")
        if self._known is None:
            if not self._asked:
                self._asked = True
                self._read()
            return ""
        strange = strange_stations(named, self._known)
        if not strange or not self._known:
            return ""
        said = translate("SettingWords", "The catalogue has no station called {names}.")
        return said.format(names=", ".join(strange))

    def on_vendors(self, view: SettingView, value: object) -> str:
        """Say of vendors that no slip of theirs is printed."""
        if _texts(value) and "slip" not in self._prints(view):
            return translate("SettingWords", "This printer prints no slips: tick Slips.")
        return ""

    def _prints(self, view: SettingView) -> tuple[str, ...]:
        key = f"{view.key.rpartition('.')[0]}.prints"
        if self._draft.has(key):
            return _texts(self._draft.value(key))
        known = self._book.view(key)
        return _texts(known.value or known.default) if known is not None else ()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple | list) else ()
