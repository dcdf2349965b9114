"""How long to wait before asking again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


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
            seconds = max(seconds, min(retry_after, self.longest * 10))
        return timedelta(seconds=seconds)


PUSH_BACKOFF = Backoff(first=1.0, longest=20.0)
INBOX_BACKOFF = Backoff(first=1.0, longest=60.0)
