"""A till whose clock is wrong says so by what vendors put on their answers, as long as it is."""

from __future__ import annotations

from datetime import timedelta

from app.domain.news import ClockChanged
from app.domain.notice import NoticeCode
from app.simulators.cheers import CheersSimulator
from tests.contract.runtime.conftest import MakeCounter


def test_it_says_so_once_and_no_more_when_it_is_right(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    cheers.set_clock(3600)
    counter = make_counter()
    counter.open()
    screen = counter.screen
    (first,) = screen.wait(lambda: screen.of(ClockChanged), "the clock to be found wrong")
    assert first.ahead == timedelta(hours=-1)
    screen.wait_for_notice(NoticeCode.CLOCK_WRONG)
    for _ in range(2):
        counter.accepted()  # orders go on meanwhile
    assert len(screen.of(ClockChanged)) == len(screen.notices(NoticeCode.CLOCK_WRONG)) == 1
    cheers.set_clock(0)
    counter.accepted()
    screen.wait(lambda: len(screen.of(ClockChanged)) == 2, "the clock to be right")
    assert screen.of(ClockChanged)[-1].ahead is None
