"""What `pult check` says of date and time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app import __made__, __version__
from app.commandline.clock import MADE, clock
from app.commandline.finding import Light

CHANGELOG = Path(__file__).parents[3] / "packaging" / "CHANGELOG.md"
BUDAPEST = ZoneInfo("Europe/Budapest")
NOW = MADE.astimezone(BUDAPEST) + timedelta(days=40)
HERE = "Europe/Budapest"


def test_the_day_a_version_was_made_is_that_of_the_changelog() -> None:
    headings = re.findall(
        r"^## \[(.+?)\](?: - (\S+))?$", CHANGELOG.read_text("utf-8"), re.MULTILINE
    )
    assert headings
    released = [(version, day) for version, day in headings if version != "Unreleased"]
    assert released[:1] in ([], [(__version__, __made__)])
    assert datetime.now(UTC) >= MADE


def test_a_clock_that_may_be_right_is_well() -> None:
    assert clock(NOW, HERE, NOW - timedelta(days=1)).light is Light.GREEN
    assert clock(NOW, HERE, None, is_set=True).light is Light.GREEN


@pytest.mark.parametrize("year", [1970, 2001, 2025])
def test_a_clock_that_lost_the_time_is_wrong(year: int) -> None:
    found = clock(datetime(year, 1, 1, tzinfo=UTC), "UTC", None)
    assert (found.light, found.word) == (Light.RED, "wrong")
    assert found.todo


def test_a_clock_behind_the_orders_is_wrong() -> None:
    found = clock(NOW, HERE, NOW + timedelta(hours=2))
    assert (found.light, found.word) == (Light.RED, "wrong")
    assert "in the store already" in found.detail
    assert clock(NOW, HERE, NOW + timedelta(minutes=2)).light is Light.GREEN


def test_another_timezone_than_the_shops_is_told_with_both_times() -> None:
    found = clock(NOW.astimezone(UTC), HERE, None)
    assert (found.light, found.word) == (Light.AMBER, "another timezone")
    assert f"{NOW:%H:%M} in {HERE}" in found.detail
    assert HERE in found.todo or "till.timezone" in found.todo


def test_a_clock_that_nobody_sets_is_amber() -> None:
    assert clock(NOW, HERE, None, is_set=False).light is Light.AMBER
