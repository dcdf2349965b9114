"""An outage, time compressed: staff go on working, and afterwards each effect is there once."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.sinks.printer_sink import PrinterSink

IN_WORK = 12
PAID_HERE = 6
NEW = 3


def test_orders_in_work_are_finished_while_the_vendor_is_away(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter.cheers["refresh_seconds"] = 5
    till = counter.start()
    screen = till.screen
    ids: dict[str, str] = {}
    for count in range(1, IN_WORK + 1):
        place = cheers.place_order_to_pay_here if count <= PAID_HERE else cheers.place_order
        ids[f"A-{count}"] = place(orderNumber=f"A-{count}")
        # One after the other: callbacks overtake each other, and the oldest is to be on top.
        screen.wait_for_card(f"A-{count}", "New")
    for number in ids:
        screen.open_order(number, "New")
        screen.press_move(number, "Accept")
        screen.wait_for_card(number, "Preparing")
    printer.wait_for_slips(IN_WORK)
    fresh = {
        f"B-{count}": cheers.place_order(orderNumber=f"B-{count}") for count in range(1, NEW + 1)
    }
    screen.wait_for(lambda: len(screen.cards("New")) == NEW, "the new orders")

    cheers.refuse_connections()
    for number in ids:
        screen.open_order(number, "Preparing")
        screen.press_move(number, "Ready")
        screen.wait_for_card(number, "Ready")
        if int(number[2:]) <= PAID_HERE:
            screen.press_move(number, "Take payment")
            screen.press_in(f"Payment for {number}", "Payment received")
        screen.press_move(number, "Collected")
        screen.wait_until_gone(number)
    for number in fresh:
        screen.open_order(number, "New")
        screen.press_move(number, "Accept")
    screen.wait_for(
        lambda: sum("waits for Cheers" in name for name in screen.cards("New")) == NEW,
        "the accepts to wait in sight",
    )
    assert {name.split(",")[0] for name in screen.cards("New")} == set(fresh)
    screen.wait_for_status("Cheers: offline")
    assert [cheers.effects_of(order_id) for order_id in ids.values()] == [["APPROVED"]] * IN_WORK

    cheers.listen_again()
    screen.wait_for(lambda: len(screen.cards("Preparing")) == NEW, "the accepts", 40)
    assert cheers.wait_for(
        lambda: all(cheers.status(order_id) == "COMPLETED" for order_id in ids.values()), 40
    )
    printer.wait_for_slips(IN_WORK + NEW)
    screen.wait_for_status("Cheers: connected")
    till.end_well()
    for number, order_id in ids.items():
        paid = ["PAID_EXTERNALLY"] if int(number[2:]) <= PAID_HERE else []
        assert cheers.effects_of(order_id) == ["APPROVED", "DONE", *paid, "COMPLETED"], number
    for order_id in fresh.values():
        assert cheers.effects_of(order_id) == ["APPROVED"]
    assert len(printer.slips) == IN_WORK + NEW


def test_what_waits_survives_a_kill_in_the_outage(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    order_id = cheers.place_order(orderNumber="A-1")
    till.screen.open_order("A-1", "New")
    till.screen.press_move("A-1", "Accept")
    till.screen.wait_for_card("A-1", "Preparing")
    cheers.refuse_connections()
    till.screen.press_move("A-1", "Ready")
    till.screen.press_move("A-1", "Collected")
    till.screen.wait_until_gone("A-1")
    till.kill_9()
    cheers.listen_again()
    till = counter.start()
    assert cheers.wait_for(lambda: cheers.status(order_id) == "COMPLETED")
    till.end_well()
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE", "COMPLETED"]
    assert len(printer.slips) == 1
