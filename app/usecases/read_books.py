"""Put together what a day or a shift came to."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.books import Books, ShiftBook, TillMoney
from app.domain.outage import outage_sums
from app.domain.shift import Shift, cash_counts, sums_by_method
from app.ports.books import BooksReaderPort
from app.usecases.desk import Shop

NEWEST_SHIFTS = 30


def books_of_day(reader: BooksReaderPort, shop: Shop, day: date) -> Books:
    """Return the figures of a business day, of all tills."""
    since, until = shop.day_bounds(day)
    shifts = tuple(_shift_book(reader, shop, one) for one in reader.shifts(since, until))
    return Books(
        since=since,
        until=until,
        day=day,
        orders=tuple(reader.order_counts(since, until)),
        money=sums_by_method(reader.takings(since, until)),
        movements=tuple(reader.movements(since, until)),
        unpaid=tuple(reader.unpaid(since, until)),
        unconfirmed=tuple(reader.unconfirmed(since, until)),
        outages=outage_sums(reader.outages(since, until), since, until),
        shifts=shifts,
        names=reader.names(),
    )


def books_of_shift(
    reader: BooksReaderPort, shop: Shop, shift_id: str, now: datetime
) -> Books | None:
    """Return the figures of a shift, up to `now` while it is open; None when there is none.

    Its money is what belongs to it; orders and outages are those of its hours.
    """
    shift = reader.shift(shift_id)
    if shift is None:
        return None
    since, until = shift.opened_at, shift.closed_at or now
    book = _shift_book(reader, shop, shift)
    return Books(
        since=since,
        until=until,
        shift=book,
        orders=tuple(reader.order_counts(since, until)),
        money=book.money,
        movements=book.movements,
        unpaid=tuple(reader.unpaid(since, until)),
        unconfirmed=tuple(reader.unconfirmed(since, until)),
        outages=outage_sums(reader.outages(since, until), since, until),
        names=reader.names(),
    )


def till_money(reader: BooksReaderPort, shop: Shop) -> tuple[TillMoney, tuple[ShiftBook, ...]]:
    """Return how the money of this till stands, and its newest shifts, the newest first."""
    shifts = tuple(
        _shift_book(reader, shop, one) for one in reader.shifts_of(shop.till_id, NEWEST_SHIFTS)
    )
    closed = (one for one in shifts if one.shift.closed_at is not None)
    money = TillMoney(
        open=next((one for one in shifts if one.shift.closed_at is None), None),
        last=next(closed, None),
        unclaimed=sums_by_method(reader.takings_of("", shop.till_id)),
        moves=tuple(reader.movements_of("", shop.till_id)),
        names=reader.names(),
    )
    return money, shifts


def _shift_book(reader: BooksReaderPort, shop: Shop, shift: Shift) -> ShiftBook:
    money = sums_by_method(reader.takings_of(shift.id, shift.till_id))
    movements = tuple(reader.movements_of(shift.id, shift.till_id))
    return ShiftBook(shift, money, movements, cash_counts(shift, money, movements, shop.currency))
