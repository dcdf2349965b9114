"""Who works here, as the screen knows them, and who works at this till now."""

from __future__ import annotations

from app.domain.news import News
from app.domain.staff import Person
from app.domain.staff_news import PersonSeen, StaffChanged
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk


def staff_news(work: UnitOfWork, desk: Desk) -> News:
    """Return the whole list."""
    having = work.pins.owners()
    people = sorted(work.staff.all(), key=lambda person: (person.name.casefold(), person.id))
    return StaffChanged(
        tuple(
            PersonSeen(each.id, each.name, each.id in having, bool(each.badge), each.works_here)
            for each in people
        ),
        desk.session.works,
        desk.session.badge_for,
    )


def set_to_work(work: UnitOfWork, desk: Desk, person_id: str) -> None:
    """Let the person work at this till from now on, "" for nobody; also after a restart."""
    work.memory.put(_at_till(desk), person_id)
    desk.session.works = person_id


def take_up_work(work: UnitOfWork, desk: Desk) -> News:
    """Let whoever worked here before the restart go on, and return the whole list."""
    desk.session.works = ""
    if person := known(work, work.memory.get(_at_till(desk)) or ""):
        desk.session.works = person.id if person.works_here else ""
    return staff_news(work, desk)


def known(work: UnitOfWork, person_id: str) -> Person | None:
    """Return the person of that id, if there is one."""
    try:
        return work.staff.get(person_id)
    except KeyError:
        return None


def names_by_id(work: UnitOfWork) -> dict[str, str]:
    """Return the names of everybody who has one, those who left included."""
    return {person.id: person.name for person in work.staff.all() if person.name}


def _at_till(desk: Desk) -> str:
    return f"staff works at {desk.shop.till_id}"
