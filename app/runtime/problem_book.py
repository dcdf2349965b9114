"""Notes every problem that staff are told of, wherever in the till it was met."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.domain.news import News, Noticed, ProblemsChanged
from app.domain.notice import Notice
from app.domain.problem import Problem, with_problem
from app.ports.relay import RelayPort
from app.runtime.core import Step
from app.usecases.desk import Desk
from app.usecases.keep_problems import keep_problems, kept_problems


class ProblemBook(RelayPort):
    """The way to the screen, beside which problems are written down. Thread: any."""

    def __init__(self, relay: RelayPort) -> None:
        """Pass everything on to `relay`."""
        self._relay = relay
        self._problems: tuple[Problem, ...] = ()
        self._submit: Callable[[Step], object] | None = None
        self._lock = threading.Lock()

    def begin(self, submit: Callable[[Step], object]) -> None:
        """Take up what was written down in earlier runs, and keep what is new by `submit`."""
        self._submit = submit
        submit(self._take_up)

    def publish(self, news: News) -> None:
        """Pass one message on, and note the problem in it, if there is one."""
        self._relay.publish(news)
        if isinstance(news, Noticed) and news.notice.code.value.startswith("P-"):
            self._note(Problem(news.notice.code, news.at, _about(news.notice)))

    def _note(self, problem: Problem) -> None:
        with self._lock:
            self._problems = with_problem(self._problems, problem)
            problems = self._problems
        if self._submit is not None:
            self._submit(lambda desk: keep_problems(problems, desk))

    def _take_up(self, desk: Desk) -> list[News]:
        earlier = kept_problems(desk)
        with self._lock:
            found = earlier
            for problem in reversed(self._problems):
                found = with_problem(found, problem)
            self._problems = found
        return [ProblemsChanged(found)]


def _about(notice: Notice) -> str:
    data = notice.data
    return notice.vendor or data.get("printer") or data.get("device") or notice.number
