"""A badge was scanned: whoever it belongs to works here, or it becomes somebody's badge."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.news import News
from app.domain.scan import Intent, Scan
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.staff import badge_digest
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.staff_list import known, set_to_work, staff_news

_NEVER: Final = (Intent.SLIP, Intent.MISREAD_SLIP, Intent.TEST)
"""What Pult has made for something else."""


def badge_scanned(scan: Scan, desk: Desk) -> list[News] | None:
    """Return what the badge led to, None when it is none and no badge is waited for.

    The code itself is in no answer: it opens the till to whoever copies it.
    """
    if scan.intent in _NEVER:
        return None
    digest = badge_digest(scan.text)
    with desk.store.begin() as work:
        owner = work.staff.find_by_badge(digest)
        if _is_waited_for(desk):
            return _keep(work, desk, scan, digest)
        if owner is None:
            return None
        set_to_work(work, desk, owner.id)
        return _answered(work, desk, scan, ScanVerdict.WORKS_NOW, owner.name)


def _is_waited_for(desk: Desk) -> bool:
    until = desk.session.badge_until
    return bool(desk.session.badge_for) and until is not None and desk.clock.now() < until


def _keep(work: UnitOfWork, desk: Desk, scan: Scan, digest: str) -> list[News]:
    person, owner = known(work, desk.session.badge_for), work.staff.find_by_badge(digest)
    desk.session.badge_for = ""
    if person is None or (owner is not None and owner.id != person.id):
        taken = owner.name if owner else ""
        return _answered(work, desk, scan, ScanVerdict.BADGE_TAKEN, taken)
    work.staff.save(replace(person, badge=digest))
    return _answered(work, desk, scan, ScanVerdict.BADGE_KEPT, person.name)


def _answered(
    work: UnitOfWork, desk: Desk, scan: Scan, verdict: ScanVerdict, name: str
) -> list[News]:
    said = staff_news(work, desk)
    work.commit()
    return [ScanAnswered(verdict, scan.intent, data={"name": name}), said]
