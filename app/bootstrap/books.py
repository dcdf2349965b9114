"""What the screen asks of shifts and days: to show them, print them, write them to a file."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from app.domain.book_news import BooksRead, BooksWritten, TillMoneyRead
from app.domain.books import Books
from app.domain.books_file import write_books
from app.domain.device_news import SheetPrinted
from app.domain.errors import StoreError
from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.sheet import SheetKind
from app.ports.books import BooksReaderPort
from app.runtime.lanes import Lane
from app.runtime.till import Till
from app.settings.errors import SettingsError
from app.settings.files import write_atomically
from app.ui.services import BookServices
from app.usecases.compose_books import compose_books
from app.usecases.desk import Desk
from app.usecases.read_books import books_of_day, books_of_shift, till_money

_log = logging.getLogger(__name__)

Wanted = date | str
"""A business day, or the id of a shift."""


class BookQuestions:
    """What the screen asks about shifts and days.

    Thread: gui for every question; the answers come through the relay. They have a lane and
    connections of their own, which cannot write.
    """

    def __init__(self, till: Till) -> None:
        self._till = till
        self._lane = Lane("books", till.core.report_fault)

    def services(self) -> BookServices:
        """Return the questions as the screen sees them."""
        return BookServices(
            read_money=self.read_money,
            read=self.read,
            print_sheet=self.print_sheet,
            write_file=self.write_file,
        )

    def read_money(self) -> None:
        """Read how the money of this till stands."""

        def read() -> None:
            with self._reader() as reader:
                money, shifts = till_money(reader, self._desk.shop)
                self._till.core.relay.publish(TillMoneyRead(money, shifts))

        self._lane.submit(read)

    def read(self, wanted: Wanted) -> None:
        """Read what a day or a shift came to."""

        def read() -> None:
            with self._reader() as reader:
                self._till.core.relay.publish(BooksRead(self._books(reader, wanted)))

        self._lane.submit(read)

    def print_sheet(self, wanted: Wanted) -> None:
        """Print it at the printer of slips; the answer is SheetPrinted."""

        def work() -> None:
            with self._reader() as reader:
                books = self._books(reader, wanted)
                printers = self._desk.routes.slip_printers
                if books is None or not printers:
                    status = PrinterStatus(PrinterWord.NOT_REACHABLE)
                    outcome = PrintOutcome(PrintResult.NOT_STARTED, status)
                    self._till.core.relay.publish(SheetPrinted("", SheetKind.BOOKS, outcome))
                    return
                names = {count.vendor for count in books.orders} | set(self._desk.vendors)
                titles = {name: self._desk.facts_of(name).title for name in names}
                sheet = compose_books(books, self._desk.shop, titles, self._desk.clock.now())
                self._till.devices.print_sheet(printers[0], lambda _lines: sheet)

        self._lane.submit(work)

    def write_file(self, wanted: Wanted, path: str) -> None:
        """Write it to a file, in place of any."""

        def work() -> None:
            with self._reader() as reader:
                books = self._books(reader, wanted)
                if books is not None:
                    problem = _written(books, self._desk, path)
                    self._till.core.relay.publish(BooksWritten(path, problem))

        self._lane.submit(work)

    @property
    def _desk(self) -> Desk:
        return self._till.core.desk

    def close(self) -> bool:
        """Answer no more; return whether the lane has ended."""
        self._lane.close()
        return self._lane.wait(500)

    def _books(self, reader: BooksReaderPort, wanted: Wanted) -> Books | None:
        shop = self._desk.shop
        if isinstance(wanted, str):
            return books_of_shift(reader, shop, wanted, self._desk.clock.now())
        return books_of_day(reader, shop, wanted)

    @contextmanager
    def _reader(self) -> Iterator[BooksReaderPort]:
        """Give a reader; say it on the screen when the store cannot be read."""
        try:
            with closing(self._desk.store.reader()) as reader:
                yield reader.books
        except StoreError as error:
            _log.error("%s", error, extra={"event": "books_not_read"})
            notice = Notice(NoticeCode.STORE_UNAVAILABLE, Tone.BAD)
            self._till.core.relay.publish(Noticed(notice, self._desk.clock.now()))


def _written(books: Books, desk: Desk, path: str) -> str:
    """Write the file and return why that could not be, else nothing."""
    try:
        content = write_books(books, desk.shop.timezone)
        write_atomically(Path(path).expanduser(), content, mode=0o644)
    except SettingsError as error:
        return error.problems[0].allowed
    return ""
