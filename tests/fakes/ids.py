"""Ids that count up, so that a test can name them."""

from __future__ import annotations

import itertools

from app.domain.slip_code import new_slip_code
from app.domain.staff import BADGE_LENGTH, BADGE_LETTERS
from app.ports.ids import IdsPort

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class CountingIds(IdsPort):
    """Gives id-1, id-2 …, and slip codes of which no two are alike. Thread: one."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._codes = itertools.count(1)
        self._badges = iter(BADGE_LETTERS)

    def new(self) -> str:
        return f"id-{next(self._ids)}"

    def slip_code(self) -> str:
        figure = next(self._codes)
        places = iter([(figure // 32**place) % 32 for place in range(7)])
        return new_slip_code(lambda _letters: _LETTERS[next(places)])

    def badge_code(self) -> str:
        return next(self._badges) * BADGE_LENGTH
