"""The real time and real chance."""

from __future__ import annotations

import secrets
import uuid
from datetime import UTC, datetime

from app.domain.slip_code import new_slip_code
from app.domain.staff import new_badge_code
from app.ports.clock import ClockPort
from app.ports.ids import IdsPort


class SystemClock(ClockPort):
    """The machine's clock. Thread: any."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


class RandomIds(IdsPort):
    """Ids that nobody can guess. Thread: any."""

    def new(self) -> str:
        """Return a random id."""
        return uuid.uuid4().hex

    def slip_code(self) -> str:
        """Return a random slip code."""
        return new_slip_code(secrets.choice)

    def badge_code(self) -> str:
        """Return a random code for a badge."""
        return new_badge_code(secrets.choice)
