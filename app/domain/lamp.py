"""How a vendor, a printer or a scanner stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

NO_CONTACT: Final = "no contact"
"""The word of a vendor that is not known to be away, and has not been heard of for long."""
_OVERDUE: Final = (3, timedelta(minutes=1))  # times the usual distance, but at least so long
_LOST: Final = (10, timedelta(minutes=5))


class LampKind(StrEnum):
    """What a lamp belongs to."""

    VENDOR = "vendor"
    PRINTER = "printer"
    SCANNER = "scanner"


class LampTone(StrEnum):
    """The lamp's shape and colour."""

    OK = "ok"
    IDLE = "idle"  # grey ring: nothing to report
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Lamp:
    """The standing of one vendor, printer or scanner; `word` is a closed English word for it.

    New orders come by themselves from a vendor that `brings_orders`; one that is asked again and
    again is heard of every `heard_every` seconds, 0 for any other.
    """

    kind: LampKind
    name: str
    title: str
    word: str
    tone: LampTone
    last_contact: datetime | None = None
    last_order: datetime | None = None
    since: datetime | None = None
    detail: str = ""
    brings_orders: bool = True
    heard_every: float = 0


def aged(lamp: Lamp, now: datetime) -> Lamp:
    """Return the lamp as its age has it now: amber, later red when it was not heard of for long.

    What has failed says so by itself; this is for what does not even fail.
    """
    if lamp.tone is not LampTone.OK or lamp.last_contact is None or lamp.heard_every <= 0:
        return lamp
    age = now - lamp.last_contact
    for (times, least), tone in ((_LOST, LampTone.BAD), (_OVERDUE, LampTone.WARN)):
        if age > max(timedelta(seconds=times * lamp.heard_every), least):
            return replace(lamp, word=NO_CONTACT, tone=tone, since=lamp.last_contact)
    return lamp
