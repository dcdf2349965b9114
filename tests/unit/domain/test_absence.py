from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.absence import (
    NOTICED_AFTER,
    SIGN_EVERY,
    Absence,
    AbsenceCause,
    Presence,
    absence_between,
)
from tests.builders import NOON

LONG = timedelta(hours=6)


def test_the_first_run_of_all_was_never_away() -> None:
    assert absence_between(None, NOON, "one") is None


@pytest.mark.parametrize(
    ("last", "cause"),
    [
        (Presence(NOON, "one", ended=True), AbsenceCause.CLOSED),
        (Presence(NOON, "one"), AbsenceCause.STOPPED),
        (Presence(NOON, "two"), AbsenceCause.SLEPT),
        (Presence(NOON, "two", ended=True), AbsenceCause.SLEPT),
    ],
)
def test_why_it_was_away(last: Presence, cause: AbsenceCause) -> None:
    assert absence_between(last, NOON + LONG, "two") == Absence(NOON, NOON + LONG, cause)


@pytest.mark.parametrize("gap", [SIGN_EVERY, NOTICED_AFTER - timedelta(seconds=1), -LONG])
def test_short_gaps_and_a_clock_set_back_are_no_absence(gap: timedelta) -> None:
    assert absence_between(Presence(NOON, "one"), NOON + gap, "two") is None


def test_signs_come_often_enough_not_to_look_like_an_absence() -> None:
    assert 2 * SIGN_EVERY < NOTICED_AFTER
