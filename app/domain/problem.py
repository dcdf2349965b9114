"""What went wrong, as it is read out to a helper on the telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.notice import NoticeCode

MOST_PROBLEMS: Final = 10


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem by its code, last met `at` and `times` in a row.

    `about` names the vendor, printer, scanner or order it was about; nothing of a customer.
    """

    code: NoticeCode
    at: datetime
    about: str = ""
    times: int = 1


def with_problem(known: tuple[Problem, ...], new: Problem) -> tuple[Problem, ...]:
    """Return the newest problems, the newest first; one that comes again is counted, not listed."""
    if known and (known[0].code, known[0].about) == (new.code, new.about):
        again = Problem(new.code, new.at, new.about, known[0].times + 1)
        return (again, *known[1:])
    return (new, *known)[:MOST_PROBLEMS]
