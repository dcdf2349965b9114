"""Compose what a day or a shift came to as a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from babel.dates import format_date

from app.domain.book_words import BOOK_WORDS, BookWords
from app.domain.books import Books, OpenMoney, ShiftBook
from app.domain.money import Money
from app.domain.money_format import money_text
from app.domain.sheet import Sheet, SheetKind, SheetRow
from app.domain.shift import CashCount, CashMovement, CashWay, MethodSum, Shift
from app.usecases.desk import Shop

_RULE: Final = SheetRow()
_DAYS: Final = {"hu": "y. MMM d., E", "de": "E, d. MMM y"}
_TIMES: Final = "\u00d7"


def compose_books(
    books: Books, shop: Shop, titles: Mapping[str, str], printed_at: datetime
) -> Sheet:
    """Return the sheet in the till's language; `titles` are those of the vendors by name."""
    return _Composer(books, shop, titles, printed_at).sheet()


class _Composer:
    def __init__(
        self, books: Books, shop: Shop, titles: Mapping[str, str], printed_at: datetime
    ) -> None:
        self._books = books
        self._shop = shop
        self._titles = titles
        self._printed_at = printed_at
        self._words: BookWords = BOOK_WORDS.get(shop.language, BOOK_WORDS["en"])

    def sheet(self) -> Sheet:
        rows = [
            *self._orders(),
            _RULE,
            *self._money(),
            *self._cash(),
            *self._openings(),
            *self._open(self._words.unpaid, self._books.unpaid),
            *self._open(self._words.unconfirmed, self._books.unconfirmed),
            *self._outages(),
        ]
        notes = (self._shop.till_name, self._words.at.format(at=self._time(self._printed_at)))
        return Sheet(kind=SheetKind.BOOKS, head=self._head(), notes=notes, rows=tuple(rows))

    def _head(self) -> str:
        words, books = self._words, self._books
        if books.day is not None:
            pattern = _DAYS.get(self._shop.language, "E d MMM y")
            day = format_date(books.day, pattern, locale=self._shop.language)
            return words.day.format(day=day)
        is_open = books.shift is not None and books.shift.shift.closed_at is None
        text = words.open_shift if is_open else words.shift
        return text.format(since=self._time(books.since), until=self._time(books.until))

    def _orders(self) -> Iterator[SheetRow]:
        yield SheetRow(self._words.orders, bold=True)
        vendor = ""
        for count in self._books.orders:
            if count.vendor != vendor:
                vendor = count.vendor
                yield SheetRow(self._title(vendor))
            outcome = self._words.outcomes.get(count.state, count.state)
            yield SheetRow(f"{count.count} {_TIMES} {outcome}", self._amount(count.total))
        if not self._books.orders:
            yield SheetRow(self._words.nothing)

    def _money(self) -> Iterator[SheetRow]:
        yield SheetRow(self._words.money, bold=True)
        for each in self._books.money:
            yield from self._method(each)
        if not self._books.money:
            yield SheetRow(self._words.nothing)

    def _method(self, each: MethodSum) -> Iterator[SheetRow]:
        method = self._words.methods[each.method.value]
        if each.taken or not each.returned:
            yield SheetRow(method, self._amount(each.taken))
        if each.returned:
            text = self._words.returned.format(method=method)
            yield SheetRow(text, self._amount(-each.returned))

    def _cash(self) -> Iterator[SheetRow]:
        shifts = self._books.shifts or ((self._books.shift,) if self._books.shift else ())
        for book in sorted(shifts, key=lambda one: one.shift.opened_at):
            yield _RULE
            if self._books.day is not None:
                yield SheetRow(self._shift_title(book), bold=True)
            yield SheetRow(self._words.cash, bold=True)
            for count in book.cash:
                yield from self._count(count)
            for movement in book.paid:
                yield self._movement(movement)
            yield from self._people(book.shift)
            if book.shift.note:
                yield SheetRow(self._words.note.format(note=book.shift.note))

    def _shift_title(self, book: ShiftBook) -> str:
        shift = book.shift
        if shift.closed_at is None:
            return self._words.open_shift.format(since=self._time(shift.opened_at))
        since, until = self._time(shift.opened_at), self._time(shift.closed_at)
        return self._words.shift.format(since=since, until=until)

    def _count(self, count: CashCount) -> Iterator[SheetRow]:
        words = self._words
        for text, amount in (
            (words.float_, count.float_),
            (words.taken, count.taken),
            (words.given_back, -count.returned),
            (words.paid_in, count.paid_in),
            (words.paid_out, -count.paid_out),
        ):
            if amount or text == words.float_:
                yield SheetRow(text, self._amount(amount))
        yield SheetRow(words.expected, self._amount(count.expected), bold=True)
        if count.counted is None or count.difference is None:
            return
        yield SheetRow(words.counted, self._amount(count.counted), bold=True)
        difference = count.difference
        word = words.over if difference.minor > 0 else words.short if difference else words.even
        sign = "+" if difference.minor > 0 else ""
        yield SheetRow(word, f"{sign}{self._amount(difference)}" if difference else "", bold=True)

    def _people(self, shift: Shift) -> Iterator[SheetRow]:
        for text, person in (
            (self._words.opened_by, shift.opened_by),
            (self._words.closed_by, shift.closed_by),
        ):
            if name := self._books.names.get(person):
                yield SheetRow(text.format(name=name))

    def _openings(self) -> Iterator[SheetRow]:
        yield _RULE
        yield SheetRow(self._words.no_sale, str(len(self._books.openings)), bold=True)
        for opening in self._books.openings:
            name = self._books.names.get(opening.by, "")
            yield SheetRow(f"{self._clock(opening.at)} {name}".rstrip())

    def _movement(self, movement: CashMovement) -> SheetRow:
        is_in = movement.way is CashWay.IN
        way = self._words.paid_in if is_in else self._words.paid_out
        amount = movement.amount if is_in else -movement.amount
        text = f"{self._clock(movement.at)} {way}: {movement.reason}"
        if name := self._books.names.get(movement.by):
            text = f"{text} ({name})"
        return SheetRow(text, self._amount(amount))

    def _open(self, head: str, entries: tuple[OpenMoney, ...]) -> Iterator[SheetRow]:
        yield _RULE
        yield SheetRow(head, str(len(entries)), bold=True)
        for entry in entries:
            left = f"{entry.number} {self._title(entry.vendor)}"
            yield SheetRow(left, self._amount(entry.amount))

    def _outages(self) -> Iterator[SheetRow]:
        yield _RULE
        yield SheetRow(self._words.outages, bold=True)
        for each in self._books.outages:
            minutes = self._words.minutes.format(count=each.minutes)
            yield SheetRow(f"{self._title(each.name)} ({each.times} {_TIMES})", minutes)
        if not self._books.outages:
            yield SheetRow(self._words.nothing)

    def _title(self, name: str) -> str:
        return self._titles.get(name, name)

    def _amount(self, amount: Money) -> str:
        return money_text(amount, self._shop.language)

    def _clock(self, moment: datetime) -> str:
        return moment.astimezone(self._shop.timezone).strftime("%H:%M")

    def _time(self, moment: datetime) -> str:
        local = moment.astimezone(self._shop.timezone)
        day = format_date(local.date(), "d MMM", locale=self._shop.language)
        return f"{day} {local:%H:%M}"
