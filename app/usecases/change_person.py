"""Another member of staff works at this till from now on."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import IllegalMove
from app.domain.news import News
from app.domain.staff import Person
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.staff_list import known, set_to_work, staff_news


@dataclass(frozen=True, slots=True)
class WorkAs:
    """A name was tapped; "" for nobody. Who has a PIN must give it, see `TryPin`."""

    person_id: str


def work_as(command: WorkAs, desk: Desk) -> list[News]:
    """Let the person work here; raises IllegalMove for one with a PIN, or who left."""
    with desk.store.begin() as work:
        person = known(work, command.person_id)
        if command.person_id and (person is None or not person.works_here):
            raise IllegalMove("nobody of that name works here")
        if command.person_id and work.pins.get(command.person_id) is not None:
            raise IllegalMove("this person has a PIN")
        return begin_work(work, desk, person)


def begin_work(work: UnitOfWork, desk: Desk, person: Person | None) -> list[News]:
    """Note who works here, and commit; None for nobody."""
    set_to_work(work, desk, person.id if person else "")
    said = staff_news(work, desk)
    work.commit()
    return [said]
