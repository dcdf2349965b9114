"""What an absence of the till means: what came in since, what may be missing, where to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.absence import Absence, AbsenceCause
from app.ui.wording.figures import Counts, day_clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop

_TO: Final = "\u2013"
_CAUSES: Final = {
    AbsenceCause.CLOSED: QT_TRANSLATE_NOOP("Absence", "Pult was closed"),
    AbsenceCause.STOPPED: QT_TRANSLATE_NOOP("Absence", "Pult was stopped without being closed"),
    AbsenceCause.SLEPT: QT_TRANSLATE_NOOP("Absence", "This PC slept or stood still"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A vendor that orders come from: whether it can be asked for all of them, and whether it has
    answered since the till is back."""

    title: str
    lists_orders: bool
    has_answered: bool

    @property
    def may_miss(self) -> bool:
        """Whether orders of the absence may still be at the vendor alone."""
        return not self.lists_orders or not self.has_answered


def span(absence: Absence, shop: Shop, now: datetime) -> str:
    """Return from when to when, with dates where they are not today's."""
    since, until = (day_clock(each, shop, now) for each in (absence.since, absence.until))
    return f"{since}{_TO}{until}"


def absence_head(absence: Absence, shop: Shop, now: datetime) -> str:
    """Return the banner's first line."""
    away = translate("Absence", "Away {span}. {cause}.")
    cause = translate("Absence", _CAUSES[absence.cause])
    return away.format(span=span(absence, shop, now), cause=cause)


def absence_line(absence: Absence, sources: Sequence[Source]) -> str:
    """Return what came in, and where to look for more."""
    missing = [source.title for source in sources if source.may_miss]
    if not missing:
        more = translate("Absence", "Every vendor has been asked since; nothing is missing.")
    else:
        more = translate("Absence", "Others may be missing: look at {vendors} itself.")
    return f"{_arrived(absence)} {more.format(vendors=', '.join(missing))}"


def source_line(source: Source, absence: Absence, shop: Shop, now: datetime) -> str:
    """Return what is so with one vendor, and what to do about it."""
    if not source.lists_orders:
        words = translate(
            "Absence",
            "{vendor} calls for each order and cannot be asked for them later. Look at {vendor} "
            "itself for orders of {span}.",
        )
    elif source.has_answered:
        words = translate("Absence", "{vendor} has been asked since, and its list is whole.")
    else:
        words = translate(
            "Absence",
            "{vendor} has not answered yet. Pult asks by itself; until then look at {vendor}.",
        )
    return words.format(vendor=source.title, span=span(absence, shop, now))


def safe_line() -> str:
    """Return what is safe."""
    return translate(
        "Absence", "Everything this till had before is here. What it was sending is asked about."
    )


def _arrived(absence: Absence) -> str:
    if not absence.arrived:
        return translate("Absence", "No order of that time has come in.")
    words = translate("Absence", "{orders} of that time came in since.")
    return words.format(orders=Counts().orders(absence.arrived))
