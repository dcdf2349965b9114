"""How long a vendor, a printer or a scanner was of no use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.lamp import LampKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """One stretch of time in which a till could not use something.

    `until` is when it ended; while `is_open` it is when it was last seen to go on, so that what is
    stored never claims more than the till has seen.
    """

    id: str
    till_id: str
    kind: LampKind
    name: str
    word: str
    since: datetime
    until: datetime
    is_open: bool = True

    def seen_at(self, now: datetime) -> Outage:
        """Return it as still going on; a clock that was set back changes nothing."""
        return replace(self, until=max(self.until, now))

    def ended_at(self, now: datetime) -> Outage:
        """Return it as over."""
        return replace(self.seen_at(now), is_open=False)


@dataclass(frozen=True, slots=True)
class OutageSum:
    """How often and how long something was out, of one till."""

    till_id: str
    kind: LampKind
    name: str
    times: int
    lasted: timedelta

    @property
    def minutes(self) -> int:
        """The minutes, begun ones included."""
        return -(-self.lasted // timedelta(minutes=1))


def outage_sums(
    outages: Iterable[Outage], since: datetime, until: datetime
) -> tuple[OutageSum, ...]:
    """Add up what of the outages lies between two moments, the longest first."""
    sums: dict[tuple[str, LampKind, str], OutageSum] = {}
    for outage in outages:
        begun, ended = max(outage.since, since), min(outage.until, until)
        if ended <= begun:
            continue
        key = (outage.till_id, outage.kind, outage.name)
        known = sums.get(key) or OutageSum(*key, 0, timedelta(0))
        sums[key] = replace(known, times=known.times + 1, lasted=known.lasted + (ended - begun))
    return tuple(sorted(sums.values(), key=lambda one: (-one.lasted, one.kind, one.name)))
