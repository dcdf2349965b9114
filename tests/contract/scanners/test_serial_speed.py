"""The speed of a line is found while somebody scans."""

from __future__ import annotations

import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

import pytest

from app.devices.scanners.serial import SerialScanner
from app.ports.scanner import CodeDropped, CodeRead, ScannerChanged, ScannerWord
from tests.contract.scanners.scanner_contract import Reading
from tests.patience import PATIENCE
from tests.sinks.scanner_line import SocketLine, SpeedyPty

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

PROVEN, OTHER = "PULT-TEST-NORMAL", "table 4711"


def _scan_until_found(line: SpeedyPty, text: str, found: SimpleQueue[int]) -> int:
    """Scan again and again, as staff do."""
    until = monotonic() + 30
    while monotonic() < until:
        line.scan(text.encode() + b"\r")
        try:
            return found.get(timeout=0.3)
        except Empty:
            continue
    raise AssertionError("no speed was told")


@pytest.mark.parametrize("text", [PROVEN, OTHER])
def test_the_speed_is_found_and_stays_in_use(tmp_path: Path, text: str) -> None:
    line = SpeedyPty(tmp_path, 19200)
    scanner = SerialScanner("till scanner", line.port)
    reading = Reading(scanner)
    try:
        reading.word_is(ScannerWord.READY)
        found: SimpleQueue[int] = SimpleQueue()
        scanner.find_speed(found.put)
        assert _scan_until_found(line, text, found) == 19200
        event = reading.next()
        while isinstance(event, CodeDropped):  # at the wrong speeds
            event = reading.next()
        assert event == CodeRead(text)
        line.unplug()
        while not isinstance(reading.next(), ScannerChanged):
            pass  # what was scanned once too often
        line.plug()
        reading.word_is(ScannerWord.READY)
        assert line.till_speed() == 19200
    finally:
        reading.stop()
        line.unplug()


def test_a_line_without_speed_is_right_at_once() -> None:
    line = SocketLine()
    scanner = SerialScanner("till scanner", line.port, 4800)
    reading = Reading(scanner)
    try:
        reading.word_is(ScannerWord.READY)
        found: SimpleQueue[int] = SimpleQueue()
        scanner.find_speed(found.put)
        until = monotonic() + PATIENCE
        while found.empty() and monotonic() < until:
            line.send(PROVEN.encode() + b"\r")
            reading.next_is(CodeRead(PROVEN))
        assert found.get_nowait() == 4800
        line.send(b"as ever\r")
        reading.next_is(CodeRead("as ever"))
    finally:
        reading.stop()
        line.unplug()
