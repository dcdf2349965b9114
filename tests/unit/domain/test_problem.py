from __future__ import annotations

from datetime import timedelta

from app.domain.notice import NoticeCode
from app.domain.problem import MOST_PROBLEMS, Problem, with_problem
from tests.builders import NOON

GONE = Problem(NoticeCode.VENDOR_GONE, NOON, "loke")


def test_the_newest_stands_first_and_ten_are_kept() -> None:
    known: tuple[Problem, ...] = ()
    for minute in range(MOST_PROBLEMS + 3):
        at = NOON + timedelta(minutes=minute)
        known = with_problem(known, Problem(NoticeCode.SLIP_WAITS, at, str(minute)))
    assert [problem.about for problem in known] == [str(number) for number in range(12, 2, -1)]


def test_the_same_again_is_counted_with_its_newest_time() -> None:
    later = NOON + timedelta(minutes=3)
    known = with_problem((GONE,), Problem(NoticeCode.VENDOR_GONE, later, "loke"))
    assert known == (Problem(NoticeCode.VENDOR_GONE, later, "loke", times=2),)
    other = Problem(NoticeCode.VENDOR_GONE, later, "cheers")
    assert with_problem(known, other) == (other, *known)
