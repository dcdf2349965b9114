"""Looking up a printer's name within a deadline."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import Any

from app.devices.printers._conversation import ChannelTrouble
from app.domain.printing import PrinterWord

Address = tuple[Any, ...]


def addresses(host: str, port: int, deadline: float) -> list[tuple[int, Address]]:
    """Return family and address of each place `host` may be; raises ChannelTrouble.

    Asking for a name has no deadline of its own, so it gets a thread. `deadline` is a point in
    `time.monotonic`.
    """
    try:
        return _look_up(host, port, socket.AI_NUMERICHOST)
    except OSError:
        pass  # a name, not an address
    found: list[tuple[int, Address]] = []
    done = threading.Event()

    def look_up() -> None:
        with contextlib.suppress(OSError, UnicodeError):
            found.extend(_look_up(host, port))
        done.set()

    threading.Thread(target=look_up, name="printer-name-look-up", daemon=True).start()
    if not done.wait(max(0.0, deadline - time.monotonic())):
        raise ChannelTrouble(PrinterWord.NOT_REACHABLE, "the name was not found in time")
    if not found:
        raise ChannelTrouble(PrinterWord.NOT_REACHABLE, "the name is not known")
    return found


def _look_up(host: str, port: int, flags: int = 0) -> list[tuple[int, Address]]:
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(int(answer[0]), answer[4]) for answer in answers]
