"""Hands what use cases want of printers to their pumps."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.device_news import PagesProven
from app.domain.news import DrawerWanted, News, PrinterWanted
from app.runtime.core import Core
from app.runtime.print_pump import PrintPump


class PrinterWishes:
    """Has printers asked, drawers opened and proven code pages used as the core's news want it.

    `pumps` are looked up anew each time, since printers may come and go. Thread: core.
    """

    def __init__(self, core: Core, pumps: Mapping[str, PrintPump]) -> None:
        self._pumps = pumps
        core.watch(self._take)

    def _take(self, news: News) -> None:
        if not isinstance(news, PrinterWanted | DrawerWanted | PagesProven):
            return
        pump = self._pumps.get(news.printer)
        if pump is None:
            return
        if isinstance(news, PrinterWanted):
            pump.ask_now()
        elif isinstance(news, DrawerWanted):
            pump.open_drawer()
        else:
            pump.use_pages(news.pages)
