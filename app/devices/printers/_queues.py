"""Which print queues this machine has: those of Windows or those of CUPS."""

from __future__ import annotations

import sys

from app.devices.printers._queue import PrintQueue


def queue_of(name: str, answer_seconds: float, write_seconds: float) -> PrintQueue:
    """Return the queue of this name; touches nothing yet."""
    if sys.platform == "win32":
        from app.devices.printers._windows_queue import WindowsQueue

        return WindowsQueue(name)
    from app.devices.printers._cups_queue import CupsQueue

    return CupsQueue(name, answer_seconds, write_seconds)


def queues(seconds: float = 3.0) -> tuple[str, ...]:
    """Return the names of this machine's queues; none where there is no spooler."""
    if sys.platform == "win32":
        from app.devices.printers._windows_queue import windows_queues

        return windows_queues()
    from app.devices.printers._cups_queue import cups_queues

    return cups_queues(seconds)
