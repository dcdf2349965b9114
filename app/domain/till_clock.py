"""Whether this computer's clock can be right, by what others say the time is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

WRONG_FROM: Final = timedelta(minutes=5)
RIGHT_WITHIN: Final = timedelta(minutes=3)
"""A clock that was wrong is right once more within less, so that nothing comes and goes."""
LISTENED_TO: Final = 600.0
"""What was heard more seconds before the newest counts no more: the clock may have been set."""


@dataclass(frozen=True, slots=True)
class TimeHeard:
    """How far this computer's clock was ahead of another's, heard `at` (s, monotonic)."""

    ahead: timedelta
    at: float


def ahead_by(heard: Iterable[TimeHeard], *, was_wrong: bool) -> timedelta | None:
    """Return how far the clock is ahead (less than nothing: behind), None while it may be right.

    As long as one of the others agrees with it, it is theirs that are wrong.
    """
    known = list(heard)
    if not known:
        return None
    newest = max(each.at for each in known)
    ahead = min((each.ahead for each in known if newest - each.at <= LISTENED_TO), key=abs)
    return ahead if abs(ahead) >= (RIGHT_WITHIN if was_wrong else WRONG_FROM) else None
