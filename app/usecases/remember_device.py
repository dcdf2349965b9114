"""Remember what was learned of a printer or scanner, so that it holds after the next start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.lamp import LampKind
from app.domain.news import News
from app.domain.sheet import ProvenPage
from app.ports.store import StorePort
from app.usecases.desk import Desk


class Fact(StrEnum):
    """What is remembered of a device, each as a text."""

    ANSWERS = "answers"  # printer: "yes" or "no", whether it ever answers
    PAGES = "pages"  # printer: proven code pages, best first, as page=number,page=number
    PASSPORT = "passport"  # usb:VID:PID[:SERIAL] of the device that is meant


@dataclass(frozen=True, slots=True)
class RememberDevice:
    """Something was learned of the device of this name; an empty value forgets it."""

    kind: LampKind
    name: str
    fact: Fact
    value: str


def remember_device(command: RememberDevice, desk: Desk) -> list[News]:
    """Keep it under the device's name."""
    with desk.store.begin() as work:
        work.memory.put(_name(command.kind, command.name, command.fact), command.value)
        work.commit()
    return []


def remembered(store: StorePort, kind: LampKind, name: str, fact: Fact) -> str:
    """Return what is remembered of a device, "" when it is nothing."""
    with store.begin() as work:
        return work.memory.get(_name(kind, name, fact)) or ""


def pages_text(pages: Iterable[ProvenPage]) -> str:
    """Return proven code pages as they are remembered."""
    return ",".join(f"{each.page}={each.number}" for each in pages)


def read_pages(text: str) -> tuple[ProvenPage, ...]:
    """Return the proven code pages of a remembered text; what is no page is passed over."""
    parts = (part.partition("=") for part in text.split(","))
    return tuple(
        ProvenPage(page, int(number)) for page, _, number in parts if page and number.isdecimal()
    )


def _name(kind: LampKind, name: str, fact: Fact) -> str:
    return f"{kind.value} {name} {fact.value}"
