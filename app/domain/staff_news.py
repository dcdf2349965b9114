"""What the core tells of staff and PINs; part of the closed list in `domain/news.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.slip import Slip
from app.domain.staff import GuardedAct


class PinVerdict(StrEnum):
    """How a try of a PIN ended."""

    RIGHT = "right"
    WRONG = "wrong"
    WAITS = "waits"  # it was not looked at: too many were wrong before
    NOT_SET = "not_set"  # there is no PIN, so nothing is guarded
    KEPT = "kept"  # a PIN was set, changed or taken away


@dataclass(frozen=True, slots=True)
class PinStanding:
    """Whether the owner has a PIN, and until when no try is taken; `question` is who asked."""

    question: int
    owner: str
    is_set: bool
    wait_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PinAnswered:
    """The answer to a try; `left` is how many more may be wrong before the next wait."""

    question: int
    owner: str
    verdict: PinVerdict
    wait_until: datetime | None = None
    left: int = 0


@dataclass(frozen=True, slots=True)
class PinHashWanted:
    """For the lane that hashes: a PIN to be compared (with a `salt`), and a new one to be kept.

    `fresh` is None where no new PIN is meant, "" where the present one goes. Neither is ever shown.
    """

    question: int
    owner: str
    pin: str = field(repr=False)
    salt: bytes | None = field(repr=False)
    fresh: str | None = field(default=None, repr=False)
    works: bool = False
    act: GuardedAct | None = None


@dataclass(frozen=True, slots=True)
class BadgeWanted:
    """For the lanes of printers: print this person's badge; what came of it is a KeepBadge.

    `digest` is what is kept of the code that is on the badge.
    """

    printer: str
    person_id: str
    digest: str
    badge: Slip = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A member of staff as the screen knows her; one without a name was erased."""

    id: str
    name: str
    has_pin: bool = False
    has_badge: bool = False
    works_here: bool = True


@dataclass(frozen=True, slots=True)
class StaffChanged:
    """Everybody, by name, those who left included, and the id of who works at this till now.

    `badge_for` is the person whose badge is scanned next, "" for none.
    """

    people: tuple[PersonSeen, ...]
    works: str = ""
    badge_for: str = ""


StaffNews = PinStanding | PinAnswered | PinHashWanted | BadgeWanted | StaffChanged
