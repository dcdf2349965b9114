"""Keep the last problems over a restart, for whoever is asked for them on the telephone."""

from __future__ import annotations

import json
from datetime import datetime

from app.domain.news import News, ProblemsChanged
from app.domain.notice import NoticeCode
from app.domain.problem import Problem
from app.usecases.desk import Desk

_PROBLEMS = "problems"


def keep_problems(problems: tuple[Problem, ...], desk: Desk) -> list[News]:
    """Keep them in place of those before."""
    kept = [[each.code.value, each.at.isoformat(), each.about, each.times] for each in problems]
    with desk.store.begin() as work:
        work.memory.put(_PROBLEMS, json.dumps(kept))
        work.commit()
    return [ProblemsChanged(problems)]


def kept_problems(desk: Desk) -> tuple[Problem, ...]:
    """Return what was kept, the newest first; codes of another version are passed over."""
    with desk.store.begin() as work:
        kept = json.loads(work.memory.get(_PROBLEMS) or "[]")
    codes = {code.value: code for code in NoticeCode}
    return tuple(
        Problem(codes[code], datetime.fromisoformat(at), about, times)
        for code, at, about, times in kept
        if code in codes
    )
