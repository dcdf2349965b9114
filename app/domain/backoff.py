"""How long to wait before asking again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

_PATIENCE = 10
"""So many times `longest` is honoured when a vendor itself asks for a pause."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waiting times that double from `first` to `longest`, both in seconds."""

    first: float = 1.0
    longest: float = 60.0

    def wait(self, attempt: int, *, retry_after: float | None = None) -> timedelta:
        """Return the wait after the `attempt`-th miss (1 is the first).

        A vendor's own `retry_after` (seconds) is honoured, but never beyond ten times `longest`.
        """
        doubled = self.first * 2 ** min(max(attempt, 1) - 1, 30)
        seconds = min(doubled, self.longest)
        if retry_after is not None:
            seconds = max(seconds, min(retry_after, self.limit.total_seconds()))
        return timedelta(seconds=seconds)

    @property
    def limit(self) -> timedelta:
        """No wait is longer, whatever a vendor asks for."""
        return timedelta(seconds=self.longest * _PATIENCE)

    def is_due(self, due_at: datetime, now: datetime) -> bool:
        """Return whether the time has come.

        A moment beyond the limit means that the clock was set back meanwhile; what waits for it
        would else wait for as long as the clock was wrong.
        """
        return due_at <= now or due_at - now > self.limit


PUSH_BACKOFF = Backoff(first=1.0, longest=20.0)
INBOX_BACKOFF = Backoff(first=1.0, longest=60.0)
