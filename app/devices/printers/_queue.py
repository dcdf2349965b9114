"""A print queue of this machine, as a printer of kind spooler uses it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.printing import PrinterStatus, PrinterWord


class JobWord(StrEnum):
    """How a job stands in its queue."""

    WAITING = "waiting"  # nothing of it has left the queue
    PRINTING = "printing"
    STUCK = "stuck"  # in trouble after it was begun
    PRINTED = "printed"  # the spooler says so
    GONE = "gone"  # it left the queue, as far as is known in order; nobody says what came out
    ENDED = "ended"  # it was cut short: deleted while it printed, or given up


class QueueTrouble(Exception):
    """The queue did not do what it was asked; `taken`: the job may be in it all the same."""

    def __init__(self, word: PrinterWord, detail: str, *, taken: bool = False) -> None:
        super().__init__(detail)
        self.status = PrinterStatus(word, detail=detail)
        self.taken = taken


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """What the queue tells of one job."""

    word: JobWord
    detail: str = ""


class PrintQueue(Protocol):
    """One print queue of this machine. Thread: printer; each call raises QueueTrouble."""

    def ask(self) -> PrinterStatus:
        """Return how the queue's printer is, as far as the spooler knows."""
        ...

    def put(self, data: bytes) -> str:
        """Put `data` into the queue as it is and return the job's number."""
        ...

    def job(self, number: str) -> QueuedJob:
        """Return how the job stands."""
        ...

    def delete(self, number: str) -> None:
        """Take the job out of the queue, so that it does not come out by itself later."""
        ...
