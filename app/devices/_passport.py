"""What a plugged-in device is known by when its path changes: USB numbers, not COM numbers."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

_AT: Final = " at "  # between passport and place in what is remembered


class PortInfo(Protocol):
    """What the system tells of one serial port, as far as it is read here."""

    @property
    def device(self) -> str: ...
    @property
    def vid(self) -> int | None: ...
    @property
    def pid(self) -> int | None: ...
    @property
    def serial_number(self) -> str | None: ...


Listing = Callable[[], Iterable[PortInfo]]
"""Lists the serial ports of this machine; pseudo terminals are on no list."""


@dataclass(frozen=True, slots=True)
class Passport:
    """A USB device as it presents itself; many cheap ones have no serial number."""

    vid: int
    pid: int
    serial: str = ""

    def __str__(self) -> str:
        """Return it as settings and memory write it: usb:04B8:0202 or usb:04B8:0202:X7Y."""
        number = f":{self.serial}" if self.serial else ""
        return f"usb:{self.vid:04X}:{self.pid:04X}{number}"


def read_passport(text: str) -> Passport:
    """Return the passport `text` stands for; raises ValueError for anything else."""
    parts = text.split(":", 3)
    if len(parts) < 3 or parts[0].lower() != "usb":
        raise ValueError(f"{text!r} is not usb:VID:PID or usb:VID:PID:SERIAL")
    return Passport(int(parts[1], 16), int(parts[2], 16), parts[3] if len(parts) == 4 else "")


def place_of(passport: Passport, listing: Listing) -> str:
    """Return the path at which the device is plugged in, "" when it is not.

    A passport without serial number is any device of its make.
    """
    found = sorted(
        info.device
        for info in listing()
        if (info.vid, info.pid) == (passport.vid, passport.pid)
        and passport.serial in ("", info.serial_number)
    )
    return found[0] if found else ""


class Standing(StrEnum):
    """What is at a device's place, compared with what was there in earlier days."""

    HERE = "here"  # the device that is meant, or one that nothing was known of
    MOVED = "moved"  # the device that is meant, at another place
    STRANGER = "stranger"  # another device is at its place, and it is nowhere else
    SEVERAL = "several"  # nothing says which of them is meant
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a device is: `path` is what to open, "" when nothing is to be opened.

    `passport` is who is there, None for a device without USB numbers: a pseudo terminal, a COM port
    of the mainboard. Such a device is never a stranger. `detail` is for the log and the doctor.
    """

    standing: Standing
    path: str = ""
    passport: Passport | None = None
    detail: str = ""


def whereabouts(
    configured: str,
    remembered: str,
    present: Iterable[PortInfo],
    others: Collection[str] = (),
) -> Whereabouts:
    """Return where the device is that stands in the settings as `configured`.

    `configured` is a path, `usb:VID:PID[:SERIAL]`, or "" for the only one there is. `remembered` is
    the passport of earlier days, "" for none. `present` is what is plugged in. `others` are paths
    that other entries of the settings call their own: no device has moved there.
    Raises ValueError for a `configured` that begins as a passport and is none.
    """
    devices = list(present)
    known = read_passport(remembered) if remembered else None
    if configured and not configured.lower().startswith("usb:"):
        return _at_path(configured, known, devices, others)
    wanted = read_passport(configured) if configured else None
    fitting = [info for info in devices if wanted is None or _is(wanted, info)]
    if known is None or (wanted is not None and not _covers(wanted, known)):
        return _first_meeting(configured, fitting)
    found = next((info for info in _sorted(fitting) if _is(known, info)), None)
    if found is not None:
        return _here(found)
    if not fitting:
        return Whereabouts(Standing.MISSING, detail=f"{known} is not plugged in")
    return _stranger(known, fitting[0])


def _at_path(
    path: str, known: Passport | None, devices: list[PortInfo], others: Collection[str]
) -> Whereabouts:
    info = next((info for info in devices if info.device == path), None)
    if known is None or (info is not None and _is(known, info)):
        return _here(info) if info is not None else Whereabouts(Standing.HERE, path)
    free = [each for each in devices if each.device not in others]
    place = place_of(known, lambda: free)
    if place:
        return Whereabouts(Standing.MOVED, place, known, f"{known} is at {place}, not at {path}")
    if info is None or _passport(info) is None:
        return Whereabouts(Standing.HERE, path)  # no USB device: opening it tells how it is
    return _stranger(known, info)


def _first_meeting(configured: str, fitting: list[PortInfo]) -> Whereabouts:
    if not fitting:
        detail = f"{configured} is not plugged in" if configured else "none is plugged in"
        return Whereabouts(Standing.MISSING, detail=detail)
    if not configured and len(fitting) > 1:
        names = ", ".join(sorted(str(_passport(info)) for info in fitting))
        return Whereabouts(Standing.SEVERAL, detail=f"several are plugged in, name one: {names}")
    return _here(_sorted(fitting)[0])


def _here(info: PortInfo) -> Whereabouts:
    return Whereabouts(Standing.HERE, info.device, _passport(info))


def _stranger(known: Passport, info: PortInfo) -> Whereabouts:
    there = _passport(info)
    return Whereabouts(Standing.STRANGER, "", there, f"{there} is there instead of {known}")


def _sorted(devices: list[PortInfo]) -> list[PortInfo]:
    return sorted(devices, key=lambda info: info.device)


def _passport(info: PortInfo) -> Passport | None:
    if info.vid is None or info.pid is None:
        return None
    return Passport(info.vid, info.pid, info.serial_number or "")


def _is(known: Passport, info: PortInfo) -> bool:
    """Tell whether it is this device; one without serial number is any device of its make."""
    there = _passport(info)
    return there is not None and _covers(known, there)


def _covers(known: Passport, other: Passport) -> bool:
    same_make = (known.vid, known.pid) == (other.vid, other.pid)
    return same_make and known.serial in ("", other.serial)


class Acquaintance:
    """One device of the settings, and who it turned out to be.

    What is remembered counts for the place it was learned at: settings that name another place mean
    another device. `learned` hears what to remember of a device that was met for the first time.

    Thread: any; `learned` runs on the thread that calls `met`.
    """

    def __init__(
        self,
        configured: str,
        remembered: str = "",
        learned: Callable[[str], None] | None = None,
        *,
        listing: Listing | None = None,
        others: Collection[str] = (),
    ) -> None:
        self._configured = configured
        passport, _, place = remembered.rpartition(_AT)
        self._known = passport if place == configured else ""
        self._learned = learned
        self._listing = listing or serial_ports
        self._others = others
        self._lock = threading.Lock()

    def look(self) -> Whereabouts:
        """Return where the device is now; lists what is plugged in, so never on the GUI thread.

        Raises OSError when the system cannot tell, ValueError for a wrong passport in the settings.
        """
        configured = _as_listed(self._configured)
        with self._lock:
            known = self._known
        return whereabouts(configured, known, self._listing(), self._others)

    def met(self, where: Whereabouts) -> None:
        """Remember who is there, now that the device could be opened."""
        passport = where.passport
        with self._lock:
            known = read_passport(self._known) if self._known else None
            if passport is None or (known is not None and _covers(known, passport)):
                return
            self._known = str(passport)
        if self._learned is not None:
            self._learned(f"{passport}{_AT}{self._configured}")

    def accept(self) -> None:
        """Forget who it was: whoever is met next is the right one."""
        with self._lock:
            self._known = ""


def _as_listed(path: str) -> str:
    """Return how the system's list spells a path: without links, COM ports in capitals."""
    if sys.platform == "win32":
        return path if path.lower().startswith("usb:") else path.upper().removeprefix("\\\\.\\")
    if path and Path(path).is_symlink():  # /dev/serial/by-id/…
        return str(Path(path).resolve())
    return path


def serial_ports() -> Iterable[PortInfo]:
    """List the serial ports of this machine."""
    from serial.tools.list_ports import comports

    return list(comports())
