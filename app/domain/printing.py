"""What is known of printers and print jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.states import JobState


class PrinterWord(StrEnum):
    """The lamp's word for a printer."""

    UNKNOWN = "unknown"  # not asked yet
    READY = "ready"
    PAPER_LOW = "paper low"
    PAPER_OUT = "paper out"
    COVER_OPEN = "cover open"
    CUTTER_ERROR = "cutter error"
    OFFLINE = "offline"
    NOT_ANSWERING = "not answering"
    NOT_REACHABLE = "not reachable"
    OTHER_DEVICE = "another device"  # at its place is a device that was never used here

    @property
    def can_print(self) -> bool:
        """Whether a slip may be sent."""
        return self in (PrinterWord.READY, PrinterWord.PAPER_LOW)

    @property
    def stands_still(self) -> bool:
        """Whether it waits for a hand, and may then go on with what it has in its buffer."""
        return self in (
            PrinterWord.PAPER_OUT,
            PrinterWord.COVER_OPEN,
            PrinterWord.CUTTER_ERROR,
            PrinterWord.OFFLINE,
        )


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """One answer of a printer; `detail` is for the log and the doctor, never customer text."""

    word: PrinterWord
    answers: bool = True  # False: a printer that never says anything and is believed
    detail: str = ""


class PrintResult(StrEnum):
    """How an attempt to print one slip ended."""

    PRINTED = "printed"  # the printer confirmed it
    SENT = "sent"  # all bytes taken by a printer that cannot confirm
    NOT_STARTED = "not started"  # nothing left this machine; the job waits
    UNSURE = "unsure"  # bytes left, the end was not confirmed


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """The end of one attempt and what the printer last said.

    `lost` counts the letters that stand on the slip as "?", since neither the printer nor this
    machine's fonts have them.
    """

    result: PrintResult
    status: PrinterStatus
    lost: int = 0


class JobKind(StrEnum):
    """Why something is printed."""

    SLIP = "slip"  # the order's one slip
    REPRINT = "reprint"
    STATION = "station"  # the lines of some stations; one per order and printer, ever


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One slip on its way to one printer; `copy` counts from 1, the slip itself.

    A station slip holds the lines of `stations` and was made for `station_printer`, wherever it
    comes out in the end; other jobs have neither.
    """

    id: str
    order_id: str
    printer: str
    kind: JobKind
    state: JobState
    created_at: datetime
    copy: int = 1
    not_confirmed: bool = False  # the accept was not confirmed when staff asked for the slip
    cause: PrinterWord | None = None  # why it waits
    attempts: int = 0
    offered: bool = False  # too old to come out by itself; stands in the list of questions
    settled_at: datetime | None = None
    station_printer: str = ""
    stations: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it waits for something: its printer, or a person since it is too old."""
        return self.state is JobState.QUEUED and (self.cause is not None or self.offered)
