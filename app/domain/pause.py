"""A vendor that is paused here: what becomes of its new orders meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from app.domain.capabilities import Capabilities, Telling
from app.domain.order import Order
from app.domain.states import Move

LONGEST_HOLD: Final = timedelta(minutes=10)
"""A held order rings after so long, however long the pause still lasts."""
_SET_BACK: Final = timedelta(minutes=5)
"""A pause that begins so far in the future was begun under a clock that was ahead."""


class PauseReason(StrEnum):
    """Why a vendor is paused."""

    KITCHEN_FULL = "kitchen_full"
    STAFF_SHORT = "staff_short"
    CLOSING = "closing"
    TECHNICAL = "technical"
    OTHER = "other"  # in staff's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """New orders of `vendor` do not ring until `until`, None until somebody resumes.

    `text` are staff's own words for OTHER; `message` is what customers read where `rejects`.
    """

    vendor: str
    reason: PauseReason
    since: datetime
    until: datetime | None = None
    rejects: bool = False
    text: str = ""
    message: str = ""

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended by itself.

        Where the clock was set back since it began, nobody knows how long it has lasted: it would
        else turn customers away for as long as the clock was wrong.
        """
        if self.until is None:
            return False
        return self.until <= now or self.since - now > _SET_BACK


@dataclass(frozen=True, slots=True)
class Held:
    """The order waits without ringing until `until`."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Turned:
    """The order is rejected with the pause's message."""


def hold_is_over(until: datetime, now: datetime) -> bool:
    """Whether an order was held long enough; a moment beyond the longest hold comes of a clock that
    was set back, and keeps no order silent."""
    return until <= now or until - now > LONGEST_HOLD


def can_reject(capabilities: Capabilities) -> bool:
    """Whether a vendor can be told a reject with a reason that the customer reads."""
    told = capabilities.telling(Move.REJECT) is Telling.TOLD
    return told and capabilities.passes_reason_on


def under_pause(
    order: Order, pause: Pause, now: datetime, *, rejectable: bool
) -> Held | Turned | None:
    """Return what the pause does to an order that has just come in, None for nothing.

    `rejectable`: the vendor can be told. What is wanted after the pause's end is an order like any
    other. Where the end is not known, nothing that is wanted later is rejected: the pause may be
    over by then.
    """
    wanted, until = order.wanted_at, pause.until
    if pause.is_over(now) or (wanted is not None and until is not None and wanted >= until):
        return None
    may_be_in_time = until is None and wanted is not None and wanted > now
    if pause.rejects and rejectable and pause.message and not may_be_in_time:
        return Turned()
    return Held(min(now + LONGEST_HOLD, until or now + LONGEST_HOLD))
