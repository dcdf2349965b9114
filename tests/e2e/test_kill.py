"""kill -9 at the worst moments: after the restart nothing is lost and nothing happens twice."""

from __future__ import annotations

import pytest

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.caller import call_back
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.waiting import holds_for
from tests.sinks.printer_sink import PrinterSink


def test_killed_right_after_the_200_of_a_callback(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    cheers.hang(on="GET")  # so that the order cannot have been read before the end
    order_id = cheers.place_order(orderNumber="A-41", callback=False)
    assert call_back(counter.callback_url, order_id) == 200
    till.kill_9()
    cheers.release()
    cheers.behave()

    till = counter.start()
    till.screen.wait_for_card("A-41", "New")
    assert call_back(counter.callback_url, order_id) == 200  # the vendor repeats itself
    holds_for(lambda: len(till.screen.cards("New")) <= 1, "one card", 1)
    till.screen.wait_for_card("A-41", "New")
    assert printer.slips == []
    till.end_well()


def test_killed_among_callbacks_that_follow_each_other(
    counter: Counter, cheers: CheersSimulator
) -> None:
    till = counter.start()
    cheers.hang(on="GET")
    numbers = {
        cheers.place_order(orderNumber=f"B-{count}", callback=False): f"B-{count}"
        for count in range(1, 21)
    }
    answered = []
    for order_id in numbers:
        assert call_back(counter.callback_url, order_id) == 200
        answered.append(numbers[order_id])
        if len(answered) == 15:
            till.kill_9()
            break
    cheers.release()
    cheers.behave()

    till = counter.start()
    screen = till.screen
    screen.wait_for(
        lambda: sorted(name.split(",")[0] for name in screen.cards("New")) == sorted(answered),
        "every order that was acknowledged",
    )
    till.end_well()


def test_killed_during_an_accept_whose_reply_is_lost(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    order_id = cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    # The vendor has done it, but its answer never comes.
    cheers.hang(on="PUT", before_applying=False)
    till.screen.press_move("A-41", "Accept")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "APPROVED")
    till.kill_9()
    cheers.release()
    assert printer.slips == []

    till = counter.start()
    till.screen.wait_for_card("A-41", "Preparing")
    printer.wait_for_slips(1)
    till.end_well()
    assert cheers.effects_of(order_id) == ["APPROVED"]
    assert [request.method for request in cheers.requests].count("PUT") == 1
    assert len(printer.slips) == 1


def test_killed_between_a_dropped_reply_and_the_re_read(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    order_id = cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    cheers.drop_next(on="PUT", before_applying=False)
    till.screen.press_move("A-41", "Accept")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "APPROVED")
    till.kill_9()

    till = counter.start()
    till.screen.wait_for_card("A-41", "Preparing")
    printer.wait_for_slips(1)
    till.end_well()
    assert cheers.effects_of(order_id) == ["APPROVED"]
    assert [request.method for request in cheers.requests].count("PUT") == 1
    assert len(printer.slips) == 1


def test_killed_while_an_accept_never_reached_the_vendor(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    order_id = cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    cheers.hang(on="PUT")  # a client that leaves has no effect
    till.screen.press_move("A-41", "Accept")
    assert cheers.wait_for(lambda: cheers.hanging)
    till.kill_9()
    assert cheers.wait_for(lambda: not cheers.hanging)
    cheers.release()
    assert cheers.effects == ()

    till = counter.start()
    till.screen.wait_for_card("A-41", "Preparing")
    printer.wait_for_slips(1)
    till.end_well()
    assert cheers.effects_of(order_id) == ["APPROVED"]
    assert len(printer.slips) == 1


@pytest.mark.parametrize("answer", ["Slip came out", "Slip did not come out"])
def test_killed_during_printing_asks_and_does_not_print_again(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, answer: str
) -> None:
    till = counter.start()
    order_id = cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    till.screen.wait_for_status("counter: ready")
    printer.bytes_per_second = 400
    till.screen.press_move("A-41", "Accept")
    printer.wait_until(lambda: printer.unfinished, what="the first byte of the slip")
    printer.reads = False  # and from here on it takes no more and says nothing
    till.kill_9()
    assert printer.slips == []
    printer.hang_up()  # what was on its way is lost, as with a printer that is switched off
    printer.bytes_per_second = None
    printer.reads = True

    till = counter.start()
    screen = till.screen
    screen.wait_for_text("Did slip A-41 come out?")
    screen.wait_for_status("counter: ready")
    holds_for(lambda: printer.slips == [], "no second slip by itself", 2)
    screen.open_order("A-41", "Preparing")
    screen.press_move("A-41", answer)
    screen.wait_for(
        lambda: ["slip" in card.lower() for card in screen.cards("Preparing")] == [False],
        "the question to be answered",
    )
    wanted = 0 if answer == "Slip came out" else 1
    printer.wait_for_slips(wanted)
    till.end_well()
    assert len(printer.slips) == wanted
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_a_slip_for_a_printer_that_never_reads_waits_through_a_kill(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    till.screen.wait_for_status("counter: ready")
    printer.reads = False  # it accepts, but reads and answers nothing
    till.screen.press_move("A-41", "Accept")
    till.screen.wait_for_card("A-41", "Preparing")
    till.screen.wait_for(
        lambda: any("slip waits" in card.lower() for card in till.screen.cards("Preparing")),
        "the slip to wait",
    )
    till.kill_9()
    printer.reads = True
    till = counter.start()
    printer.wait_for_slips(1)
    till.screen.wait_for_card("A-41", "Preparing")
    till.end_well()
    assert len(printer.slips) == 1
