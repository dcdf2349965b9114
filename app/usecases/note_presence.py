"""Leave signs of being at work, and notice from the gaps between them when the till was away."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from app.domain.absence import Absence, AbsenceCause, Presence, absence_between
from app.domain.news import AbsenceChanged, News
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk

_PRESENCE = "presence"
_ABSENCE = "absence"


@dataclass(frozen=True, slots=True)
class DismissAbsence:
    """Staff have looked at what an absence means."""


def note_presence(run: str, desk: Desk) -> list[News]:
    """Leave a sign of this run, and tell of the time in which there was none.

    An absence that nobody has looked at grows to hold the next one.
    """
    now = desk.clock.now()
    with desk.store.begin() as work:
        absence = absence_between(_presence(work), now, run)
        known = _absence(work)
        if absence is not None and known is not None:
            absence = replace(absence, since=min(known.since, absence.since))
        _keep_presence(work, Presence(now, run))
        if absence is not None:
            _keep_absence(work, absence)
        work.commit()
    held = absence or known
    return [] if held is None else _told(_counted(held, desk), desk)


def end_presence(run: str, desk: Desk) -> list[News]:
    """Leave the last sign of this run: it ends in order."""
    with desk.store.begin() as work:
        _keep_presence(work, Presence(desk.clock.now(), run, ended=True))
        work.commit()
    return []


def count_arrived(desk: Desk) -> list[News]:
    """Tell anew how many orders came in after an absence, if that has changed."""
    known = desk.session.absence
    return [] if known is None else _told(_counted(known, desk), desk)


def dismiss_absence(_command: DismissAbsence, desk: Desk) -> list[News]:
    """Say no more of it."""
    with desk.store.begin() as work:
        work.memory.put(_ABSENCE, "")
        work.commit()
    desk.session.absence = None
    return [AbsenceChanged(None)]


def _told(absence: Absence, desk: Desk) -> list[News]:
    """Tell of it, where the screen knows it otherwise."""
    if desk.session.absence == absence:
        return []
    desk.session.absence = absence
    return [AbsenceChanged(absence)]


def _counted(absence: Absence, desk: Desk) -> Absence:
    with desk.store.begin() as work:
        return replace(absence, arrived=work.orders.count_arrived(absence.until, absence.until))


def _presence(work: UnitOfWork) -> Presence | None:
    kept = work.memory.get(_PRESENCE)
    if not kept:
        return None
    found = json.loads(kept)
    return Presence(datetime.fromisoformat(found["at"]), found["run"], found["ended"])


def _keep_presence(work: UnitOfWork, presence: Presence) -> None:
    kept = asdict(presence) | {"at": presence.at.isoformat()}
    work.memory.put(_PRESENCE, json.dumps(kept))


def _absence(work: UnitOfWork) -> Absence | None:
    kept = work.memory.get(_ABSENCE)
    if not kept:
        return None
    found = json.loads(kept)
    since, until = (datetime.fromisoformat(found[name]) for name in ("since", "until"))
    return Absence(since, until, AbsenceCause(found["cause"]))


def _keep_absence(work: UnitOfWork, absence: Absence) -> None:
    since, until = absence.since.isoformat(), absence.until.isoformat()
    kept = {"since": since, "until": until, "cause": absence.cause.value}
    work.memory.put(_ABSENCE, json.dumps(kept))
