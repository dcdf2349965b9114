"""Compare a PIN with the one that is kept, or keep another; wrong tries make the next ones wait.

Hashing takes a tenth of a second, so it is done between two steps: `try_pin` says what is to be
hashed, a lane of its own does it, and `settle_pin` compares, counts and keeps in one commit. What
waits is the guarded act alone: orders, payments and slips go on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.domain.errors import IllegalMove
from app.domain.news import News
from app.domain.staff import SHOP_PIN, GuardedAct, PinRecord, is_pin, tries_left, wait_after
from app.domain.staff_news import PinAnswered, PinHashWanted, PinStanding, PinVerdict
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin, permit
from app.usecases.staff_list import known, set_to_work, staff_news


@dataclass(frozen=True, slots=True)
class AskPin:
    """The screen wants to know whether the owner has a PIN; `question` is its own number."""

    question: int
    owner: str = SHOP_PIN


@dataclass(frozen=True, slots=True)
class TryPin:
    """A PIN was keyed in; with `works` the owner works at this till once it is right.

    `fresh` is the PIN to be kept in its place, "" to have none; `act` is what the shop's right PIN
    permits. The shop's PIN is changed by whoever knows it; a person's by whoever may open Settings.
    """

    question: int
    owner: str
    pin: str = field(default="", repr=False)
    works: bool = False
    fresh: str | None = field(default=None, repr=False)
    act: GuardedAct | None = None


@dataclass(frozen=True, slots=True)
class SettlePin:
    """What `TryPin` keyed in has been hashed; `fresh` is salt and hash of a new PIN, both empty to
    have none."""

    question: int
    owner: str
    digest: bytes | None = field(repr=False)
    fresh: tuple[bytes, bytes] | None = field(default=None, repr=False)
    works: bool = False
    act: GuardedAct | None = None


def ask_pin(command: AskPin, desk: Desk) -> list[News]:
    """Return whether there is a PIN, and until when no try is taken."""
    with desk.store.begin() as work:
        record = work.pins.get(command.owner)
    until = record.waits_until(desk.clock.now()) if record else None
    return [PinStanding(command.question, command.owner, record is not None, until)]


def try_pin(command: TryPin, desk: Desk) -> list[News]:
    """Have the PIN hashed, unless there is none or the owner has to wait.

    Raises IllegalMove for a new PIN that is none, and for a person's without leave for Settings.
    """
    if command.fresh and not is_pin(command.fresh):
        raise IllegalMove("a PIN has 4 to 8 digits")
    with desk.store.begin() as work:
        if _needs_no_old(command):
            need_pin(GuardedAct.SETTINGS, work, desk)
        record = work.pins.get(command.owner)
    question, owner = command.question, command.owner
    if record is None and command.fresh is None:
        return [PinAnswered(question, owner, PinVerdict.NOT_SET)]
    if record is None or _needs_no_old(command):
        return [_to_hash(command, "", None)]
    until = record.waits_until(desk.clock.now())
    if until is not None:
        return [PinAnswered(question, owner, PinVerdict.WAITS, until)]
    return [_to_hash(command, command.pin, record.salt)]


def settle_pin(command: SettlePin, desk: Desk) -> list[News]:
    """Count a wrong try, durably, before it is answered; do what a right one was meant for."""
    with desk.store.begin() as work:
        record = work.pins.get(command.owner)
        if record is not None and command.digest is not None:
            wrong = _wrong_try(work, desk, record, command)
            if wrong is not None:
                work.commit()
                return [wrong]
            work.pins.put(replace(record, wrong=0, wait_until=None))
        elif record is not None and command.owner == SHOP_PIN:
            raise IllegalMove("the shop's PIN was set meanwhile")
        news = _carry_out(work, desk, command)
        work.commit()
        return news


def _to_hash(command: TryPin, pin: str, salt: bytes | None) -> PinHashWanted:
    return PinHashWanted(
        command.question,
        command.owner,
        pin,
        salt,
        command.fresh,
        command.works,
        command.act,
    )


def _needs_no_old(command: TryPin) -> bool:
    return command.owner != SHOP_PIN and command.fresh is not None


def _wrong_try(
    work: UnitOfWork, desk: Desk, record: PinRecord, command: SettlePin
) -> PinAnswered | None:
    """Return the answer to a try that is wrong or comes too early, None for a right one."""
    now = desk.clock.now()
    until = record.waits_until(now)
    if until is not None:
        return PinAnswered(command.question, command.owner, PinVerdict.WAITS, until)
    if command.digest is not None and record.is_right(command.digest):
        return None
    wrong = record.wrong + 1
    wait = wait_after(wrong)
    until = now + wait if wait else None
    work.pins.put(replace(record, wrong=wrong, wait_until=until))
    return PinAnswered(command.question, command.owner, PinVerdict.WRONG, until, tries_left(wrong))


def _carry_out(work: UnitOfWork, desk: Desk, command: SettlePin) -> list[News]:
    verdict = PinVerdict.RIGHT
    if command.fresh is not None:
        verdict = PinVerdict.KEPT
        salt, digest = command.fresh
        if digest:
            work.pins.put(PinRecord(command.owner, salt, digest))
        else:
            work.pins.remove(command.owner)
    if command.owner == SHOP_PIN:
        permit(command.act or GuardedAct.SETTINGS, desk)
    answer = PinAnswered(command.question, command.owner, verdict)
    person = known(work, command.owner)
    if command.works and person is not None and person.works_here:
        set_to_work(work, desk, command.owner)
    return [answer, staff_news(work, desk)]
