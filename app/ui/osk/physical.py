"""Whether a keyboard is plugged in, read away from the window's thread."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, Slot

from app.ui.in_pool import InPool

_DEVICES: Final = Path("/proc/bus/input/devices")
_FRESH_SECONDS: Final = 5.0
_LETTER_KEYS: Final = (*range(16, 26), *range(30, 39), *range(44, 51))  # q to p, a to l, z to m
_SCANNERS: Final = re.compile(r"scanner|barcode|bar code|rfid|card reader", re.IGNORECASE)
_WORD_BITS: Final = 64 if sys.maxsize > 2**32 else 32


class PhysicalKeyboards(QObject):
    """Knows whether there is a keyboard with letters; None until that has been found out, and where
    it cannot be.

    Thread: gui.
    """

    def __init__(self, parent: QObject) -> None:
        """Begin to look."""
        super().__init__(parent)
        self.are_there: bool | None = None
        self._looked = 0.0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.look()

    def look(self) -> None:
        """Look again, unless that was done just now; one may have been plugged in."""
        now = monotonic()
        if not self._looked or now - self._looked > _FRESH_SECONDS:
            self._looked = now
            self._pool.start(InPool(find_keyboards, self.on_found))

    @Slot(object)
    def on_found(self, are_there: bool | None) -> None:
        """Keep what was found."""
        self.are_there = are_there


def find_keyboards() -> bool | None:
    """Return whether a keyboard is plugged in, None where that cannot be known. Thread: any.

    On Linux by the kernel's list of input devices, on Windows by the raw input devices.
    """
    if sys.platform == "win32":
        return _keyboards_of_windows()
    try:
        text = _DEVICES.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return keyboards_in(text)


def keyboards_in(devices: str) -> bool | None:
    """Return whether the kernel's list names a keyboard; an empty list is that of a machine which
    does not tell, such as a container.

    What has all letters is a keyboard, unless its name says that it is a scanner: those that type
    have all letters too.
    """
    blocks = [block for block in devices.split("\n\n") if block.strip()]
    if not blocks:
        return None
    return any(_has_letters(block) and not _SCANNERS.search(_name(block)) for block in blocks)


def _name(block: str) -> str:
    found = re.search(r'^N: Name="(.*)"$', block, re.MULTILINE)
    return found.group(1) if found else ""


def _has_letters(block: str) -> bool:
    found = re.search(r"^B: KEY=([0-9a-f ]+)$", block, re.MULTILINE)
    if found is None:
        return False
    bits = 0
    for word in found.group(1).split():
        bits = bits << _WORD_BITS | int(word, 16)
    return all(bits >> key & 1 for key in _LETTER_KEYS)


def _keyboards_of_windows() -> bool | None:
    """Ask for the raw input devices; virtual ones of remote desktops and power buttons count too.

    Not tried on a real Windows.
    """
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class RawInputDevice(ctypes.Structure):
            _fields_ = (("handle", wintypes.HANDLE), ("kind", wintypes.DWORD))

        count = wintypes.UINT(0)
        size = ctypes.sizeof(RawInputDevice)
        ask = ctypes.windll.user32.GetRawInputDeviceList
        if ask(None, ctypes.byref(count), size) == 0 and count.value:
            found = (RawInputDevice * count.value)()
            if ask(found, ctypes.byref(count), size) >= 0:
                return any(device.kind == 1 for device in found)  # RIM_TYPEKEYBOARD
    return None
