"""A printer behind a print queue of this machine: jobs go into it as they are."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import replace
from typing import Final

from app.devices.printers._kind import PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper, paper_of
from app.devices.printers._paper_printer import PaperPrinter, Sender
from app.devices.printers._queue import JobWord, PrintQueue, QueueTrouble
from app.devices.printers._queues import queue_of
from app.devices.printers._render import RenderedSlip
from app.devices.printers._wire import Deadlines, deadlines_of
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.ports.printer import PrinterPort

CUPS_WARNING: Final = (
    "raw queues are going away in CUPS: kind network, usb or device is better for this printer"
)
_DOTS_PER_SECOND: Final = 8 * 150
_LOOK_AGAIN: Final = 0.2


def spooler_printer(
    name: str,
    queue: str,
    *,
    paper: Paper,
    deadlines: Deadlines | None = None,
    memory: PrinterMemory | None = None,
) -> PaperPrinter:
    """Return the printer behind the queue of this name."""
    deadlines = deadlines or Deadlines()
    sender = QueueSender(queue_of(queue, deadlines.answer, deadlines.write), deadlines)
    return PaperPrinter(name, sender, paper=paper, memory=memory)


class QueueSender(Sender):
    """Puts jobs into a queue, watches them leave it, and takes out what is stuck.

    A queue believes what was handed on, so a slip is PRINTED only where the spooler says so.

    Thread: printer.
    """

    def __init__(self, queue: PrintQueue, deadlines: Deadlines) -> None:
        self._queue = queue
        self._deadlines = deadlines
        self._pause = threading.Event()

    def ask(self) -> PrinterStatus:
        """Ask the spooler how the printer is."""
        try:
            return _warned(self._queue.ask())
        except QueueTrouble as trouble:
            return trouble.status

    def send(self, slip: RenderedSlip) -> PrintOutcome:
        """Ask, put the slip into the queue, and watch what becomes of it."""
        status = self.ask()
        if not status.word.can_print:
            return PrintOutcome(PrintResult.NOT_STARTED, status)
        try:
            number = self._queue.put(slip.data)
        except QueueTrouble as trouble:
            result = PrintResult.UNSURE if trouble.taken else PrintResult.NOT_STARTED
            return PrintOutcome(result, trouble.status)
        until = time.monotonic() + self._deadlines.write + slip.dots / _DOTS_PER_SECOND
        try:
            return self._watch(number, until)
        except QueueTrouble as trouble:
            return self._take_out(number, trouble.status, begun=True)

    def close(self) -> None:
        """Nothing is held open between jobs."""

    # -------------------------------------------------------------------------------- private

    def _watch(self, number: str, until: float) -> PrintOutcome:
        """Wait until the job has left the queue; take it out when it has not by `until`."""
        begun = False
        while True:
            job = self._queue.job(number)
            if job.word is JobWord.PRINTED:
                return PrintOutcome(PrintResult.PRINTED, self.ask())
            if job.word is JobWord.GONE:
                return PrintOutcome(PrintResult.SENT, self.ask())
            if job.word is JobWord.ENDED:
                return PrintOutcome(PrintResult.UNSURE, self._says(job.detail))
            begun = begun or job.word is not JobWord.WAITING
            stuck = job.word is JobWord.STUCK
            if stuck or time.monotonic() >= until:
                return self._take_out(number, self._says(job.detail), begun=begun)
            self._pause.wait(_LOOK_AGAIN)

    def _take_out(self, number: str, status: PrinterStatus, *, begun: bool) -> PrintOutcome:
        """Delete the job; NOT_STARTED only when it never began and left without being cut short.

        A job that ended while it was being deleted cannot be deleted any more, which is trouble.
        """
        try:
            self._queue.delete(number)
            never = self._queue.job(number).word is JobWord.GONE and not begun
        except QueueTrouble as trouble:
            detail = f"{status.detail}; job {number} is still in the queue: {trouble}"
            return PrintOutcome(PrintResult.UNSURE, replace(status, detail=detail))
        result = PrintResult.NOT_STARTED if never else PrintResult.UNSURE
        return PrintOutcome(result, status)

    def _says(self, detail: str) -> PrinterStatus:
        """How the printer is now, with what the queue said of the job that did not come through.

        A queue may call a printer ready that takes nothing.
        """
        status = self.ask()
        word = PrinterWord.NOT_ANSWERING if status.word.can_print else status.word
        said = f"job: {detail}" if detail else "a job did not come through"
        return replace(status, word=word, detail="; ".join(filter(None, (said, status.detail))))


def _warned(status: PrinterStatus) -> PrinterStatus:
    if sys.platform == "win32":
        return status
    return replace(status, detail="; ".join(filter(None, (status.detail, CUPS_WARNING))))


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return spooler_printer(
        settings.name,
        settings.device,
        paper=paper_of(settings),
        deadlines=deadlines_of(settings),
        memory=surroundings.memory,
    )


PRINTER: Final = PrinterKind("spooler", _build)
