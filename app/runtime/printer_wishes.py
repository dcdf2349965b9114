"""Hands what use cases want of printers to their pumps."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.device_news import PagesProven
from app.domain.news import BuzzerWanted, DrawerWanted, News, PrinterWanted
from app.domain.printing import PrintOutcome
from app.domain.staff_news import BadgeWanted
from app.runtime.core import Core
from app.runtime.print_pump import PrintPump
from app.usecases.keep_person import KeepBadge


class PrinterWishes:
    """Has printers do what the core's news want.

    They are asked, open drawers, sound buzzers, print badges and use proven code pages.

    `pumps` are looked up anew each time, since printers may come and go. Thread: core.
    """

    def __init__(self, core: Core, pumps: Mapping[str, PrintPump]) -> None:
        self._core = core
        self._pumps = pumps
        core.watch(self._take)

    def _take(self, news: News) -> None:
        if not isinstance(
            news, PrinterWanted | DrawerWanted | BuzzerWanted | BadgeWanted | PagesProven
        ):
            return
        pump = self._pumps.get(news.printer)
        if pump is None:
            return
        if isinstance(news, PrinterWanted):
            pump.ask_now()
        elif isinstance(news, DrawerWanted):
            pump.open_drawer()
        elif isinstance(news, BuzzerWanted):
            pump.sound_buzzer()
        elif isinstance(news, BadgeWanted):
            pump.print_test(news.badge, lambda outcome: self._keep(news, outcome))
        else:
            pump.use_pages(news.pages)

    def _keep(self, news: BadgeWanted, outcome: PrintOutcome) -> None:
        self._core.dispatch(KeepBadge(news.person_id, news.digest, news.printer, outcome))
