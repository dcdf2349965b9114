"""A time in which nobody here could hear of anything: closed, stopped or asleep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

SIGN_EVERY: Final = timedelta(seconds=30)
"""So often the till leaves a sign that it is at work."""
NOTICED_AFTER: Final = timedelta(seconds=90)
"""A shorter silence is no absence: vendors repeat their calls for longer than that."""


class AbsenceCause(StrEnum):
    """Why the till was away."""

    CLOSED = "closed"  # ended in order
    STOPPED = "stopped"  # a crash, a power cut
    SLEPT = "slept"  # the PC slept, or stood still


@dataclass(frozen=True, slots=True)
class Absence:
    """From the last sign that the till was at work until it was at work again, both in UTC.

    `arrived` counts the orders that were placed before it was back and came in since.
    """

    since: datetime
    until: datetime
    cause: AbsenceCause
    arrived: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """The last sign of being at work; `run` tells one run of the program from another."""

    at: datetime
    run: str
    ended: bool = False


def absence_between(last: Presence | None, now: datetime, run: str) -> Absence | None:
    """Return the absence that ends now, if one does; `last` is the sign before it."""
    if last is None or now - last.at < NOTICED_AFTER:
        return None
    if last.run == run:
        return Absence(last.at, now, AbsenceCause.SLEPT)
    return Absence(last.at, now, AbsenceCause.CLOSED if last.ended else AbsenceCause.STOPPED)
