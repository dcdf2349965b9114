from __future__ import annotations

from datetime import time

import pytest

from app.domain.hours import within_hours


@pytest.mark.parametrize(
    ("now", "opens", "closes", "is_open"),
    [
        ("08:00", "08:00", "22:00", True),
        ("21:59", "08:00", "22:00", True),
        ("22:00", "08:00", "22:00", False),
        ("03:00", "08:00", "22:00", False),
        ("23:30", "18:00", "02:00", True),
        ("01:59", "18:00", "02:00", True),
        ("02:00", "18:00", "02:00", False),
        ("12:00", "00:00", "00:00", True),
    ],
)
def test_opening_hours_may_go_over_midnight_and_round_the_clock(
    now: str, opens: str, closes: str, is_open: bool
) -> None:
    clock, since, until = map(time.fromisoformat, (now, opens, closes))
    assert within_hours(clock, since, until) is is_open
