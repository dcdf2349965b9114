"""Each kind of printer and scanner is set up by hand as an owner does it, and then used."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.harness.counter import Counter
from tests.e2e.harness.new_till import enter
from tests.e2e.harness.screen import Screen
from tests.e2e.harness.waiting import wait_until
from tests.sinks.epos_printer import EposPrinter
from tests.sinks.fake_cups import FakeCups
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.pty_sink import PtySink
from tests.sinks.scanner_line import PtyLine, SocketLine

Fields = dict[str, str]
OUT, SENT = "It is out. Look at it.", "It was sent."


@pytest.fixture
def around(tmp_path: Path) -> Iterator[ExitStack]:
    """What stands around the till; taken down at the end."""
    with ExitStack() as stack:
        yield stack


def network(around: ExitStack, _place: Path) -> tuple[Fields, Callable[[], object]]:
    sink = around.enter_context(PrinterSink())
    return {"Address": "127.0.0.1", "Port": str(sink.port)}, lambda: sink.slips


def serial(around: ExitStack, place: Path) -> tuple[Fields, Callable[[], object]]:
    sink = around.enter_context(PtySink(place))
    return {"Where it is": sink.place}, lambda: sink.slips


def device(around: ExitStack, place: Path) -> tuple[Fields, Callable[[], object]]:
    pipe = place / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    around.callback(os.close, reader)
    return {"Where it is": str(pipe)}, lambda: os.read(reader, 65536)


def epos(around: ExitStack, _place: Path) -> tuple[Fields, Callable[[], object]]:
    printer = around.enter_context(EposPrinter())
    return {"Address": "127.0.0.1", "Port": str(printer.port)}, lambda: printer.texts


def spooler(_around: ExitStack, place: Path) -> tuple[Fields, Callable[[], object]]:
    cups = FakeCups(place)
    return {"Where it is": "slips", "PATH": str(cups.bin)}, lambda: cups.job


def virtual(_around: ExitStack, _place: Path) -> tuple[Fields, Callable[[], object]]:
    return {}, lambda: True


PRINTERS = {
    "Network": (network, OUT),
    "Serial port": (serial, OUT),
    "Device file": (device, SENT),
    "Network, ePOS": (epos, OUT),
    "System queue": (spooler, SENT),
    "Simulated, on this screen": (virtual, OUT),
}


@pytest.mark.parametrize("kind", PRINTERS)
def test_a_printer_entered_by_hand_prints_at_once(
    counter: Counter, tmp_path: Path, around: ExitStack, kind: str
) -> None:
    make, said = PRINTERS[kind]
    place = tmp_path / "device"
    place.mkdir()
    fields, came_out = make(around, place)
    path = f"{fields.pop('PATH', place)}:{os.environ['PATH']}"
    till = counter.start(PATH=path)
    screen = till.screen
    by_hand(screen, "Printers", "Add printer by hand", "counter", kind, fields)
    screen.wait_for_text("counter is ready")
    screen.press("Test slip")
    screen.wait_for_text(said)
    wait_until(came_out, "the slip")
    till.end_well()


def by_hand(screen: Screen, section: str, add: str, name: str, kind: str, fields: Fields) -> None:
    """Enter a device in Settings, and save it."""
    screen.press("Settings")
    screen.press(section)
    screen.press(add)
    enter(screen, "Name", name)
    if screen.button(f"Connection: {kind}") is None:
        screen.press(next(iter(_choices(screen))))
        screen.wait_for_dialog("Connection")
        screen.choose_in("Connection", kind)
    for field, value in fields.items():
        enter(screen, field, value)
    screen.press("Save")


def _choices(screen: Screen) -> list[str]:
    found = [
        node.name
        for window in screen.windows()
        for node in window.all("button")
        if node.name.startswith("Connection: ")
    ]
    assert found, screen.described()
    return found


@pytest.mark.parametrize("far_end", [PtyLine, SocketLine], ids=["port", "socket"])
def test_a_scanner_entered_by_hand_reads_at_once(
    counter: Counter, tmp_path: Path, far_end: type[PtyLine] | type[SocketLine]
) -> None:
    line = PtyLine(tmp_path) if far_end is PtyLine else SocketLine()
    till = counter.start()
    screen = till.screen
    fields = {"Where it is": line.port}
    by_hand(screen, "Scanners", "Add scanner", "till scanner", "Serial port", fields)
    screen.wait_for_text("till scanner is ready")
    line.send(b"4006381333931\r")
    screen.wait_for_answer("No product has this barcode")
    line.unplug()
    till.end_well()
