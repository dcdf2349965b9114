"""The virtual scanner, and the list of kinds."""

from __future__ import annotations

import pytest

from app.devices.scanners import build_scanner, kinds
from app.devices.scanners.serial import SerialScanner
from app.devices.scanners.virtual import VirtualScanner
from app.domain.errors import DeviceMissing
from app.ports.scanner import CodeRead, ScannerPort, ScannerWord
from app.settings.devices import ScannerSettings
from tests.contract.scanners.scanner_contract import Reading, ScannerContract


class TestVirtualScanner(ScannerContract):
    @pytest.fixture
    def scanner(self) -> ScannerPort:
        self._scanner = VirtualScanner("panel")
        return self._scanner

    def scan(self, text: str) -> None:
        self._scanner.scan(text)

    def test_what_is_scanned_before_the_till_listens_waits(self) -> None:
        scanner = VirtualScanner("panel")
        scanner.scan("early")
        reading = Reading(scanner)
        reading.word_is(ScannerWord.READY)
        reading.next_is(CodeRead("early"))
        reading.stop()


def test_kinds_are_found_by_their_word_in_the_settings() -> None:
    assert {name: kind.name for name, kind in kinds().items()} == {
        "camera": "camera",
        "keyboard": "keyboard",
        "serial": "serial",
        "virtual": "virtual",
    }
    serial = build_scanner(ScannerSettings(name="till", kind="serial", port="/dev/ttyACM0"))
    assert isinstance(serial, SerialScanner)
    assert serial.name == "till"
    assert isinstance(build_scanner(ScannerSettings(name="demo", kind="virtual")), VirtualScanner)


def test_a_kind_there_is_not_is_a_clear_error() -> None:
    settings = ScannerSettings.model_construct(name="keys", kind="mind")
    with pytest.raises(DeviceMissing, match="'mind' is not available"):
        build_scanner(settings)
