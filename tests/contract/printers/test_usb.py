"""The USB printer through pyusb itself, on a bus that stands for libusb."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from functools import partial

import pytest

from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers.usb import usb_printer
from app.domain.printing import PrinterStatus, PrinterWord, PrintResult
from tests.contract.printers.wire_contract import PATIENT, Cable, WireContract
from tests.sample_slips import sample_slip
from tests.sinks.usb_sink import UsbBackend, UsbSink

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = Paper("TM-T88V", 42)
OURS = "usb:04B8:0202:J5VF001234"


@pytest.fixture
def sink() -> Iterator[UsbSink]:
    with UsbSink() as running:
        yield running
        assert running.broken == []
        assert (running.handles, running.claimed) == (0, False)


def a_printer(device: str, *sinks: UsbSink, memory: PrinterMemory | None = None) -> PaperPrinter:
    return usb_printer(
        "counter", device, paper=PAPER, deadlines=PATIENT, memory=memory, backend=UsbBackend(sinks)
    )


def ask(device: str, *sinks: UsbSink, memory: PrinterMemory | None = None) -> PrinterStatus:
    return a_printer(device, *sinks, memory=memory).ask()


class TestUsbPrinter(WireContract):
    @pytest.fixture
    def cable(self, sink: UsbSink) -> Cable:
        return Cable(sink, partial(usb_printer, "counter", "", backend=UsbBackend([sink])))


class TestWhichPrinter:
    def test_only_printer_is_found_among_other_devices(self, sink: UsbSink) -> None:
        mouse = UsbSink(interface_class=3, vid=0x046D, pid=0xC077, address=2)
        assert ask("", mouse, sink).word is PrinterWord.READY
        assert mouse.connections == [b""]

    def test_several_printers_are_named_and_none_is_used(self, sink: UsbSink) -> None:
        other = UsbSink(vid=0x0519, pid=0x0003, serial="", address=5)
        status = ask("", sink, other)
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail == (f"several are plugged in, name one: {OURS}, usb:0519:0003")
        assert ask("usb:0519:0003", sink, other).word is PrinterWord.READY

    def test_two_of_a_make_are_told_apart_by_their_serial_numbers(self, sink: UsbSink) -> None:
        twin = UsbSink(serial="K9", address=5)
        a_printer("usb:04B8:0202:K9", sink, twin).print_slip(sample_slip())
        assert (len(sink.slips), len(twin.slips)) == (0, 1)

    def test_device_that_does_not_call_itself_a_printer_is_used_by_its_numbers(self) -> None:
        cheap = UsbSink(interface_class=255, vid=0x0416, pid=0x5011, serial="")
        assert ask("", cheap).detail == "none is plugged in"
        assert ask("usb:0416:5011", cheap).word is PrinterWord.READY

    def test_printer_is_learned_and_another_one_is_a_stranger(self, sink: UsbSink) -> None:
        learned: list[str] = []
        memory = PrinterMemory(passport_learned=learned.append)
        assert ask("", sink, memory=memory).word is PrinterWord.READY
        assert learned == [f"{OURS} at "]
        other = UsbSink(vid=0x0519, pid=0x0003, serial="", address=5)
        memory = PrinterMemory(passport=learned[0], passport_learned=learned.append)
        printer = a_printer("", other, memory=memory)
        outcome = printer.print_slip(sample_slip())
        assert outcome.status.word is PrinterWord.OTHER_DEVICE
        assert (outcome.result, other.slips) == (PrintResult.NOT_STARTED, [])
        printer.accept_device()
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert learned[1] == "usb:0519:0003 at "

    def test_printer_of_earlier_days_is_taken_out_of_several(self, sink: UsbSink) -> None:
        other = UsbSink(vid=0x0519, pid=0x0003, serial="", address=3)
        memory = PrinterMemory(passport=f"{OURS} at ")
        assert ask("", other, sink, memory=memory).word is PrinterWord.READY
        assert other.connections == [b""]


class TestTheSystem:
    def test_kernel_driver_makes_room_and_comes_back_at_the_end(self, sink: UsbSink) -> None:
        sink.driver_holds = True
        printer = a_printer("", sink)
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert not sink.driver_holds
        printer.close()
        assert sink.driver_holds

    def test_printer_in_use_by_another_program_is_named_so(self, sink: UsbSink) -> None:
        sink.at_claim = errno.EBUSY
        status = ask("", sink)
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail == f"{OURS} is used by another program"

    @pytest.mark.parametrize("device", ["", "usb:04B8:0202", OURS])
    def test_missing_rights_name_the_remedy(self, sink: UsbSink, device: str) -> None:
        """Without rights not even the serial number can be read."""
        sink.at_open = errno.EACCES
        memory = PrinterMemory(passport=f"{OURS} at {device}")
        status = ask(device, sink, memory=memory)
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail.startswith("no rights to usb:04B8:0202")
        assert "lp" in status.detail

    def test_libusb_that_is_missing_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import usb.backend.libusb0
        import usb.backend.libusb1
        import usb.backend.openusb

        for backend in (usb.backend.libusb0, usb.backend.libusb1, usb.backend.openusb):
            monkeypatch.setattr(backend, "get_backend", lambda *_, **__: None)
        status = usb_printer("counter", "", paper=PAPER).ask()
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail.startswith("libusb is not on this PC")

    def test_printer_without_a_way_back_is_sent_to(self, sink: UsbSink) -> None:
        sink.answers = False
        outcome = a_printer("", sink).print_slip(sample_slip())
        assert outcome.result is PrintResult.SENT
        assert len(sink.slips) == 1
