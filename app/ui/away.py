"""The pages away from the board, History and Settings: made when first wanted, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.device_news import DeviceKept, PictureSeen, ScanSeen, ScanUnderstood, SpeedFound
from app.domain.lamp import Lamp, LampKind
from app.domain.news import HistoryRead, NumberMade, OrderShown, ProblemsChanged
from app.domain.problem import Problem
from app.domain.scan_news import LookUpAnswered, ScanAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.pages import Page, Pages
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_desk import SettingsDesk
from app.ui.theme import Theme
from app.ui.wording.figures import clock
from app.ui.wording.last_scan import last_scan
from app.ui.wording.scan import scan_answer
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
    `erase_wanted(snapshot)`, `settle_wanted`, `closing_wanted`, `test_wanted(kind, name)`,
    `number_wanted(vendor)` and those of ScannerPages as the pages ask.
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
    number_wanted = Signal(str)
    watch_wanted = Signal(str, bool)
    speed_wanted = Signal(str)
    accept_wanted = Signal(str)
    keep_wanted = Signal(str, object)

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
        self._lamps: dict[tuple[str, str], Lamp] = {}
        self._last_scan: tuple[str, str] | None = None
        self._to_settle = 0
        self._is_open = False
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

    def set_open(self) -> None:
        """Let the pages ask: the till is open."""
        self._is_open = True
        if self._settings_page is not None:
            self._settings_page.watched.set_open(True)

    def lamp_changed(self, lamp: Lamp) -> None:
        """Show how a vendor or device stands now."""
        self._lamps[lamp.kind.value, lamp.name] = lamp
        if self._settings_page is not None:
            self._settings_page.watched.show_lamp(lamp)
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

    def answered(self, answer: LookUpAnswered) -> None:
        """Show the answer to a test."""
        if self._settings_page is not None:
            self._settings_page.watched.answered(answer)

    def number_made(self, news: NumberMade) -> None:
        """Show the number a vendor made."""
        if self._settings_page is not None:
            self._settings_page.watched.number_made(news)

    def scan_answered(self, news: ScanAnswered) -> None:
        """Keep and show what was scanned last."""
        now = self._now()
        answer = scan_answer(news, self._shop, now)
        words = " ".join(filter(None, (answer.number, answer.headline)))
        self._last_scan = (last_scan(news), f"{clock(now, self._shop)} · {words}")
        if self._settings_page is not None:
            self._settings_page.watched.show_scan(*self._last_scan)

    def takes(self, news: ScanAnswered) -> bool:
        """Whether a test code was scanned that the page on the screen has the answer to."""
        return self._settings_page is not None and self._settings_page.watched.takes(news)

    def scan_seen(self, news: ScanSeen | ScanUnderstood) -> None:
        """Let a scan doctor that is looked at show how a scan arrived."""
        if self._settings_page is not None:
            self._settings_page.watched.scan_seen(news)

    def picture_seen(self, news: PictureSeen) -> None:
        """Show what a camera sees."""
        if self._settings_page is not None:
            self._settings_page.watched.picture_seen(news)

    def speed_found(self, news: SpeedFound) -> None:
        """Say which speed of a serial line was found."""
        if self._settings_page is not None:
            self._settings_page.watched.speed_found(news)

    def device_kept(self, news: DeviceKept) -> None:
        """Say whether a change of a scanner is in the settings file."""
        if self._settings_page is not None and news.kind is LampKind.SCANNER:
            self._settings_page.scanners.kept(news)

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
        for lamp in self._lamps.values():
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
            self._shop,
            self._settings,
            self._now,
            desk=self._desk,
            sections=self._sections,
            section=self._section or "till",
        )
        page.test_wanted.connect(self.test_wanted)
        watched = page.watched
        watched.test_wanted.connect(self.test_wanted)
        watched.number_wanted.connect(self.number_wanted)
        watched.watch_wanted.connect(self.watch_wanted)
        watched.speed_wanted.connect(self.speed_wanted)
        watched.accept_wanted.connect(self.accept_wanted)
        watched.keep_wanted.connect(self.keep_wanted)
        watched.set_open(self._is_open)
        self._settings_page = page
        for lamp in self._lamps.values():
            watched.show_lamp(lamp)
        if self._last_scan is not None:
            watched.show_scan(*self._last_scan)
        return page
