"""Keep which lines of a printer's proof sheet looked right."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.device_news import PagesProven
from app.domain.lamp import LampKind
from app.domain.news import News
from app.domain.sheet import PLAIN_LETTERS, ProvenPage
from app.domain.staff import GuardedAct
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.remember_device import Fact, RememberDevice, pages_text, remember_device


@dataclass(frozen=True, slots=True)
class KeepPages:
    """Staff have tapped the lines that look right, best first; none: not one of them did."""

    printer: str
    pages: tuple[ProvenPage, ...]


def keep_pages(command: KeepPages, desk: Desk) -> list[News]:
    """Remember them for this printer, also that there were none, and use them at once."""
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
    pages = command.pages or (PLAIN_LETTERS,)
    text = pages_text(pages)
    kept = RememberDevice(LampKind.PRINTER, command.printer, Fact.PAGES, text)
    return [*remember_device(kept, desk), PagesProven(command.printer, pages)]
