"""The serial scanner on a pseudo-terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.devices.scanners.serial import SerialScanner
from app.ports.scanner import CodeRead, ScannerWord
from tests.contract.scanners.scanner_contract import SOON, LineContract, Reading
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
    assert reading.stop() < SOON


def test_a_plain_file_is_not_a_scanner(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"PULT-7K2M9\r")
    reading = Reading(SerialScanner("odd", str(path)))
    reading.word_is(ScannerWord.NOT_FOUND)
    reading.stop()
