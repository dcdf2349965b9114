"""What a pause does to an order that has just come in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.capabilities import Capabilities, Telling
from app.domain.pause import LONGEST_HOLD, Held, Pause, PauseReason, Turned, can_reject, under_pause
from app.domain.states import Move
from tests.builders import an_order, at


def a_pause(
    *, until: datetime | None = None, rejects: bool = False, message: str = "Full"
) -> Pause:
    return Pause(
        vendor="cheers",
        reason=PauseReason.KITCHEN_FULL,
        since=at(-5),
        until=until,
        rejects=rejects,
        message=message,
    )


@pytest.mark.parametrize(
    ("until", "held_until"),
    [(None, at() + LONGEST_HOLD), (at(4), at(4)), (at(60), at() + LONGEST_HOLD)],
)
def test_an_order_is_held_to_the_end_of_the_pause_at_most_ten_minutes(
    until: datetime | None, held_until: datetime
) -> None:
    assert under_pause(an_order(), a_pause(until=until), at(), rejectable=True) == Held(held_until)


@pytest.mark.parametrize("rejects", [False, True])
def test_a_pause_that_is_over_does_nothing(rejects: bool) -> None:
    pause = a_pause(until=at(), rejects=rejects)
    assert pause.is_over(at())
    assert under_pause(an_order(), pause, at(), rejectable=True) is None


@pytest.mark.parametrize(
    ("rejectable", "message", "turned"),
    [(True, "Full", True), (False, "Full", False), (True, "", False)],
)
def test_only_a_vendor_that_can_be_told_why_is_told(
    rejectable: bool, message: str, turned: bool
) -> None:
    pause = a_pause(until=at(30), rejects=True, message=message)
    verdict = under_pause(an_order(), pause, at(), rejectable=rejectable)
    assert isinstance(verdict, Turned if turned else Held)


@pytest.mark.parametrize(
    ("wanted", "until", "verdict"),
    [
        (at(30), at(30), None),
        (at(31), at(30), None),
        (at(29), at(30), Turned()),
        (at(-1), at(30), Turned()),
        (at(90), None, Held(at() + LONGEST_HOLD)),
        (at(-1), None, Turned()),
    ],
)
def test_what_is_wanted_after_the_pause_is_not_rejected(
    wanted: datetime, until: datetime | None, verdict: object
) -> None:
    order, pause = an_order(wanted_at=wanted), a_pause(until=until, rejects=True)
    assert under_pause(order, pause, at(), rejectable=True) == verdict


moments = st.one_of(st.none(), st.integers(-200, 200).map(at))


@given(wanted=moments, until=moments, rejects=st.booleans(), rejectable=st.booleans())
def test_no_order_is_ever_held_longer_than_ten_minutes_or_the_pause(
    wanted: datetime | None, until: datetime | None, rejects: bool, rejectable: bool
) -> None:
    pause = a_pause(until=until, rejects=rejects)
    verdict = under_pause(an_order(wanted_at=wanted), pause, at(), rejectable=rejectable)
    if isinstance(verdict, Held):
        assert timedelta() < verdict.until - at() <= LONGEST_HOLD
        assert until is None or verdict.until <= until
    if isinstance(verdict, Turned):
        assert rejects and rejectable
        assert wanted is None or wanted <= at() or (until is not None and wanted < until)


@pytest.mark.parametrize("telling", list(Telling))
@pytest.mark.parametrize("reads", [False, True])
def test_capabilities_say_whether_a_reject_reaches_the_customer(
    telling: Telling, reads: bool
) -> None:
    ways = Capabilities(moves={Move.REJECT: telling}, passes_reason_on=reads)
    assert can_reject(ways) is (reads and telling is Telling.TOLD)
