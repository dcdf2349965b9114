"""The serial printer at the end of a pseudo terminal."""

from __future__ import annotations

import fcntl
import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals", allow_module_level=True)

from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper
from app.devices.printers._wire import Deadlines
from app.devices.printers.serial import SerialWire, serial_printer
from app.domain.printing import PrinterWord, PrintResult
from tests.contract.printers.wire_contract import HASTY, Cable, WireContract
from tests.patience import PATIENCE
from tests.sample_slips import long_slip, sample_slip
from tests.sinks.pty_sink import XOFF, XON, PtySink

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[PtySink]:
    with PtySink(tmp_path) as running:
        yield running
        assert running.broken == []


@pytest.fixture
def cable(sink: PtySink) -> Cable:
    return Cable(sink, partial(serial_printer, "counter", str(sink.path), 4_000_000))


@dataclass(frozen=True)
class Port:
    device: str
    vid: int | None = 0x067B
    pid: int | None = 0x2303
    serial_number: str | None = "A1"


class TestSerialPrinter(WireContract):
    @pytest.fixture
    def cable(self, sink: PtySink) -> Cable:
        return Cable(sink, partial(serial_printer, "counter", str(sink.path), 4_000_000))


class TestTheLine:
    def test_deadline_grows_by_what_the_line_itself_needs(self, sink: PtySink) -> None:
        """At 1200 baud a slip of 900 bytes is more than seven seconds on the line alone."""
        sink.holds_before = 4
        goes_on = threading.Timer(0.7, sink.say, (XON,))
        goes_on.start()
        printer = serial_printer(
            "counter",
            str(sink.path),
            1200,
            paper=Paper("TM-T88V", 42),
            deadlines=Deadlines(write=0.3, answer=3),
        )
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        goes_on.join()

    def test_xoff_holds_the_slip_up_until_xon(self, sink: PtySink) -> None:
        wire = SerialWire(str(sink.path), 115200, 0.3)
        try:
            sink.say(XOFF)
            assert wire.read(time.monotonic() + 0.1) == b""
            sink.say(XON)
            wire.write(b"\x10\x04\x01")
            assert wire.read(time.monotonic() + PATIENCE) == b"\x12"
        finally:
            wire.close()

    def test_port_of_another_program_is_named_as_used(self, sink: PtySink, cable: Cable) -> None:
        other = os.open(sink.path, os.O_RDWR | os.O_NOCTTY)
        fcntl.flock(other, fcntl.LOCK_EX)
        status = cable.printer().ask()
        os.close(other)
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail == f"{sink.place} is used by another program"
        assert cable.printer().ask().word is PrinterWord.READY

    def test_missing_port_is_named_as_missing(self, sink: PtySink, cable: Cable) -> None:
        sink.refuse()
        assert cable.printer().ask().detail == f"{sink.path} is not there"

    def test_path_that_is_no_port_is_refused(self, tmp_path: Path) -> None:
        stranger = tmp_path / "notes.txt"
        stranger.write_text("mine")
        printer = serial_printer("counter", str(stranger), 9600, paper=Paper("TM-T88V", 42))
        assert printer.ask().word is PrinterWord.NOT_REACHABLE
        assert stranger.read_text() == "mine"

    def test_slip_held_up_for_too_long_is_given_up(self, sink: PtySink, cable: Cable) -> None:
        sink.holds_at = 200
        slip = replace(long_slip(10), lines=long_slip(10).lines * 300)  # more than a line buffers
        outcome = cable.printer(deadlines=HASTY).print_slip(slip)
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.detail.startswith("took ")
        sink.say(XON)
        assert sink.slips == []


class TestPassport:
    def test_printer_is_learned_and_followed_to_another_port(self, sink: PtySink) -> None:
        learned: list[str] = []
        ports = [Port(sink.place)]
        printer = serial_printer(
            "counter",
            sink.place,
            115200,
            paper=Paper("TM-T88V", 42),
            memory=PrinterMemory(passport_learned=learned.append),
            listing=lambda: ports,
        )
        assert printer.ask().word is PrinterWord.READY
        assert learned == [f"usb:067B:2303:A1 at {sink.place}"]
        old = sink.place
        moved = serial_printer(
            "counter",
            "/dev/ttyUSB77",
            115200,
            paper=Paper("TM-T88V", 42),
            memory=PrinterMemory(passport="usb:067B:2303:A1 at /dev/ttyUSB77"),
            listing=lambda: ports,
        )
        assert old == sink.place
        status = moved.ask()
        assert status.word is PrinterWord.READY
        assert status.detail.endswith(f"usb:067B:2303:A1 is at {sink.place}, not at /dev/ttyUSB77")
        assert moved.print_slip(sample_slip()).result is PrintResult.PRINTED

    def test_stranger_prints_nothing_until_it_is_accepted(self, sink: PtySink) -> None:
        learned: list[str] = []
        printer = serial_printer(
            "counter",
            sink.place,
            115200,
            paper=Paper("TM-T88V", 42),
            memory=PrinterMemory(
                passport=f"usb:04B8:0202:X7 at {sink.place}", passport_learned=learned.append
            ),
            listing=lambda: [Port(sink.place)],
        )
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.OTHER_DEVICE
        assert outcome.status.detail == ("usb:067B:2303:A1 is there instead of usb:04B8:0202:X7")
        assert (sink.connections, learned) == ([b""], [])
        printer.accept_device()
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert learned == [f"usb:067B:2303:A1 at {sink.place}"]

    def test_printer_named_by_its_numbers_is_found(self, sink: PtySink) -> None:
        printer = serial_printer(
            "counter",
            "usb:067B:2303",
            115200,
            paper=Paper("TM-T88V", 42),
            listing=lambda: [Port("/dev/ttyS0", None, None, None), Port(sink.place)],
        )
        assert printer.ask().word is PrinterWord.READY

    def test_printer_named_by_its_numbers_that_is_away_is_missing(self) -> None:
        printer = serial_printer(
            "counter", "usb:067B:2303", 115200, paper=Paper("TM-T88V", 42), listing=lambda: []
        )
        status = printer.ask()
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail == "usb:067B:2303 is not plugged in"
