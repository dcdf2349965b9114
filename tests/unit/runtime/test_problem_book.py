from __future__ import annotations

from collections.abc import Callable

from app.bootstrap.outside import SystemClock
from app.domain.news import Noticed, ProblemsChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.runtime.core import Core
from app.runtime.problem_book import ProblemBook
from app.usecases.desk import Desk
from app.usecases.keep_problems import kept_problems
from tests.builders import NOON
from tests.fakes.relay import FakeRelay

GONE = Noticed(Notice(NoticeCode.VENDOR_GONE, Tone.BAD, vendor="loke"), NOON)
MOVED = Noticed(Notice(NoticeCode.MOVED, Tone.OK, number="A-1"), NOON)
SCANNER = Noticed(Notice(NoticeCode.SCANNER_TROUBLE, Tone.BAD, data={"device": "left"}), NOON)


def problems(relay: FakeRelay) -> list[tuple[str, str, int]]:
    newest = relay.of(ProblemsChanged)[-1].problems
    return [(problem.code.value, problem.about, problem.times) for problem in newest]


def test_problems_are_kept_and_told_and_all_news_passed_on(
    core: Core, desk: Desk, relay: FakeRelay, settled: Callable[[], None]
) -> None:
    book = ProblemBook(relay)
    book.begin(core.submit)
    for news in (GONE, MOVED, GONE, SCANNER):
        book.publish(news)
    settled()
    assert relay.of(Noticed) == [GONE, MOVED, GONE, SCANNER]
    assert problems(relay) == [("P-13", "left", 1), ("P-07", "loke", 2)]
    assert kept_problems(desk) == relay.of(ProblemsChanged)[-1].problems


def test_those_of_earlier_runs_come_behind_what_was_met_while_opening(
    core: Core, relay: FakeRelay, settled: Callable[[], None]
) -> None:
    earlier = ProblemBook(relay)
    earlier.begin(core.submit)
    earlier.publish(GONE)
    settled()
    book = ProblemBook(relay)
    book.publish(SCANNER)
    book.begin(core.submit)
    settled()
    assert problems(relay) == [("P-13", "left", 1), ("P-07", "loke", 1)]


def test_no_personal_data_is_in_what_a_problem_is_about() -> None:
    notice = Notice(
        NoticeCode.REFUSED, Tone.BAD, "order-1", "A-1", "", {"reason": "Szabó Anna, +36 30 1234567"}
    )
    relay = FakeRelay()
    book = ProblemBook(relay)
    told: list[object] = []
    book.begin(told.append)
    book.publish(Noticed(notice, SystemClock().now()))
    assert [problem.about for problem in book._problems] == ["A-1"]
