"""Walk-in orders on the real program: few presses from the amount to the slip, and none lost."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.sinks.printer_sink import PrinterSink

DIALOG = "Walk-in order"
PAYMENT = "Payment for 1"


def test_an_amount_is_keyed_in_paid_in_cash_printed_and_collected(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    screen.press("Walk-in order")
    screen.wait_for_dialog(DIALOG)
    screen.type("1590")
    screen.press_in(DIALOG, "Place and pay")
    screen.wait_for_dialog(PAYMENT)
    screen.press_in(PAYMENT, "Payment received")
    printer.wait_for_slips(1)
    assert "1,590 Ft" in printer.text(0)
    name = screen.wait_for_card("1", "Preparing")
    assert name.startswith("1, Walk-in, 1 item, 1,590 Ft")
    screen.press_move("1", "Ready")
    screen.wait_for_card("1", "Ready")
    screen.press_move("1", "Collected")
    screen.wait_until_gone("1")
    assert len(printer.slips) == 1
    till.end_well()


def test_a_killed_till_still_has_what_was_placed(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    screen.press("Walk-in order")
    screen.wait_for_dialog(DIALOG)
    screen.type("700")
    screen.press_in(DIALOG, "Place order")
    screen.wait_for_card("1", "Preparing")
    printer.wait_for_slips(1)
    till.kill_9()

    till = counter.start()
    assert till.screen.wait_for_card("1", "Preparing").count("to pay 700 Ft") == 1
    till.screen.press("Walk-in order")
    till.screen.wait_for_dialog(DIALOG)
    till.screen.type("900")
    till.screen.press_in(DIALOG, "Place order")
    till.screen.wait_for_card("2", "Preparing")
    printer.wait_for_slips(2)
    till.end_well()
