"""A raw queue of CUPS, through its own commands.

What they print was measured with CUPS 2.4. A job that was sent whole and one that was deleted while
it waited end with the same reason, and the text of its last trouble stays with a job that went well
later: neither says what came out.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from typing import Final

from app.devices.printers._queue import JobWord, PrintQueue, QueuedJob, QueueTrouble
from app.domain.causes import cause_of
from app.domain.printing import PrinterStatus, PrinterWord

_LONGEST: Final = 120
_REQUEST: Final = re.compile(r"request id is (\S+)")
_WORD_OF_REASON: Final = (  # RFC 8011, printer-state-reasons; the most pressing first
    ("cover-open", PrinterWord.COVER_OPEN),
    ("door-open", PrinterWord.COVER_OPEN),
    ("media-empty", PrinterWord.PAPER_OUT),
    ("media-needed", PrinterWord.PAPER_OUT),
    ("cutter", PrinterWord.CUTTER_ERROR),
    ("offline", PrinterWord.OFFLINE),
    ("timed-out", PrinterWord.NOT_ANSWERING),
    ("shutdown", PrinterWord.OFFLINE),
    ("paused", PrinterWord.OFFLINE),
    ("stopped", PrinterWord.OFFLINE),
    ("media-low", PrinterWord.PAPER_LOW),
)
_GIVEN_UP: Final = ("canceled", "aborted")


class _Refused(QueueTrouble):
    """The command was there and would not do it."""


class CupsQueue(PrintQueue):
    """One queue of CUPS; each command gets `answer_seconds`, the one that prints `write_seconds`.

    Thread: printer.
    """

    def __init__(self, name: str, answer_seconds: float, write_seconds: float) -> None:
        self._name = name
        self._answer_seconds = answer_seconds
        self._write_seconds = write_seconds

    def ask(self) -> PrinterStatus:
        """Return how the queue's printer is, as far as CUPS knows."""
        try:
            text = _run(("lpstat", "-l", "-p", self._name), self._answer_seconds)
        except _Refused as refusal:
            if "not running" in _run(("lpstat", "-r"), self._answer_seconds, may_fail=True):
                # every queue is one that lpstat does not know then, which would mislead
                raise QueueTrouble(PrinterWord.NOT_REACHABLE, "CUPS is not running") from refusal
            raise
        first, _, rest = text.partition("\n")
        if not first.startswith(f"printer {self._name} "):
            raise QueueTrouble(PrinterWord.NOT_ANSWERING, f"odd answer: {first[:_LONGEST]}")
        word = _word_of(_line_of(rest, "Alerts:"))
        if " disabled since " in first and word.can_print:
            word = PrinterWord.OFFLINE
        said = rest.partition("\n")[0].strip()
        detail = "" if said.startswith("Form mounted") else said[:_LONGEST]
        return PrinterStatus(word, answers=False, detail=detail)

    def put(self, data: bytes) -> str:
        """Put `data` into the queue as it is and return the job's number."""
        text = _run(("lp", "-d", self._name, "-o", "raw", "-"), self._write_seconds, data)
        found = _REQUEST.search(text)
        if found is None:
            raise QueueTrouble(PrinterWord.NOT_ANSWERING, "no job number", taken=True)
        return found[1]

    def job(self, number: str) -> QueuedJob:
        """Return how the job stands."""
        if part := self._part(number, "not-completed"):
            return _open_job(part)
        part = self._part(number, "completed")
        alerts = _line_of(part, "Alerts:")
        ended = not part or any(word in alerts for word in _GIVEN_UP)
        return QueuedJob(JobWord.ENDED if ended else JobWord.GONE, alerts)

    def delete(self, number: str) -> None:
        """Take the job out of the queue."""
        _run(("cancel", number), self._answer_seconds)

    def _part(self, number: str, which: str) -> str:
        """Return the rows `lpstat` has for the job among those, "" for none."""
        command = ("lpstat", "-l", "-W", which, "-o", self._name)
        rows = _run(command, self._answer_seconds).splitlines()
        for place, row in enumerate(rows):
            if row.split(None, 1)[:1] == [number]:
                own = [row]
                for later in rows[place + 1 :]:
                    if not later.startswith((" ", "\t")):
                        break
                    own.append(later)
                return "\n".join(own)
        return ""


def cups_queues(seconds: float) -> tuple[str, ...]:
    """Return the names of the queues that take jobs; none where CUPS is not there."""
    try:
        text = _run(("lpstat", "-a"), seconds)
    except QueueTrouble:
        return ()
    rows = (line.split(" accepting requests", 1) for line in text.splitlines())
    return tuple(row[0] for row in rows if len(row) == 2)


def _open_job(part: str) -> QueuedJob:
    alerts = _line_of(part, "Alerts:")
    detail = _line_of(part, "Status:")[:_LONGEST] or alerts
    if "job-printing" in alerts:
        return QueuedJob(JobWord.PRINTING, detail)
    waits = alerts in ("", "none", "job-incoming", "job-data-insufficient", "printer-stopped")
    return QueuedJob(JobWord.WAITING if waits else JobWord.STUCK, detail)


def _word_of(alerts: str) -> PrinterWord:
    for reason, word in _WORD_OF_REASON:
        if reason in alerts:
            return word
    return PrinterWord.READY


def _line_of(text: str, title: str) -> str:
    for line in text.splitlines():
        if line.strip().startswith(title):
            return line.strip()[len(title) :].strip()
    return ""


def _run(
    command: Sequence[str], seconds: float, data: bytes = b"", *, may_fail: bool = False
) -> str:
    """Return what `command` prints; raises QueueTrouble when it does not do its work in time."""
    taken = bool(data)
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=os.environ | {"LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        detail = f"CUPS is not installed (no {command[0]}): sudo apt install cups"
        raise QueueTrouble(PrinterWord.NOT_REACHABLE, detail) from error
    except subprocess.TimeoutExpired as error:
        detail = f"{command[0]} took over {seconds:g} s"
        raise QueueTrouble(PrinterWord.NOT_ANSWERING, detail, taken=taken) from error
    except OSError as error:
        detail = f"{command[0]}: {cause_of(error)}"
        raise QueueTrouble(PrinterWord.NOT_REACHABLE, detail) from error
    text = done.stdout.decode("utf-8", "replace")
    if done.returncode and not may_fail:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        detail = (said or f"{command[0]} ended with {done.returncode}")[:_LONGEST]
        taken = taken and bool(_REQUEST.search(text))
        raise _Refused(PrinterWord.NOT_REACHABLE, detail, taken=taken)
    return text
