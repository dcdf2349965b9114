from __future__ import annotations

from datetime import time

import pytest

from app.domain.update import is_within, version_order


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
    assert is_within(time.fromisoformat(now), opens, closes) is is_open


def test_versions_are_compared_by_number_not_by_letter() -> None:
    assert version_order("1.10.0") > version_order("1.9.12")


@pytest.mark.parametrize("odd", ["", "1.3", "1.3.0rc1", "v1.3.0", "1.3.0 ", "1.-3.0", "9" * 50])
def test_what_is_no_release_is_no_version(odd: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        version_order(odd)
