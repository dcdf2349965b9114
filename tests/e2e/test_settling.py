"""An end the vendor has no word for is kept in sight until it is ticked, also over a kill."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.waiting import holds_for
from tests.sinks.printer_sink import PrinterSink

ROW = "2 to settle · A-41"


def test_a_cancelled_order_is_to_be_settled_until_it_is_ticked(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    order_id = cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    till.screen.press_move("A-41", "Accept")
    till.screen.wait_for_card("A-41", "Preparing")
    till.screen.press_move("A-41", "More")
    till.screen.press_move("A-41", "Cancel order")
    till.screen.wait_until_gone("A-41")
    till.screen.wait_for(lambda: till.screen.button(ROW), "the row on the board")
    till.kill_9()

    till = counter.start()
    screen = till.screen
    screen.press(ROW)
    told = "Settled: A-41, Cheers does not know that it was cancelled. Cancel it there."
    screen.choose_in("To settle", told)
    screen.press_in("To settle", "Back")
    screen.wait_for(lambda: screen.button("1 to settle · A-41"), "what is left to settle")
    assert cheers.effects_of(order_id) == ["APPROVED"]
    till.end_well()

    till = counter.start()
    till.screen.wait_for(lambda: till.screen.button("1 to settle · A-41"), "what is left")
    holds_for(lambda: till.screen.button(ROW) is None, "the tick", 1)
    till.end_well()
