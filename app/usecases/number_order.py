"""Give an order the number that is called out."""

from __future__ import annotations

from app.domain.report import OrderReport
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def number_for(work: UnitOfWork, desk: Desk, report: OrderReport) -> str:
    """Return the vendor's short number, or ours where it has none.

    Nobody calls out an order that is seen ended already: it gets none of ours.
    """
    theirs = plain(report.number, limit=24)
    state = report.standing.as_state
    if theirs or (state is not None and state.is_end):
        return theirs
    return our_number(work, desk)


def our_number(work: UnitOfWork, desk: Desk) -> str:
    """Return the next number of the day's sequence; it skips every number open on the board."""
    taken = {order.number for order in work.orders.on_board()}
    day = desk.shop.business_day(desk.clock.now())
    while True:
        number = f"{desk.shop.number_prefix}{work.next_number(day, 'order')}"
        if number not in taken:
            return number
