"""The functions of pywin32's win32print that a raw job needs, in the shape of its documentation.

A stand-in, since there is no Windows here: a queue takes jobs, and a test says how they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class error(Exception):
    """(number, function, words), as pywintypes.error."""


@dataclass
class Queue:
    """`job_states` are the job's next statuses, the last one stays; None: it has left the queue."""

    status: int = 0
    attributes: int = 0
    job_states: list[int | None] = field(default_factory=lambda: [0x80])
    after_delete: int | None = None
    documents: list[tuple[str, Any, str]] = field(default_factory=list)
    data: bytes = b""
    deleted: list[int] = field(default_factory=list)
    fails: str = ""  # the function that raises
    writes_short: bool = False
    open_handles: int = 0


class FakeWin32Print:
    error = error

    def __init__(self) -> None:
        self.queues = {"slips": Queue()}

    def EnumPrinters(self, flags: int, name: None, level: int) -> tuple[dict[str, Any], ...]:
        assert (flags, name, level) == (6, None, 4)
        return tuple({"pPrinterName": name} for name in self.queues)

    def OpenPrinter(self, name: str) -> Queue:
        if name not in self.queues:
            raise error(1801, "OpenPrinter", "The printer name is invalid.")
        queue = self.queues[name]
        queue.open_handles += 1
        return queue

    def ClosePrinter(self, handle: Queue) -> None:
        handle.open_handles -= 1

    def GetPrinter(self, handle: Queue, level: int) -> dict[str, Any]:
        assert level == 2
        self._fail(handle, "GetPrinter")
        return {"Status": handle.status, "Attributes": handle.attributes}

    def StartDocPrinter(self, handle: Queue, level: int, info: tuple[str, Any, str]) -> int:
        assert level == 1
        self._fail(handle, "StartDocPrinter")
        handle.documents.append(info)
        return 7

    def StartPagePrinter(self, handle: Queue) -> None:
        self._fail(handle, "StartPagePrinter")

    def WritePrinter(self, handle: Queue, data: bytes) -> int:
        self._fail(handle, "WritePrinter")
        handle.data += data[:10] if handle.writes_short else data
        return 10 if handle.writes_short else len(data)

    def EndPagePrinter(self, handle: Queue) -> None:
        pass

    def EndDocPrinter(self, handle: Queue) -> None:
        pass

    def GetJob(self, handle: Queue, number: int, level: int) -> dict[str, Any]:
        assert (number, level) == (7, 1)
        state = handle.job_states[0]
        if len(handle.job_states) > 1:
            handle.job_states.pop(0)
        if state is None:
            raise error(87, "GetJob", "The parameter is incorrect.")
        return {"JobId": number, "Status": state, "pStatus": None}

    def SetJob(self, handle: Queue, number: int, level: int, info: None, command: int) -> None:
        assert (level, info, command) == (0, None, 5)
        self._fail(handle, "SetJob")
        handle.deleted.append(number)
        handle.job_states = [handle.after_delete]

    @staticmethod
    def _fail(handle: Queue, function: str) -> None:
        if handle.fails == function:
            raise error(5, function, "Access is denied.")
