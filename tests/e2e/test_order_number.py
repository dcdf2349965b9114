"""The Order number dialog: the way back for a callback that was lost; ids nobody knows."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.caller import call_back
from tests.e2e.harness.counter import Counter
from tests.sinks.printer_sink import PrinterSink

DIALOG = "Order number"
UNKNOWN = "Cheers sent an order it does not know itself"
ASK = "Ask Cheers for this id"


def test_an_order_whose_callback_was_lost_is_fetched_by_its_id(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-51", callback=False)
    screen.press("Order number")
    screen.wait_for_dialog(DIALOG)
    screen.type(order_id)
    screen.press_in(DIALOG, ASK)
    screen.wait_for_card("A-51", "New")
    screen.wait_for_order("A-51")
    screen.press_move("A-51", "Accept")
    printer.wait_for_slips(1)
    assert cheers.effects_of(order_id) == ["APPROVED"]
    till.end_well()


def test_an_id_the_vendor_does_not_know_is_said_so(
    counter: Counter, cheers: CheersSimulator
) -> None:
    till = counter.start()
    screen = till.screen
    screen.press("Order number")
    screen.wait_for_dialog(DIALOG)
    screen.type("no-such-order")
    screen.press_in(DIALOG, ASK)
    screen.wait_for_text("Cheers has no order of this id")
    screen.key("Escape")
    screen.wait_for(lambda: screen.dialog(DIALOG) is None, "the dialog to close")
    assert screen.cards("New") == []
    till.end_well()


def test_a_callback_for_an_unknown_id_comes_into_sight(
    counter: Counter, cheers: CheersSimulator
) -> None:
    till = counter.start()
    screen = till.screen
    assert call_back(counter.callback_url, "ghost-order-17") == 200
    screen.wait_for_text(UNKNOWN)
    asked = [request for request in cheers.requests if "ghost-order-17" in request.path]
    assert len(asked) == 4
    assert all(cards == [] for cards in screen.board().values())
    screen.press("Show them")
    screen.wait_for_dialog("Orders the vendor does not know")
    screen.wait_for_text("ghost-order-17")
    till.end_well()

    till = counter.start()  # it is not forgotten over a restart
    till.screen.wait_for_text(UNKNOWN)
    # In the end Cheers knows it after all.
    cheers.place_order(id="ghost-order-17", orderNumber="A-17")
    till.screen.wait_for_card("A-17", "New")
    till.screen.wait_for(lambda: till.screen.button("Show them") is None, "the banner to go")
    till.end_well()
