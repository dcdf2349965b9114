"""An order from the vendor's callback to its hand-over, through window, printer and scanner."""

from __future__ import annotations

import time

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.caller import call_back
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.waiting import wait_until
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

FRESH_SECONDS = 10.0  # a slip scanned sooner after Ready only opens its order


def test_an_order_goes_from_callback_to_hand_over(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-42", callback=False)
    assert call_back(counter.callback_url, order_id) == 200

    card = screen.wait_for_card("A-42", "New")
    assert card.startswith("A-42, Cheers, Counter 1, 2 items, 2,680 Ft")
    screen.open_order("A-42", "New")
    screen.press_move("A-42", "Accept")
    printer.wait_for_slips(1)
    screen.wait_for_card("A-42", "Preparing")
    assert cheers.effects_of(order_id) == ["APPROVED"]
    slip = printer.text(0)
    for part in ("A-42", "Cheers", "Counter 1", "Front counter"):
        assert part in slip

    screen.press_move("A-42", "Ready")
    screen.wait_for_card("A-42", "Ready")
    ready_at = time.monotonic()
    assert cheers.wait_for(lambda: cheers.status(order_id) == "DONE")

    code = printer.qr(0)
    assert code.startswith("PULT-")
    wait_until(lambda: time.monotonic() - ready_at > FRESH_SECONDS, "the order to be 10 s ready")
    scanner.send(code.encode() + b"\r")
    screen.wait_for_answer("Hand over")
    screen.wait_until_gone("A-42")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "COMPLETED")
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE", "COMPLETED"]
    assert len(printer.slips) == 1
    assert printer.broken == []
    till.end_well()


def test_a_slip_scanned_too_soon_opens_its_order(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    counter.till["hold_off_ms"] = 0
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-42")
    screen.open_order("A-42", "New")
    screen.press_move("A-42", "Accept")
    printer.wait_for_slips(1)
    scanner.send(printer.qr(0).encode() + b"\r")
    screen.wait_for_answer("Still being prepared")
    screen.wait_until_clear()
    screen.wait_for_order("A-42")
    screen.press_move("A-42", "Ready")
    screen.wait_for_card("A-42", "Ready")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "DONE")
    scanner.send(printer.qr(0).encode() + b"\r")
    screen.wait_for_answer("A-42")
    screen.wait_until_clear()
    screen.wait_for_card("A-42", "Ready")
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE"]
    till.end_well()


def test_cash_is_taken_with_change(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order_to_pay_here(orderNumber="A-43")
    assert "to pay 2,680 Ft" in screen.wait_for_card("A-43", "New")
    screen.open_order("A-43", "New")
    screen.press_move("A-43", "Accept")
    screen.wait_for_card("A-43", "Preparing")
    screen.press_move("A-43", "Ready")
    screen.wait_for_card("A-43", "Ready")
    collected = screen.wait_for(
        lambda: screen.button("Collected", screen.order("A-43")), "Collected, with a padlock"
    )
    assert not collected.enabled

    screen.press_move("A-43", "Take payment")
    screen.wait_for_dialog("Payment for A-43")
    screen.type("5000")
    screen.wait_for_text("2,320 Ft")
    screen.press_in("Payment for A-43", "Payment received")
    assert cheers.wait_for(lambda: cheers.transaction_status(order_id) == "PAID_EXTERNALLY")
    screen.press_move("A-43", "Collected")
    screen.wait_until_gone("A-43")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "COMPLETED")
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE", "PAID_EXTERNALLY", "COMPLETED"]
    till.end_well()


def test_a_reject_tells_the_customer_why(counter: Counter, cheers: CheersSimulator) -> None:
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-44")
    screen.open_order("A-44", "New")
    screen.press_move("A-44", "Reject")
    screen.wait_for_dialog("Reject A-44")
    screen.choose_in("Reject A-44", "Too busy right now")
    screen.press_in("Reject A-44", "Reject")
    screen.wait_until_gone("A-44")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "REJECTED")
    assert cheers.effects_of(order_id) == ["REJECTED"]
    assert cheers.rejection_message(order_id)
    till.end_well()


def test_undo_keeps_a_move_from_the_vendor(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter.till["undo_seconds"] = 10  # enough to press Undo on a slow machine
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-45")
    screen.open_order("A-45", "New")
    screen.press_move("A-45", "Accept")
    screen.wait_for_card("A-45", "Preparing")
    screen.press_move("A-45", "Ready")
    screen.wait_for_card("A-45", "Ready")
    screen.press("Undo")
    screen.wait_for_card("A-45", "Preparing")
    screen.press_move("A-45", "Ready")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "DONE")
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE"]
    till.end_well()


def test_what_the_customer_cancels_stays_until_seen(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter.cheers["refresh_seconds"] = 5
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-46")
    screen.open_order("A-46", "New")
    screen.press_move("A-46", "Accept")
    screen.wait_for_card("A-46", "Preparing")
    cheers.cancel(order_id)
    screen.wait_for(
        lambda: "cancelled by the customer" in " ".join(screen.cards("Preparing")),
        "the cancelled order",
    )
    screen.press_move("A-46", "Seen")
    screen.wait_until_gone("A-46")
    till.end_well()


def test_a_double_tap_is_one_tap(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber="A-47")
    screen.open_order("A-47", "New")
    accept = screen.wait_for(lambda: screen.button("Accept", screen.order("A-47")), "Accept")
    screen.tap_at(accept.box(), times=4)
    screen.wait_for_card("A-47", "Preparing")
    printer.wait_for_slips(1)
    assert cheers.effects_of(order_id) == ["APPROVED"]
    screen.press_move("A-47", "Ready")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "DONE")
    assert len(printer.slips) == 1
    till.end_well()


def test_orders_are_accepted_by_themselves_where_the_settings_say_so(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter.cheers["auto_accept"] = True
    till = counter.start()
    till.screen.wait_for_status("counter: ready")
    order_id = cheers.place_order(orderNumber="A-48")
    till.screen.wait_for_card("A-48", "Preparing")
    printer.wait_for_slips(1)
    assert cheers.effects_of(order_id) == ["APPROVED"]
    assert "A-48" in printer.text(0)
    till.end_well()
