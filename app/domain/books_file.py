"""What a day or a shift came to as a CSV file, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.books import Books, OpenMoney, ShiftBook
from app.domain.money import Money
from app.domain.text import no_formula

COLUMNS: Final = ("part", "name", "detail", "count", "amount", "currency", "at", "by")
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
        local = _local(moment, zone)
        day = books.day.isoformat() if books.day is not None else ""
        yield ("period", day, end, "", "", "", local, "")
    for count in books.orders:
        state = count.state.lower() or "open"
        yield _line("orders", count.vendor, state, count.total, count=count.count)
    for each in books.money:
        yield _line("money", each.method.value, "taken", each.taken)
        yield _line("money", each.method.value, "returned", -each.returned)
    shifts = books.shifts or ((books.shift,) if books.shift is not None else ())
    for book in shifts:
        yield from _shift_lines(book, books.names, zone)
    yield ("no sale", "", "times", len(books.openings), "", "", "", "")
    for opening in books.openings:
        when, by = _local(opening.at, zone), no_formula(books.names.get(opening.by, ""))
        yield ("no sale", no_formula(opening.till_id), "", "", "", "", when, by)
    for part, entries in (("unpaid", books.unpaid), ("unconfirmed", books.unconfirmed)):
        yield from (_open_line(part, entry) for entry in entries)
    for outage in books.outages:
        name = no_formula(outage.name)
        yield ("outage", name, f"{outage.kind.value} minutes", outage.minutes, "", "", "", "")
        yield ("outage", name, f"{outage.kind.value} times", outage.times, "", "", "", "")


def _shift_lines(book: ShiftBook, names: Mapping[str, str], zone: ZoneInfo) -> Iterator[Line]:
    shift, till = book.shift, no_formula(book.shift.till_id)
    at = _local(shift.opened_at, zone)
    by = no_formula(names.get(shift.opened_by, ""))
    yield ("shift", till, "opened", "", "", "", at, by)
    if shift.closed_at is not None:
        by = no_formula(names.get(shift.closed_by, ""))
        yield ("shift", till, "closed", "", "", "", _local(shift.closed_at, zone), by)
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
    for moved in book.paid:
        part, when, by = f"paid {moved.way.value}", _local(moved.at, zone), names.get(moved.by, "")
        yield _line(part, moved.till_id, moved.reason, moved.amount, at=when, by=by)
    if shift.note:
        yield ("note", till, no_formula(shift.note), "", "", "", at, "")


def _open_line(part: str, entry: OpenMoney) -> Line:
    return _line(part, f"{entry.vendor} {entry.number}", entry.what, entry.amount)


def _local(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds")


def _line(
    part: str,
    name: str,
    detail: str,
    amount: Money,
    *,
    count: object = "",
    at: str = "",
    by: str = "",
) -> Line:
    words = (part, no_formula(name), no_formula(detail), count)
    return (*words, f"{amount.units:f}", amount.currency, at, no_formula(by))
