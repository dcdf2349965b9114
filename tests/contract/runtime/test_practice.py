"""A practice order with everything real but the window: printer, scanner, and a vendor at work."""

from __future__ import annotations

from app.domain.practice import PRACTICE
from app.domain.scan_news import ScanVerdict
from app.domain.states import JobState, Move, OrderState
from app.simulators.cheers import CheersSimulator
from app.usecases.accept_order import AcceptOrder
from app.usecases.place_practice import PlacePractice
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine


def practice(counter: Counter) -> str:
    """Give the practice order's name on the screen, once it is there."""

    def come() -> list[str]:
        orders = counter.screen.orders.values()
        return [one.order.vendor_order_id for one in orders if one.order.vendor == PRACTICE]

    (order_id,) = counter.screen.wait(come, "the practice order")
    return order_id


def test_it_rings_is_accepted_printed_and_handed_over_by_its_slip(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    counter = make_counter(printer, scanner)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    screen.wait_for_lamp("till scanner", "ready")
    screen.wait_for_lamp("cheers", "connected")
    counter.dispatch(PlacePractice())
    key = practice(counter)
    order_id = counter.id_of(key)
    assert screen.orders[key].rings_as_new

    counter.dispatch(AcceptOrder(order_id))
    screen.wait_for_state(key, OrderState.PREPARING)
    printer.wait_for_slips(1)
    text = printer.text(0)
    assert text.count("PRACTICE") >= 2
    assert "PRACTICE: NOT AN ORDER" in text
    screen.wait(
        lambda: (slip := screen.orders[key].slip) and slip.state is JobState.PRINTED, "printed"
    )
    counter.move(key, Move.READY)
    screen.wait_for_state(key, OrderState.READY)

    counter.close()
    counter.open()  # it outlasts a restart as any order does
    screen = counter.screen
    screen.wait_for_state(practice(counter), OrderState.READY)
    screen.wait_for_lamp("till scanner", "ready")
    counter.move(key, Move.COLLECTED)
    screen.wait_for_state(key, OrderState.COLLECTED)
    scanner.send(printer.qr(0).encode() + b"\r")
    screen.wait(lambda: screen.scans, "the slip's scan")
    assert screen.scans[0].verdict is ScanVerdict.ALREADY_OUT
    assert len(printer.slips) == 1
    assert screen.orders[key].syncs == {}
    assert all("practice" not in str(asked).lower() for asked in cheers.requests)
