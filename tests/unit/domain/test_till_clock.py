"""Whose clock is believed when clocks differ."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.till_clock import LISTENED_TO, TimeHeard, ahead_by


def heard(*ahead_minutes: float, at: float = 0.0) -> list[TimeHeard]:
    return [TimeHeard(timedelta(minutes=each), at) for each in ahead_minutes]


@pytest.mark.parametrize(
    ("ahead", "was_wrong", "said"),
    [
        ((), False, None),
        ((4.9,), False, None),
        ((5,), False, 5),
        ((-61,), False, -61),
        ((4,), True, 4),  # not right yet, only no longer worse
        ((2.9,), True, None),
        ((61, 0.1), False, None),  # one agrees: the other's clock is wrong
        ((61, 58), False, 58),
        ((-61, 58), False, 58),
    ],
)
def test_the_clock_is_wrong_when_nobody_agrees_with_it(
    ahead: tuple[float, ...], was_wrong: bool, said: float | None
) -> None:
    found = ahead_by(heard(*ahead), was_wrong=was_wrong)
    assert found == (None if said is None else timedelta(minutes=said))


def test_who_was_heard_long_ago_says_nothing_of_the_clock_as_it_is_now() -> None:
    agreed = heard(0, at=0.0)
    assert ahead_by([*agreed, *heard(60, at=LISTENED_TO)], was_wrong=False) is None
    later = [*agreed, *heard(60, at=LISTENED_TO + 1)]
    assert ahead_by(later, was_wrong=False) == timedelta(minutes=60)
