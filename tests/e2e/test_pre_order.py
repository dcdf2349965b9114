"""A customer comes with an order number: typed in, paid, handed over; and what a refusal leaves."""

from __future__ import annotations

from decimal import Decimal

from app.simulators.akinon import AkinonSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.screen import Screen
from tests.sinks.printer_sink import PrinterSink

DIALOG = "Order number"
ASK = "Ask Akinon for this id"


def type_number(screen: Screen, number: str) -> None:
    screen.press("Order number")
    screen.wait_for_dialog(DIALOG)
    screen.type(number)
    screen.press_in(DIALOG, ASK)


def test_a_typed_number_is_paid_printed_and_handed_over(
    counter: Counter, akinon: AkinonSimulator, printer: PrinterSink
) -> None:
    number = akinon.place_pre_order()
    till = counter.start()
    screen = till.screen
    type_number(screen, number)
    screen.wait_for_dialog("Payment for 1")
    screen.wait_for_order("1")
    screen.press_in("Payment for 1", "Payment received")
    screen.wait_for_card("1", "Preparing")
    printer.wait_for_slips(1)
    assert akinon.completions_of(number) == [Decimal("538.00")]
    screen.press_move("1", "Collected")
    screen.wait_for(lambda: screen.cards("Preparing") == [], "the hand-over")
    till.end_well()


def test_money_taken_in_vain_is_in_sight_after_a_kill(
    counter: Counter, akinon: AkinonSimulator
) -> None:
    number = akinon.place_pre_order()
    till = counter.start()
    screen = till.screen
    type_number(screen, number)
    screen.wait_for_dialog("Payment for 1")
    akinon.answer_next(200, '{"result": 412, "message": "offer"}', path_has="complete")
    screen.press_in("Payment for 1", "Payment received")
    screen.wait_for_text("Money taken, not accepted.")
    till.kill_9()

    till = counter.start()
    screen = till.screen
    assert akinon.completions == ()
    screen.open_order("1", "New")
    screen.wait_for_text("Money taken, not accepted.")
    screen.press_move("1", "Ask again")
    screen.wait_for_card("1", "Preparing")
    assert akinon.completions_of(number) == [Decimal("538.00")]
    sent = [one.json for one in akinon.requests if one.path.endswith("/complete/")]
    assert sent[0] == sent[1]
    till.end_well()
