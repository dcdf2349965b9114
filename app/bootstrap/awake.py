"""Keeps the screen of a kiosk from going dark."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
import sys
import threading
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 30.0
"""So often X is told that somebody is there; its shortest usual time to darkness is a minute."""
_CALL_MS: Final = 2000
# SetThreadExecutionState, see its page at learn.microsoft.com: CONTINUOUS, SYSTEM and DISPLAY.
_WINDOWS_AWAKE: Final = 0x80000000 | 0x1 | 0x2


class Awake(QObject):
    """Asks the desktop, and X itself, to leave the screen on until it is closed.

    The desktop is asked over D-Bus (org.freedesktop.ScreenSaver) and forgets it with the process.
    X is told every half minute that somebody is there. Windows is told once, on a thread that
    lives as long. Whatever is missing is noted in the log. Thread: its own.
    """

    def __init__(self, parent: QObject) -> None:
        """Begin at once."""
        super().__init__(parent)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="awake", daemon=True)
        self._thread.start()

    def close(self, seconds: float = 1.0) -> bool:
        """Let the screen go dark again; return whether the thread has ended."""
        self._end.set()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        ways: list[str] = []
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_WINDOWS_AWAKE)
            ways.append("windows")
            touch: Callable[[], None] | None = None
        else:
            if _inhibit():
                ways.append("desktop")
            touch = _x_toucher()
            if touch is not None:
                ways.append("x11")
        level = logging.INFO if ways else logging.WARNING
        _log.log(level, "screen kept on by: %s", ", ".join(ways) or "nothing", extra=_KEPT)
        while not self._end.wait(EVERY_SECONDS):
            if touch is not None:
                touch()


_KEPT: Final = {"event": "screen_kept_on"}


def _inhibit() -> bool:
    """Ask the desktop; tell whether it has agreed."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    asked = QDBusMessage.createMethodCall(
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "Inhibit",
    )
    asked.setArguments(["Pult", "The order desk is always in sight"])
    answer = bus.call(asked, timeout=_CALL_MS)
    return answer.type() is QDBusMessage.MessageType.ReplyMessage


def _x_toucher() -> Callable[[], None] | None:
    """Return what tells X that somebody is there, None where there is no X."""
    name = ctypes.util.find_library("X11")
    if name is None:
        return None
    x11 = ctypes.CDLL(name)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    x11.XResetScreenSaver.argtypes = (ctypes.c_void_p,)
    x11.XFlush.argtypes = (ctypes.c_void_p,)
    display = x11.XOpenDisplay(None)
    if not display:
        return None

    def touch() -> None:
        x11.XResetScreenSaver(display)
        x11.XFlush(display)

    touch()
    return touch
