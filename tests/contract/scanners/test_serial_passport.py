"""A serial scanner is the USB device it was, wherever that is plugged in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.devices._passport import PortInfo
from app.devices.scanners import ScannerMemory
from app.devices.scanners.serial import SerialScanner
from app.ports.scanner import CodeRead, ScannerWord
from tests.contract.scanners.scanner_contract import Reading
from tests.sinks.scanner_line import PtyLine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OURS, STRANGER = "usb:05F9:2203:S1", "usb:0C2E:0B6A"


@dataclass
class Port:
    device: str
    vid: int | None
    pid: int | None
    serial_number: str | None


@dataclass
class Sockets:
    """The machine's two USB sockets, whose devices are pseudo-terminals, and what is in which."""

    folder: Path
    learned: list[str] = field(default_factory=list)
    lines: dict[str, PtyLine] = field(default_factory=dict)
    passports: dict[str, str] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)

    def plug(self, socket: str, passport: str) -> PtyLine:
        (self.folder / socket).mkdir(exist_ok=True)
        line = PtyLine(self.folder / socket)
        self.lines[socket], self.passports[self.path(socket)] = line, passport
        return line

    def pull(self, socket: str) -> None:
        del self.passports[self.path(socket)]
        self.lines.pop(socket).unplug()

    def path(self, socket: str) -> str:
        """Give the terminal the link of a socket leads to."""
        return str(Path(self.port(socket)).resolve())

    def port(self, socket: str) -> str:
        return str(self.folder / socket / "ttyScanner")

    def listing(self) -> list[PortInfo]:
        found: list[PortInfo] = []
        for path, passport in list(self.passports.items()):
            _, vid, pid, *number = passport.split(":")
            found.append(Port(path, int(vid, 16), int(pid, 16), number[0] if number else None))
        return found

    def reading(self, remembered: str = "", port: str = "") -> Reading:
        port = port or self.port("left")
        known = f"{remembered} at {port}" if remembered else ""
        memory = ScannerMemory(passport=known, passport_learned=self.learned.append)
        scanner = SerialScanner("till scanner", port, memory=memory, listing=self.listing)
        self.readings.append(Reading(scanner))
        return self.readings[-1]


@pytest.fixture
def sockets(tmp_path: Path) -> Iterator[Sockets]:
    sockets = Sockets(tmp_path)
    yield sockets
    for reading in sockets.readings:
        reading.stop()
    for line in sockets.lines.values():
        line.unplug()


def test_the_first_device_at_a_path_is_remembered(sockets: Sockets) -> None:
    sockets.plug("left", OURS)
    reading = sockets.reading()
    assert reading.word_is(ScannerWord.READY) == f"{sockets.path('left')} · {OURS}"
    assert sockets.learned == [f"{OURS} at {sockets.port('left')}"]


def test_a_changed_port_heals_itself_and_says_so(sockets: Sockets) -> None:
    sockets.plug("left", OURS)
    reading = sockets.reading(OURS)
    reading.word_is(ScannerWord.READY)
    sockets.pull("left")
    reading.word_is(ScannerWord.NOT_FOUND)
    line = sockets.plug("right", OURS)
    detail = reading.word_is(ScannerWord.READY)
    assert detail == f"{sockets.port('left')} → {sockets.path('right')} · {OURS}"
    line.send(b"healed\r")
    reading.next_is(CodeRead("healed"))
    assert sockets.learned == []


def test_it_is_followed_although_another_device_took_its_place(sockets: Sockets) -> None:
    sockets.plug("left", STRANGER)
    sockets.plug("right", OURS)
    reading = sockets.reading(OURS)
    assert "→" in reading.word_is(ScannerWord.READY)


def test_another_device_is_not_read_before_it_is_accepted(sockets: Sockets) -> None:
    line = sockets.plug("left", STRANGER)
    reading = sockets.reading(OURS)
    detail = reading.word_is(ScannerWord.OTHER_DEVICE)
    assert detail == f"{STRANGER} is there instead of {OURS}"
    reading.nothing_for(0.7)  # told once
    assert isinstance(reading.scanner, SerialScanner)
    reading.scanner.accept_device()
    reading.word_is(ScannerWord.READY)
    line.send(b"welcome\r")
    reading.next_is(CodeRead("welcome"))
    assert sockets.learned == [f"{STRANGER} at {sockets.port('left')}"]


def test_the_right_device_ends_the_question(sockets: Sockets) -> None:
    sockets.plug("left", STRANGER)
    reading = sockets.reading(OURS)
    reading.word_is(ScannerWord.OTHER_DEVICE)
    sockets.pull("left")
    reading.word_is(ScannerWord.NOT_FOUND)
    sockets.plug("left", OURS)
    assert reading.word_is(ScannerWord.READY) == f"{sockets.path('left')} · {OURS}"


def test_a_device_named_by_its_numbers_is_found_at_any_port(sockets: Sockets) -> None:
    line = sockets.plug("right", OURS)
    reading = sockets.reading(port="usb:05f9:2203")
    assert reading.word_is(ScannerWord.READY) == f"{sockets.path('right')} · {OURS}"
    line.send(b"found\r")
    reading.next_is(CodeRead("found"))


def test_several_scanners_read_at_once(sockets: Sockets) -> None:
    lines = sockets.plug("left", OURS), sockets.plug("right", STRANGER)
    readings = [
        sockets.reading(OURS),
        sockets.reading(STRANGER, port=sockets.port("right")),
    ]
    for reading in readings:
        reading.word_is(ScannerWord.READY)
    for number in range(3):
        for line in lines:
            line.send(f"code {number}\r".encode())
    for reading in readings:
        for number in range(3):
            reading.next_is(CodeRead(f"code {number}"))
