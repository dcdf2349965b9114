"""What the core tells the screen of printers and scanners beyond how they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.lamp import LampKind
from app.domain.picture import Picture
from app.domain.printing import PrintOutcome
from app.domain.scan import Intent
from app.domain.scan_trace import ScanTrace
from app.domain.sheet import ProofLine, ProvenPage, SheetKind
from app.domain.slip_template import SlipTemplate


@dataclass(frozen=True, slots=True)
class ScanSeen:
    """A scanner has read a text or dropped something (`dropped` says why), for the scan doctor."""

    scanner: str
    text: str
    trace: ScanTrace
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class ScanUnderstood:
    """What the text a scanner read last was taken for; a `repeat` within the hold-off did nothing.

    `others` are further meanings it could have had.
    """

    scanner: str
    intent: Intent
    others: tuple[Intent, ...] = ()
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """What a camera sees, while somebody looks; may be thrown away when a newer one is there."""

    scanner: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class SpeedFound:
    """The speed (baud) at which a scanner's codes were readable; 0: none was found."""

    scanner: str
    baudrate: int


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """How the printing of a sheet ended; `lines` are those of a proof sheet."""

    printer: str
    kind: SheetKind
    outcome: PrintOutcome
    lines: tuple[ProofLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PagesProven:
    """These code pages of a printer looked right, best first; used from its next slip on."""

    printer: str
    pages: tuple[ProvenPage, ...]


@dataclass(frozen=True, slots=True)
class SlipPreviewed:
    """A slip as a PNG, in answer to the question of this number; b"" when it cannot be drawn."""

    asked: int
    png: bytes


@dataclass(frozen=True, slots=True)
class PrinterFound:
    """A printer was found; `fields` are what its entry in the settings would say, but its name.

    `number` is what it prints so that staff can tell it from others; `title` is what the system or
    the printer calls it, `known` the name of the printer of this till that it already is.
    """

    number: int
    title: str
    fields: Mapping[str, object]
    known: str = ""


@dataclass(frozen=True, slots=True)
class PrinterSearchLooks:
    """A search has come to a place: "usb", "files", "queues", "network"."""

    place: str


@dataclass(frozen=True, slots=True)
class PrinterSearchEnded:
    """Everything was asked; `trouble` says what could not be looked through, one line each."""

    count: int
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeviceKept:
    """A printer or scanner was added or changed, in the settings file and at work.

    `problem` says in one line why it was not, then nothing has changed; see `NEEDS_PIN`.
    """

    kind: LampKind
    name: str
    fields: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class TemplateKept:
    """What stands on slips was kept, or was not.

    `problem` says in one line why it was not; see `NEEDS_PIN`.
    """

    template: SlipTemplate
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ScannerOffered:
    """Something types like a scanner and nobody has set it up; `text` is what it typed."""

    text: str


DeviceNews = (
    ScanSeen
    | ScanUnderstood
    | PictureSeen
    | SpeedFound
    | SheetPrinted
    | PagesProven
    | SlipPreviewed
    | PrinterFound
    | PrinterSearchLooks
    | PrinterSearchEnded
    | DeviceKept
    | TemplateKept
    | ScannerOffered
)
