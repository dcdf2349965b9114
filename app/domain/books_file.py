"""What a day or a shift came to as a CSV file, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.books import Books, OpenMoney, ShiftBook
from app.domain.money import Money
from app.domain.text import no_formula

COLUMNS: Final = ("part", "name", "detail", "count", "amount", "currency", "at")
Line = tuple[object, ...]


def write_books(books: Books, zone: ZoneInfo) -> bytes:
    """Return the file: one line a figure, in UTF-8 with its mark, plain decimals, split at commas.

    The words of the columns `part` and `detail` are codes and the same in every language.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_lines(books, zone))
    return out.getvalue().encode("utf-8-sig")


def _lines(books: Books, zone: ZoneInfo) -> Iterator[Line]:
    for end, moment in (("since", books.since), ("until", books.until)):
        local = moment.astimezone(zone).isoformat(timespec="seconds")
        day = books.day.isoformat() if books.day is not None else ""
        yield ("period", day, end, "", "", "", local)
    for count in books.orders:
        state = count.state.lower() or "open"
        yield _line("orders", count.vendor, state, count.total, count=count.count)
    for each in books.money:
        yield _line("money", each.method.value, "taken", each.taken)
        yield _line("money", each.method.value, "returned", -each.returned)
    shifts = books.shifts or ((books.shift,) if books.shift is not None else ())
    for book in shifts:
        yield from _shift_lines(book, zone)
    for part, entries in (("unpaid", books.unpaid), ("unconfirmed", books.unconfirmed)):
        yield from (_open_line(part, entry) for entry in entries)
    for outage in books.outages:
        name = no_formula(outage.name)
        yield ("outage", name, f"{outage.kind.value} minutes", outage.minutes, "", "", "")
        yield ("outage", name, f"{outage.kind.value} times", outage.times, "", "", "")


def _shift_lines(book: ShiftBook, zone: ZoneInfo) -> Iterator[Line]:
    shift = book.shift
    at = shift.opened_at.astimezone(zone).isoformat(timespec="seconds")
    for count in book.cash:
        figures = [
            ("float", count.float_),
            ("cash taken", count.taken),
            ("cash returned", -count.returned),
            ("paid in", count.paid_in),
            ("paid out", -count.paid_out),
            ("expected", count.expected),
        ]
        if count.counted is not None and count.difference is not None:
            figures += [("counted", count.counted), ("difference", count.difference)]
        for detail, amount in figures:
            yield _line("shift", shift.till_id, detail, amount, at=at)
    for moved in book.movements:
        when = moved.at.astimezone(zone).isoformat(timespec="seconds")
        yield _line(f"paid {moved.way.value}", moved.till_id, moved.reason, moved.amount, at=when)
    if shift.note:
        yield ("note", no_formula(shift.till_id), no_formula(shift.note), "", "", "", at)


def _open_line(part: str, entry: OpenMoney) -> Line:
    return _line(part, f"{entry.vendor} {entry.number}", entry.what, entry.amount)


def _line(
    part: str, name: str, detail: str, amount: Money, *, count: object = "", at: str = ""
) -> Line:
    figure = f"{amount.units:f}"
    return (part, no_formula(name), no_formula(detail), count, figure, amount.currency, at)
