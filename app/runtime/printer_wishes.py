"""Hands what use cases want of printers to their pumps."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.device_news import PagesProven
from app.domain.news import BuzzerWanted, DrawerWanted, News, PrinterWanted
from app.runtime.core import Core
from app.runtime.print_pump import PrintPump


class PrinterWishes:
    """Has printers do what the core's news want.

    They are asked, open drawers, sound buzzers and use proven code pages.

    `pumps` are looked up anew each time, since printers may come and go. Thread: core.
    """

    def __init__(self, core: Core, pumps: Mapping[str, PrintPump]) -> None:
        self._pumps = pumps
        core.watch(self._take)

    def _take(self, news: News) -> None:
        if not isinstance(news, PrinterWanted | DrawerWanted | BuzzerWanted | PagesProven):
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
        else:
            pump.use_pages(news.pages)
