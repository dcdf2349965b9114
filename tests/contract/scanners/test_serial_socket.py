"""The serial scanner behind a TCP converter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.ports.scanner import CodeRead, ScannerWord
from tests.contract.scanners.scanner_contract import LineContract, Reading
from tests.sinks.scanner_line import SocketLine


class TestSerialScannerOnSocket(LineContract):
    @pytest.fixture
    def line(self) -> Iterator[SocketLine]:
        line = SocketLine()
        yield line
        line.unplug()

    def test_a_code_scanned_during_the_reconnect_is_read(
        self, reading: Reading, line: SocketLine
    ) -> None:
        line.unplug()
        reading.word_is(ScannerWord.NOT_FOUND)
        line.plug()
        line.send(b"early\r")  # waits for the connection only, not for READY
        reading.word_is(ScannerWord.READY)
        reading.next_is(CodeRead("early"))
