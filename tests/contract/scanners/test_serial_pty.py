"""The serial scanner on a pseudo-terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from app.devices.scanners._line import find_usb
from app.devices.scanners.serial import SerialScanner
from app.ports.scanner import CodeRead, ScannerWord
from tests.contract.scanners.scanner_contract import LineContract, Reading
from tests.sinks.scanner_line import PtyLine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


class TestSerialScannerOnPty(LineContract):
    @pytest.fixture
    def line(self, tmp_path: Path) -> Iterator[PtyLine]:
        line = PtyLine(tmp_path)
        yield line
        line.unplug()


@pytest.fixture
def line(tmp_path: Path) -> Iterator[PtyLine]:
    line = PtyLine(tmp_path)
    yield line
    line.unplug()


def test_a_device_that_another_reader_holds_is_in_use(line: PtyLine) -> None:
    first = Reading(SerialScanner("first", line.port))
    first.word_is(ScannerWord.READY)
    second = Reading(SerialScanner("second", line.port))
    second.word_is(ScannerWord.IN_USE)
    first.stop()
    second.word_is(ScannerWord.READY)
    line.send(b"mine\r")
    second.next_is(CodeRead("mine"))
    second.stop()


def test_a_device_without_rights_says_so(line: PtyLine) -> None:
    Path(line.port).chmod(0)
    with _without_privileges():
        reading = Reading(SerialScanner("locked", line.port))
        reading.word_is(ScannerWord.NO_RIGHTS)
        reading.stop()


@contextmanager
def _without_privileges() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)  # root may open everything
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("port", ["/dev/null", "usb:zz:1", "usb:dead:beef", "", "socket://x"])
def test_a_port_that_is_no_scanner_is_not_found(port: str) -> None:
    reading = Reading(SerialScanner("odd", port))
    reading.word_is(ScannerWord.NOT_FOUND)
    assert reading.stop() < 1.0


def test_a_plain_file_is_not_a_scanner(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"PULT-7K2M9\r")
    reading = Reading(SerialScanner("odd", str(path)))
    reading.word_is(ScannerWord.NOT_FOUND)
    reading.stop()


def _usb(device: str, vid: int, pid: int, number: str | None) -> ListPortInfo:
    info = ListPortInfo(device, skip_link_detection=True)
    info.vid, info.pid, info.serial_number = vid, pid, number
    return info


def test_a_usb_scanner_is_known_by_its_numbers_wherever_it_is_plugged() -> None:
    present = [
        ListPortInfo("/dev/ttyS0", skip_link_detection=True),
        _usb("/dev/ttyACM1", 0x05F9, 0x2203, "S2"),
        _usb("/dev/ttyACM0", 0x05F9, 0x2203, "S1"),
        _usb("/dev/ttyACM2", 0x0C2E, 0x0B6A, None),
    ]

    def listing() -> list[ListPortInfo]:
        return present

    assert find_usb("usb:05f9:2203", listing) == "/dev/ttyACM0"
    assert find_usb("usb:05F9:2203:S2", listing) == "/dev/ttyACM1"
    assert find_usb("USB:0C2E:0B6A", listing) == "/dev/ttyACM2"
    with pytest.raises(FileNotFoundError):
        find_usb("usb:05f9:2203:S3", listing)
    with pytest.raises(ValueError, match="usb:VID:PID"):
        find_usb("usb:05f9", listing)
