"""What a plugged-in device is known by when its path changes: USB numbers, not COM numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol


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


def passport_of(path: str, listing: Listing) -> Passport | None:
    """Return who is at `path`, None for a port that is not on USB or on no list."""
    for info in listing():
        if info.device == path and info.vid is not None and info.pid is not None:
            return Passport(info.vid, info.pid, info.serial_number or "")
    return None


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


def serial_ports() -> Iterable[PortInfo]:
    """List the serial ports of this machine."""
    from serial.tools.list_ports import comports

    return list(comports())
