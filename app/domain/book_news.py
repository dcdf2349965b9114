"""What the core tells the screen of closing, shifts and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.books import Books, ShiftBook, TillMoney


class ShiftStep(StrEnum):
    """What was done about a shift or the drawer."""

    OPENED = "opened"
    CLOSED = "closed"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    DRAWER_OPENED = "drawer_opened"  # without a sale


@dataclass(frozen=True, slots=True)
class ClosedChanged:
    """Since when this till is closed for orders; None: it is open. `by` is who closed it."""

    since: datetime | None
    by: str = ""


@dataclass(frozen=True, slots=True)
class ShiftChanged:
    """A shift was opened or closed, cash paid in or out, or the drawer opened: read anew."""

    step: ShiftStep
    shift_id: str


@dataclass(frozen=True, slots=True)
class TillMoneyRead:
    """How the money of this till stands, and its newest shifts, the newest first."""

    money: TillMoney
    shifts: tuple[ShiftBook, ...]


@dataclass(frozen=True, slots=True)
class BooksRead:
    """What a day or a shift came to; None when there is no such shift."""

    books: Books | None


@dataclass(frozen=True, slots=True)
class BooksWritten:
    """The figures were written to a file, or were not: `problem` is the system's own reason."""

    path: str
    problem: str = ""


BookNews = ClosedChanged | ShiftChanged | TillMoneyRead | BooksRead | BooksWritten
