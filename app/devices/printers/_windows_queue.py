"""A queue of the Windows spooler, through pywin32's win32print.

Source: Microsoft's documentation of OpenPrinter, StartDocPrinter, GetJob, SetJob, PRINTER_INFO_2
and JOB_INFO_1. Proved against a stand-in of these functions only, not on Windows.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from typing import Any, Final

from app.devices.printers._queue import JobWord, PrintQueue, QueuedJob, QueueTrouble
from app.domain.printing import PrinterStatus, PrinterWord

_NO_SUCH_JOB: Final = 87  # ERROR_INVALID_PARAMETER, which GetJob gives for a job that has left
_NO_SUCH_PRINTER: Final = 1801
_DELETE: Final = 5  # JOB_CONTROL_DELETE
_LOCAL_AND_CONNECTED: Final = 0x2 | 0x4
_WORK_OFFLINE: Final = 0x400  # PRINTER_ATTRIBUTE_WORK_OFFLINE

_WORD_OF_STATUS: Final = (  # PRINTER_STATUS_…, the most pressing first
    (0x400000, PrinterWord.COVER_OPEN),  # DOOR_OPEN
    (0x10 | 0x40, PrinterWord.PAPER_OUT),  # PAPER_OUT, PAPER_PROBLEM
    (0x8, PrinterWord.CUTTER_ERROR),  # PAPER_JAM: what a slip printer has instead is its cutter
    (0x80, PrinterWord.OFFLINE),
    (0x1000, PrinterWord.NOT_REACHABLE),  # NOT_AVAILABLE
    (0x1 | 0x2 | 0x4 | 0x100000, PrinterWord.OFFLINE),  # PAUSED, ERROR, DELETING, USER_INTERVENTION
)
_PRINTED, _COMPLETE, _DELETED = 0x80, 0x1000, 0x4 | 0x100
_BEGUN: Final = 0x10  # JOB_STATUS_PRINTING
_TROUBLE: Final = 0x2 | 0x20 | 0x40 | 0x200 | 0x400  # error, offline, paper out, blocked, person


class WindowsQueue(PrintQueue):
    """One queue of the Windows spooler, which takes a job onto the disk at once.

    Thread: printer.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._begun: set[str] = set()  # of the job under way

    def ask(self) -> PrinterStatus:
        """Return how the queue's printer is, as far as the spooler knows."""
        with self._opened() as (spooler, handle):
            info = spooler.GetPrinter(handle, 2)
        status = int(info["Status"])
        word = next((word for bits, word in _WORD_OF_STATUS if status & bits), PrinterWord.READY)
        if word is PrinterWord.READY and int(info["Attributes"]) & _WORK_OFFLINE:
            word = PrinterWord.OFFLINE
        detail = f"PRINTER_STATUS {status:08x}" if status else ""
        return PrinterStatus(word, answers=False, detail=detail)

    def put(self, data: bytes) -> str:
        """Put `data` into the queue as it is and return the job's number."""
        with self._opened() as (spooler, handle):
            self._begun.clear()
            number = spooler.StartDocPrinter(handle, 1, ("Pult", None, "RAW"))
            try:
                spooler.StartPagePrinter(handle)
                written = spooler.WritePrinter(handle, data)
                spooler.EndPagePrinter(handle)
                spooler.EndDocPrinter(handle)
            except spooler.error as error:
                self._delete_at_once(str(number))
                raise _trouble(error, taken=True) from error
        if written != len(data):
            self._delete_at_once(str(number))
            detail = f"took {written} of {len(data)} bytes"
            raise QueueTrouble(PrinterWord.NOT_ANSWERING, detail, taken=True)
        return str(number)

    def job(self, number: str) -> QueuedJob:
        """Return how the job stands."""
        with self._opened() as (spooler, handle):
            try:
                status = int(spooler.GetJob(handle, int(number), 1)["Status"])
            except spooler.error as error:
                if _number_of(error) != _NO_SUCH_JOB:
                    raise
                return QueuedJob(JobWord.GONE, "left the queue")
        return QueuedJob(self._word_of(number, status), f"JOB_STATUS {status:08x}")

    def delete(self, number: str) -> None:
        """Take the job out of the queue."""
        with self._opened() as (spooler, handle):
            spooler.SetJob(handle, int(number), 0, None, _DELETE)

    def _word_of(self, number: str, status: int) -> JobWord:
        if status & _DELETED:
            return JobWord.ENDED
        if status & _PRINTED:
            return JobWord.PRINTED
        if status & _COMPLETE:
            return JobWord.GONE
        if status & _BEGUN:
            self._begun.add(number)
        if number not in self._begun:
            return JobWord.WAITING
        return JobWord.STUCK if status & _TROUBLE else JobWord.PRINTING

    def _delete_at_once(self, number: str) -> None:
        with contextlib.suppress(QueueTrouble):  # what became of the job is in doubt anyway
            self.delete(number)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[tuple[Any, Any]]:
        """Open the queue for one call; its errors become QueueTrouble."""
        spooler = _win32print()
        try:
            handle = spooler.OpenPrinter(self._name)
        except spooler.error as error:
            raise _trouble(error) from error
        try:
            yield spooler, handle
        except spooler.error as error:
            raise _trouble(error) from error
        finally:
            spooler.ClosePrinter(handle)


def windows_queues() -> tuple[str, ...]:
    """Return the names of this machine's queues."""
    try:
        spooler = _win32print()
        return tuple(row["pPrinterName"] for row in _all_printers(spooler))
    except QueueTrouble:
        return ()


def _all_printers(spooler: Any) -> tuple[dict[str, Any], ...]:
    try:
        return tuple(spooler.EnumPrinters(_LOCAL_AND_CONNECTED, None, 4))
    except spooler.error as error:
        raise _trouble(error) from error


def _win32print() -> Any:
    try:
        return importlib.import_module("win32print")
    except ImportError as error:
        detail = "this program was installed without pywin32"
        raise QueueTrouble(PrinterWord.NOT_REACHABLE, detail) from error


def _number_of(error: BaseException) -> int:
    number = error.args[0] if error.args else 0
    return number if isinstance(number, int) else 0


def _trouble(error: BaseException, *, taken: bool = False) -> QueueTrouble:
    number = _number_of(error)
    detail = "there is no such queue" if number == _NO_SUCH_PRINTER else f"Windows error {number}"
    return QueueTrouble(PrinterWord.NOT_REACHABLE, detail, taken=taken)
