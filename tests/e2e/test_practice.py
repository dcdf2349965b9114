"""The last step of setting a till up: a practice order on the real program, on paper and back."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.sinks.printer_sink import PrinterSink


def test_a_practice_order_goes_the_whole_way(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    screen.press("Settings")
    # It stands at the foot of a page that is higher than the screen.
    screen.reach(lambda: screen.has_focus("button", "Practice order"), most=60)
    screen.key("space")
    name = screen.wait_for_card("PRACTICE", "New")
    assert name.startswith("PRACTICE, Practice, 1 item")
    screen.open_order("PRACTICE", "New")
    screen.press_move("PRACTICE", "Accept")
    screen.wait_for_card("PRACTICE", "Preparing")
    printer.wait_for_slips(1)
    assert "PRACTICE: NOT AN ORDER" in printer.text(0)
    till.kill_9()

    till = counter.start()
    screen = till.screen
    screen.wait_for_card("PRACTICE", "Preparing")
    screen.open_order("PRACTICE", "Preparing")
    screen.press_move("PRACTICE", "Ready")
    screen.wait_for_card("PRACTICE", "Ready")
    screen.press_move("PRACTICE", "Collected")
    screen.wait_until_gone("PRACTICE")
    assert len(printer.slips) == 1
    till.end_well()
