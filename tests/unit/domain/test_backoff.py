"""Waits double, have an end, and mind what a vendor asks for."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backoff import Backoff

SLOW = Backoff(first=1.0, longest=60.0)


def test_waits_double_up_to_the_longest() -> None:
    waits = [SLOW.wait(attempt).total_seconds() for attempt in range(1, 9)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.parametrize(
    ("retry_after", "seconds"), [(30, 30), (0, 1), (-5, 1), (10_000, 600), (math.inf, 600)]
)
def test_a_vendors_own_wish_is_honoured_within_reason(retry_after: float, seconds: float) -> None:
    assert SLOW.wait(1, retry_after=retry_after) == timedelta(seconds=seconds)


@given(st.integers(-5, 10**9), st.none() | st.floats())
def test_every_wait_is_bounded(attempt: int, retry_after: float | None) -> None:
    wait = SLOW.wait(attempt, retry_after=retry_after)
    assert timedelta(seconds=1) <= wait <= timedelta(seconds=600)
