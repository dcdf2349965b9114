"""The PIN before guarded acts: a right one permits one act, soon; Settings as long as they change.

The screen asks before it opens a dialog; here it is checked once more, in the unit of work of the
act itself, so that no way round the dialog is a way round the PIN. Permissions live in the session:
none outlasts the program. An act that is refused for another reason uses none up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from app.domain.errors import PinNeeded
from app.domain.news import News
from app.domain.staff import SHOP_PIN, GuardedAct
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk

PERMITTED_FOR: Final = timedelta(minutes=30)
"""So long a right PIN permits its act: a drawer is counted in the meantime."""


def permit(act: GuardedAct, desk: Desk) -> None:
    """Let the act be done once within `PERMITTED_FOR`; changes of Settings any number of times."""
    desk.session.permitted[act] = desk.clock.now() + PERMITTED_FOR


def need_pin(act: GuardedAct, work: UnitOfWork, desk: Desk) -> None:
    """Use the permission up, or raise PinNeeded; where nothing guards the act none is needed.

    Each change of Settings renews its own: whoever sets a PIN, or guards Settings, goes on there.
    """
    until = desk.session.permitted.pop(act, None)
    if act in desk.shop.guarded and work.pins.get(SHOP_PIN) is not None:
        now = desk.clock.now()
        # A moment further away comes of a clock that was set back.
        if until is None or not until - PERMITTED_FOR <= now < until:
            raise PinNeeded(act)
    if act is GuardedAct.SETTINGS:
        permit(act, desk)


def giving_back(use_case: Callable[[Any, Desk], list[News]]) -> Callable[[Any, Desk], list[News]]:
    """Return the use case as one that gives back what it used of permissions when it fails."""

    def done_or_given_back(command: Any, desk: Desk) -> list[News]:
        permitted = dict(desk.session.permitted)
        try:
            return use_case(command, desk)
        except Exception:
            desk.session.permitted = permitted
            raise

    return done_or_given_back
