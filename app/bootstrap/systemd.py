"""Tells systemd how Pult is doing, where one of its units has started the watchdog."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from typing import Final

NOTIFY_SOCKET: Final = "NOTIFY_SOCKET"
"""Names the socket on which systemd listens; there is none otherwise."""
READY: Final = "READY=1"
STILL_WELL: Final = "WATCHDOG=1"
STOPPING: Final = "STOPPING=1"
_SECONDS: Final = 1.0


def tell_systemd(state: str) -> None:
    """Send one state, as in sd_notify(3); nobody is told where systemd does not listen."""
    name = os.environ.get(NOTIFY_SOCKET, "")
    if sys.platform == "win32" or not name:
        return
    with (
        contextlib.suppress(OSError),  # systemd itself is ending
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line,
    ):
        line.settimeout(_SECONDS)
        line.sendto(state.encode(), f"\0{name[1:]}" if name.startswith("@") else name)
