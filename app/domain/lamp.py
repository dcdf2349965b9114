"""How a vendor, a printer or a scanner stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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

    New orders come by themselves from a vendor that `brings_orders`.
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
