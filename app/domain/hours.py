"""Hours of the day: of opening, of quiet, of accepting without a tap."""

from __future__ import annotations

from datetime import time


def within_hours(clock: time, since: time, until: time) -> bool:
    """Whether a clock time lies in the hours, `until` left out; a later `since` is over midnight.

    Equal ends are the whole day.
    """
    if since < until:
        return since <= clock < until
    return clock >= since or clock < until
