"""Staff's word on a proof sheet."""

from __future__ import annotations

from app.domain.device_news import PagesProven
from app.domain.lamp import LampKind
from app.domain.sheet import PLAIN_LETTERS, ProvenPage
from app.usecases.keep_pages import KeepPages, keep_pages
from app.usecases.remember_device import Fact, read_pages, remembered
from tests.unit.usecases.counter import Counter

PAGES = (ProvenPage("CP852", 13), ProvenPage("CP858", 19))


def kept(counter: Counter) -> tuple[ProvenPage, ...]:
    return read_pages(remembered(counter.store, LampKind.PRINTER, "counter", Fact.PAGES))


def test_pages_are_remembered_and_told_to_the_printer(counter: Counter) -> None:
    news = keep_pages(KeepPages("counter", PAGES), counter.desk)
    assert news == [PagesProven("counter", PAGES)]
    assert kept(counter) == PAGES


def test_that_none_looked_right_is_remembered_too(counter: Counter) -> None:
    keep_pages(KeepPages("counter", PAGES), counter.desk)
    news = keep_pages(KeepPages("counter", ()), counter.desk)
    assert news == [PagesProven("counter", (PLAIN_LETTERS,))]
    assert kept(counter) == (PLAIN_LETTERS,)


def test_another_printer_keeps_its_own(counter: Counter) -> None:
    keep_pages(KeepPages("kitchen", PAGES), counter.desk)
    assert kept(counter) == ()
