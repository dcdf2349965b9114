"""What time it is."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class ClockPort(Protocol):
    """The one source of time for decisions. Thread: any."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...
