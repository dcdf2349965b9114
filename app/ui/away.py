"""The pages away from the board, History and Settings: made when first wanted, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.lamp import Lamp
from app.domain.news import HistoryRead, OrderShown, ProblemsChanged
from app.domain.problem import Problem
from app.domain.snapshot import OrderSnapshot
from app.ui.pages import Page, Pages
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_desk import SettingsDesk
from app.ui.settings_page.watched import WatchedSections
from app.ui.theme import Theme
from app.usecases.desk import Shop

if TYPE_CHECKING:
    from app.ui.help.page import HelpPage
    from app.ui.history.page import HistoryPage
    from app.ui.settings_page.page import SettingsPage

HISTORY = "history"
SETTINGS = "settings"
HELP = "help"


class AwayPages(QObject):
    """Makes the pages and hands them their news.

    Thread: gui. Signals: `rows_wanted(search)`, `order_wanted(order_id)`,
    `board_wanted(order_id)`, `dialog_wanted(move, snapshot)`, `card_wanted(snapshot)`,
    `erase_wanted(snapshot)`, `settle_wanted`, `closing_wanted` as the pages ask;
    `test_wanted(kind, name)` for a test slip. `watched` has those of vendors and scanners.
    """

    rows_wanted = Signal(object)
    order_wanted = Signal(str)
    board_wanted = Signal(str)
    card_wanted = Signal(object)
    erase_wanted = Signal(object)
    dialog_wanted = Signal(object, object)
    settle_wanted = Signal()
    closing_wanted = Signal()
    test_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        settings: ScreenSettings,
        titles: Mapping[str, str],
        pages: Pages,
        send: Callable[[object], None],
        now: Callable[[], datetime],
        desk: SettingsDesk,
        sections: Mapping[str, Callable[[], QWidget]],
    ) -> None:
        """Say to `pages` how each page is made; `sections` make those of Settings that have a desk
        of their own, by their keys."""
        super().__init__(pages)
        self._theme = theme
        self._shop = shop
        self._settings = settings
        self._titles = titles
        self._pages = pages
        self._send = send
        self._now = now
        self._desk = desk
        self._sections = sections
        self.watched = WatchedSections(desk, shop, settings, now, self)
        self._to_settle = 0
        self._history: HistoryPage | None = None
        self._settings_page: SettingsPage | None = None
        self._help: HelpPage | None = None
        self._problems: tuple[Problem, ...] = ()
        self._section = ""
        self._update = ""
        pages.add(HISTORY, self._make_history)
        pages.add(SETTINGS, self._make_settings)
        pages.add(HELP, self._make_help)

    @property
    def section(self) -> str:
        """The section of Settings that is shown, or will be."""
        return self._settings_page.section if self._settings_page is not None else self._section

    @section.setter
    def section(self, key: str) -> None:
        self._section = key
        if self._settings_page is not None and key:
            self._settings_page.show_section(key)

    def lamp_changed(self, lamp: Lamp) -> None:
        """Show how a vendor or device stands now."""
        self.watched.show_lamp(lamp)
        if self._help is not None:
            self._help.show_lamp(lamp)

    def problems_changed(self, news: ProblemsChanged) -> None:
        """Show the last problems."""
        self._problems = news.problems
        if self._help is not None:
            self._help.show_problems(news.problems)

    @Slot(str)
    def on_update_said(self, words: str) -> None:
        """Show that a newer Pult is there; it never stands over orders."""
        self._update = words
        if self._help is not None:
            self._help.show_update(words)

    def history_read(self, news: HistoryRead) -> None:
        """Show what was found."""
        if self._history is not None:
            self._history.rows_read(news)

    def order_shown(self, news: OrderShown) -> None:
        """Show the order that was chosen in History."""
        if self._history is not None:
            self._history.order_shown(news)

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Let History read anew what changed."""
        if self._history is not None:
            self._history.orders_changed(snapshots)

    @Slot(int)
    def on_to_settle(self, count: int) -> None:
        """Let History say how much is to be settled."""
        self._to_settle = count
        if self._history is not None:
            self._history.show_to_settle(count)

    @Slot()
    def on_history(self) -> None:
        """Open History."""
        self._pages.turn_to(HISTORY)

    @Slot()
    def on_search(self) -> None:
        """Open History to look for something."""
        self._pages.turn_to(HISTORY)
        if self._history is not None:
            self._history.start_search()

    @Slot()
    def on_settings(self) -> None:
        """Open Settings."""
        self._pages.turn_to(SETTINGS)

    @Slot()
    def on_help(self) -> None:
        """Open Help."""
        self._pages.turn_to(HELP)

    def _make_help(self) -> Page:
        from app.ui.help.page import HelpPage

        page = HelpPage(self._theme, self._shop, self._settings, self._titles, self._now)
        self._help = page
        for lamp in self.watched.lamps:
            page.show_lamp(lamp)
        page.show_problems(self._problems)
        page.show_update(self._update)
        return page

    def on_guide(self) -> None:
        """Lead through Settings, as at the first start."""
        self.on_settings()
        if self._settings_page is not None:
            self._settings_page.start_guide()

    def _make_history(self) -> Page:
        from app.ui.history.page import HistoryPage

        page = HistoryPage(self._theme, self._shop, self._titles, self._send, self._now)
        page.rows_wanted.connect(self.rows_wanted)
        page.order_wanted.connect(self.order_wanted)
        page.board_wanted.connect(self.board_wanted)
        page.card_wanted.connect(self.card_wanted)
        page.erase_wanted.connect(self.erase_wanted)
        page.dialog_wanted.connect(self.dialog_wanted)
        page.settle_wanted.connect(self.settle_wanted)
        page.closing_wanted.connect(self.closing_wanted)
        page.show_to_settle(self._to_settle)
        self._history = page
        return page

    def _make_settings(self) -> Page:
        from app.ui.settings_page.page import SettingsPage

        page = SettingsPage(
            self._theme,
            self._settings,
            desk=self._desk,
            watched=self.watched,
            sections=self._sections,
            section=self._section or "till",
        )
        page.test_wanted.connect(self.test_wanted)
        self._settings_page = page
        return page
