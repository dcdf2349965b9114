"""Orders keyed in at the till, with everything real but the window."""

from __future__ import annotations

from pathlib import Path

from app.domain.news import News
from app.domain.notice import NoticeCode
from app.domain.product import Product
from app.domain.scan_news import ScanVerdict
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.domain.walkin import WalkinItem
from app.simulators.cheers import CheersSimulator
from app.usecases.desk import Desk
from app.usecases.place_walkin import PlaceWalkin
from tests.builders import huf
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

LAGER = Product(
    product_id="lager",
    names={"en": "Draught lager"},
    barcode="5998312345672",
    price=huf(1200),
)


def keep_lager(desk: Desk) -> list[News]:
    with desk.store.begin() as work:
        work.catalogue.put(LAGER)
        work.commit()
    return []


def slip_state(counter: Counter, key: str) -> JobState | None:
    slip = counter.screen.order(key).slip
    return slip.state if slip else None


def test_a_walk_in_order_is_placed_printed_paid_and_collected(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    counter = make_counter(printer, scanner, till={"number_prefix": "W-"})
    till = counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    screen.wait_for_lamp("till scanner", "ready")
    till.core.submit(keep_lager)

    scanner.send(LAGER.barcode.encode() + b"\r")
    screen.wait(lambda: screen.scans, "the scan")
    assert (screen.scans[0].verdict, screen.scans[0].product) == (ScanVerdict.PRODUCT, LAGER)

    items = (WalkinItem("lager", 2, huf(1200)),)
    counter.dispatch(PlaceWalkin("key-1", huf(390), items, "Anna"))
    screen.wait_for_state("key-1", OrderState.PREPARING)
    order = screen.order("key-1").order
    assert (order.number, order.due, order.payment) == ("W-1", huf(2790), PaymentState.DUE)
    printer.wait_for_slips(1)
    text = printer.text(0)
    for words in ("W-1", "Walk-in", "Anna", "2x Draught lager", "2,790 Ft", "TO PAY"):
        assert words in text
    assert "key-1" not in text  # nobody has another number for it

    counter.take_cash("key-1")
    screen.wait(lambda: screen.orders["key-1"].order.payment is PaymentState.RECEIVED, "the money")
    assert screen.wait_for_notice(NoticeCode.PAYMENT_TAKEN).data["ring_up"] == "yes"
    counter.move("key-1", Move.READY)
    counter.move("key-1", Move.COLLECTED)
    screen.wait_for_state("key-1", OrderState.COLLECTED)
    screen.wait(lambda: slip_state(counter, "key-1") is JobState.PRINTED, "the slip's end")
    scanner.send(printer.qr(0).encode() + b"\r")
    screen.wait(lambda: len(screen.scans) == 2, "the slip's scan")
    assert screen.scans[1].verdict is ScanVerdict.ALREADY_OUT
    assert len(printer.slips) == 1
    assert screen.orders["key-1"].syncs == {}
    assert counter.close()


def test_two_slips_of_one_number_say_whose_they_are(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    counter.dispatch(PlaceWalkin("key-1", huf(500)))
    screen.wait_for_state("key-1", OrderState.PREPARING)
    printer.wait_for_slips(1)
    order_id = cheers.place_order(orderNumber="1")
    assert screen.order(order_id).twins == ("Walk-in",)
    screen.wait(lambda: screen.orders["key-1"].twins == ("Cheers",), "the other to be marked")
    counter.accept(order_id)
    printer.wait_for_slips(2)
    assert printer.text(0).count("Walk-in") == 1
    assert printer.text(1).count("Cheers") == 2
    counter.move("key-1", Move.CANCEL_ORDER)
    screen.wait(lambda: screen.orders[order_id].twins == (), "the mark to go")
    assert counter.close()


def test_after_a_power_cut_the_order_is_there_and_its_slip_comes_once(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, tmp_path: Path
) -> None:
    counter = make_counter(printer)
    printer.refuse()
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "not reachable")
    counter.dispatch(PlaceWalkin("key-1", huf(500)))
    screen.wait_for_state("key-1", OrderState.PREPARING)
    again = counter.as_after_a_power_cut(tmp_path / "again")
    assert counter.close()
    try:
        again.open()
        again.screen.wait_for_state("key-1", OrderState.PREPARING)
        again.dispatch(PlaceWalkin("key-1", huf(500)))  # pressed once more, not knowing
        again.dispatch(PlaceWalkin("key-2", huf(700)))
        again.screen.wait_for_state("key-2", OrderState.PREPARING)
        assert again.screen.order("key-2").order.number == "2"
        printer.accept_again()
        printer.wait_for_slips(2, 10)
        again.screen.wait(
            lambda: all(slip_state(again, key) is JobState.PRINTED for key in ("key-1", "key-2")),
            "both slips",
        )
    finally:
        assert again.close()
    assert len(printer.slips) == 2


def test_switched_off_in_the_settings_the_command_does_nothing(make_counter: MakeCounter) -> None:
    counter = make_counter(till={"walkin": False})
    counter.open()
    counter.dispatch(PlaceWalkin("key-1", huf(500)))
    counter.screen.wait(lambda: counter.screen.refused, "the refusal")
    assert "key-1" not in counter.screen.orders
