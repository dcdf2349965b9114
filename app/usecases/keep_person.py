"""Add, rename, remove and erase members of staff, and give them badges: part of Settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from app.domain.errors import IllegalMove
from app.domain.news import News, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrintOutcome, PrintResult
from app.domain.staff import MOST_NAME, GuardedAct, Person, badge_digest
from app.domain.staff_news import BadgeWanted
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.compose_badge import compose_badge
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.staff_list import known, set_to_work, staff_news

BADGE_WAITS: Final = timedelta(seconds=30)
"""So long a badge is waited for; the next customer's code must not become one."""


@dataclass(frozen=True, slots=True)
class KeepPerson:
    """A name was keyed in; without an id it is a new person's, or one's who left and is back."""

    name: str
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class RemovePerson:
    """The person left: cannot be chosen any more, but stays readable in old events."""

    person_id: str


@dataclass(frozen=True, slots=True)
class ErasePerson:
    """The person's name is to be forgotten; events keep an id that says nothing."""

    person_id: str


@dataclass(frozen=True, slots=True)
class WaitForBadge:
    """The next scan is this person's badge; "" calls it off."""

    person_id: str


@dataclass(frozen=True, slots=True)
class PrintBadge:
    """A new badge is to be printed for this person; once it is on paper it alone counts."""

    person_id: str


@dataclass(frozen=True, slots=True)
class KeepBadge:
    """A badge was to be printed for this person; `outcome` is what came of it at `printer`.

    Once it is on paper its `digest` counts in place of a former one's; else the former one does.
    """

    person_id: str
    digest: str
    printer: str
    outcome: PrintOutcome


@dataclass(frozen=True, slots=True)
class DropBadge:
    """The person's badge counts no more."""

    person_id: str


def keep_person(command: KeepPerson, desk: Desk) -> list[News]:
    """Keep the name; raises IllegalMove for none, or one that somebody else here has."""
    name = plain(command.name, limit=MOST_NAME).strip()
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        others = (one for one in work.staff.all() if one.works_here and one.id != command.person_id)
        if not name or name.casefold() in {one.name.casefold() for one in others}:
            raise IllegalMove("a name is needed that nobody else here has")
        if command.person_id:
            person = replace(work.staff.get(command.person_id), name=name, removed_at=None)
        else:
            person = _back_again(work, name) or Person(desk.ids.new(), name)
        work.staff.save(person)
        return _concluded(work, desk)


def remove_person(command: RemovePerson, desk: Desk) -> list[News]:
    """Take the person off the list, with badge and PIN."""
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        _take_off(work, desk, work.staff.get(command.person_id))
        return _concluded(work, desk)


def erase_person(command: ErasePerson, desk: Desk) -> list[News]:
    """Forget the name, with badge and PIN, and what it was sent on in."""
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        gone = _take_off(work, desk, work.staff.get(command.person_id))
        work.staff.save(replace(gone, name=""))
        work.outbox.forget_person(command.person_id)
        return _concluded(work, desk)


def wait_for_badge(command: WaitForBadge, desk: Desk) -> list[News]:
    """Let the next code that is scanned soon be the badge of that person."""
    with desk.store.begin() as work:
        if command.person_id:
            need_pin(GuardedAct.SETTINGS, work, desk)
        desk.session.badge_for = command.person_id
        desk.session.badge_until = desk.clock.now() + BADGE_WAITS
        return [staff_news(work, desk)]


def print_badge(command: PrintBadge, desk: Desk) -> list[News]:
    """Have a badge printed by the first printer of slips; nothing happens at a till without one.

    Raises IllegalMove for somebody who does not work here.
    """
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        person = _who_works_here(work, command.person_id)
    printer = next(iter(desk.routes.slip_printers), "")
    if not printer:
        return []
    code = desk.ids.badge_code()
    badge = compose_badge(person.name, code, desk.shop, desk.clock)
    return [BadgeWanted(printer, person.id, badge_digest(code), badge)]


def keep_badge(command: KeepBadge, desk: Desk) -> list[News]:
    """Let a badge that came out count; raises IllegalMove for somebody who does not work here.

    One of which nobody knows whether it came out is only paper: it never counts.
    """
    result, status = command.outcome.result, command.outcome.status
    came_out = result in (PrintResult.PRINTED, PrintResult.SENT)
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        person = _who_works_here(work, command.person_id)
        if came_out:
            work.staff.save(replace(person, badge=command.digest))
        said = {
            "name": person.name,
            "printer": command.printer,
            "result": result.value,
            "cause": status.word.value,
        }
        tone = Tone.OK if result is PrintResult.PRINTED else Tone.PLAIN if came_out else Tone.WARN
        notice = Noticed(Notice(NoticeCode.BADGE_PRINTED, tone, data=said), desk.clock.now())
        return [*_concluded(work, desk), notice]


def drop_badge(command: DropBadge, desk: Desk) -> list[News]:
    """Let the badge count no more."""
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        work.staff.save(replace(work.staff.get(command.person_id), badge=""))
        return _concluded(work, desk)


def _who_works_here(work: UnitOfWork, person_id: str) -> Person:
    person = known(work, person_id)
    if person is None or not person.works_here:
        raise IllegalMove("a badge is for somebody who works here")
    return person


def _back_again(work: UnitOfWork, name: str) -> Person | None:
    """Return who left under that name, as working here again: a wrong tap on Remove is undone."""
    for person in work.staff.all():
        if not person.works_here and person.name.casefold() == name.casefold():
            return replace(person, removed_at=None)
    return None


def _take_off(work: UnitOfWork, desk: Desk, person: Person) -> Person:
    gone = replace(person, badge="", removed_at=person.removed_at or desk.clock.now())
    work.staff.save(gone)
    work.pins.remove(person.id)
    if desk.session.works == person.id:
        set_to_work(work, desk, "")
    if desk.session.badge_for == person.id:
        desk.session.badge_for = ""
    return gone


def _concluded(work: UnitOfWork, desk: Desk) -> list[News]:
    said = staff_news(work, desk)
    work.commit()
    return [said]
