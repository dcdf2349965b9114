"""Situations an order can be in, for the tests of moves."""

from __future__ import annotations

from typing import Any

from app.domain.capabilities import Capabilities, Telling
from app.domain.moves import Lock, offered_moves
from app.domain.order import Order
from app.domain.situation import Situation
from app.domain.states import Move
from tests.builders import at


def capabilities(telling: Telling = Telling.TOLD, **changes: Any) -> Capabilities:
    return Capabilities(moves=dict.fromkeys(Move, telling), **changes)


def a_situation(order: Order, **changes: object) -> Situation:
    given = {"capabilities": capabilities(), "now": at(10)}
    return Situation(order=order, **(given | changes))  # type: ignore[arg-type]


def moves_offered(situation: Situation) -> dict[Move, Lock]:
    return {offered.move: offered.lock for offered in offered_moves(situation)}
