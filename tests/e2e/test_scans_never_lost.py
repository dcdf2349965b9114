"""A scan acts and is answered wherever the screen happens to be, over a real TCP converter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.scan import ScanTest
from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.waiting import wait_until
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import SocketLine


@pytest.fixture
def converter(counter: Counter) -> Iterator[SocketLine]:
    """A scanner behind a TCP converter that the counter reads."""
    line = SocketLine()
    counter.with_scanner(line.port)
    yield line
    line.unplug()


def test_scans_while_pult_starts_and_wherever_the_screen_is(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, converter: SocketLine
) -> None:
    order_id = cheers.place_order(orderNumber="A-42")
    till = counter.launch()
    converter.send(b"early 1\r", seconds=30)  # as soon as the till connects: it is not open yet
    screen = till.screen
    screen.wait_until_open()
    screen.wait_for_answer("Pult does not know this code")
    screen.wait_until_clear()

    screen.press("Settings")  # where scanners are tried
    converter.send(f"{ScanTest.NORMAL}\r".encode())
    screen.wait_for_answer("Test code read right")
    screen.wait_until_clear()
    screen.press("Board")

    screen.press("History")
    converter.send(b"PULT-7Q4K-20A7\r")
    screen.wait_for_answer("Slip not read right")
    screen.wait_until_clear()
    screen.press("Board")

    screen.open_order("A-42", "New")
    screen.press_move("A-42", "Accept")
    printer.wait_for_slips(1)
    screen.wait_for_card("A-42", "Preparing")
    screen.press("Order number")
    screen.wait_for_dialog("Order number")
    converter.send(printer.qr(0).encode() + b"\r")  # a slip, while a dialog is open
    screen.wait_for_answer("Still being prepared")
    screen.key("Escape")
    screen.key("Escape")
    wait_until(lambda: cheers.effects_of(order_id) == ["APPROVED"], "one effect")
    till.end_well()
