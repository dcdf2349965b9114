"""What `pult check` finds about the date and the time of this computer."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from app import __made__
from app.commandline import advice
from app.commandline.finding import Finding, Light

MADE: Final = datetime.fromisoformat(__made__).replace(tzinfo=UTC)
"""A clock that stands before this Pult was made has lost the time."""
_SLACK: Final = timedelta(minutes=5)
_ASK_SECONDS: Final = 3.0


def clock(
    now: datetime, timezone: str, newest: datetime | None, *, is_set: bool | None = None
) -> Finding:
    """Find whether the clock can be right; `now` is this computer's, in its own timezone.

    `newest` is when the newest order in the store came, None for none; `is_set` whether the
    network sets the clock, None where nobody says.
    """
    said = f"{now:%Y-%m-%d %H:%M}"
    if now < MADE:
        return _wrong(said, "this Pult is newer than that")
    if newest is not None and newest > now + _SLACK:
        there = newest.astimezone(now.tzinfo)
        return _wrong(said, f"an order of {there:%Y-%m-%d %H:%M} is in the store already")
    if now.utcoffset() != now.astimezone(ZoneInfo(timezone)).utcoffset():
        told = f"{said} here, {now.astimezone(ZoneInfo(timezone)):%H:%M} in {timezone}"
        todo = advice.TIMEZONE.format(timezone=timezone)
        return Finding("clock", "-", Light.AMBER, "another timezone", told, todo)
    if is_set is False:
        return Finding("clock", "-", Light.AMBER, "sets itself no more", said, advice.CLOCK)
    return Finding("clock", "-", Light.GREEN, "can be right", f"{said}, {timezone}")


def of_this_computer(timezone: str, newest: datetime | None) -> Finding:
    """Find whether this computer's clock can be right."""
    now = datetime.now().astimezone()
    return clock(now, timezone, newest, is_set=_set_by_the_network())


def _set_by_the_network() -> bool | None:
    """Return what systemd says; a computer without it has others who set its clock."""
    asked = shutil.which("timedatectl") if sys.platform == "linux" else None
    if asked is None:
        return None
    try:
        done = subprocess.run(
            [asked, "show", "--property=NTPSynchronized", "--value"],
            capture_output=True,
            text=True,
            timeout=_ASK_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"yes": True, "no": False}.get(done.stdout.strip())


def _wrong(said: str, why: str) -> Finding:
    return Finding("clock", "-", Light.RED, "wrong", f"{said}; {why}", advice.CLOCK)
