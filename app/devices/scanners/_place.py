"""Where a scanner is plugged in now, and whether it is the one that is meant."""

from __future__ import annotations

import os
from dataclasses import dataclass

from app.devices._passport import Listing, Passport, passport_of, place_of, read_passport
from app.devices.scanners._line import find_usb


class OtherDevice(Exception):
    """At the place of a scanner is a device that was never used here."""


@dataclass(frozen=True, slots=True)
class Place:
    """The port to open; `passport` is whose it is, None where none is known."""

    port: str
    passport: Passport | None = None
    moved_from: str = ""

    @property
    def detail(self) -> str:
        """Where it is, and whose place that is where it has a passport."""
        where = f"moved from {self.moved_from} to {self.port}" if self.moved_from else self.port
        return f"{where} · {self.passport}" if self.passport is not None else where


def find_place(port: str, remembered: str, listing: Listing) -> Place:
    """Return where to open the scanner that the settings have at `port`.

    Raises OtherDevice when another device is there and the remembered one is nowhere,
    FileNotFoundError when the device `usb:VID:PID[:SERIAL]` is not plugged in, ValueError when
    `port` is not of that form. A port that is on no list, a pseudo terminal or a socket, is taken
    as it is.
    """
    if port.startswith("socket://"):
        return Place(port)
    present = list(listing())
    if port.lower().startswith("usb:"):
        return Place(find_usb(port, lambda: present))
    listed = _listed(port, [info.device for info in present])
    there = passport_of(listed, lambda: present)
    meant = read_passport(remembered) if remembered else None
    if meant is None or there == meant or (listed and there is None):
        return Place(port, there)
    elsewhere = place_of(meant, lambda: present)
    if elsewhere:
        return Place(elsewhere, meant, moved_from=port)
    if there is not None:
        raise OtherDevice(f"{there} is at {port} in place of {meant}")
    return Place(port)


def _listed(port: str, devices: list[str]) -> str:
    """Return how the system's list spells `port`, which may be a link or in small letters."""
    if port in devices:
        return port
    spelling = os.path.realpath(port) if os.sep == "/" else port.upper().removeprefix("\\\\.\\")
    return spelling if spelling in devices else ""
