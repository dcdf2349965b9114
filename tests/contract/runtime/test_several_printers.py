"""Several real printers: none waits for another, what waits moves on, and the drawer opens once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.domain.news import WaitingSlipsChanged
from app.domain.notice import NoticeCode
from app.domain.order import Order
from app.domain.practice import PRACTICE
from app.domain.product import Product
from app.domain.routes import Routes
from app.domain.states import JobState, PaymentState
from app.runtime import print_pump as pump_file
from app.simulators.cheers import CheersSimulator
from app.usecases.accept_order import AcceptOrder
from app.usecases.keep_product import KeepProduct
from app.usecases.place_practice import PlacePractice
from app.usecases.place_walkin import PlaceWalkin
from app.usecases.set_routes import SetRoutes
from app.usecases.waiting_slips import MoveSlips, RetrySlips
from tests.builders import huf
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink

PULSE = b"\x1bp"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pump_file, "UNWELL_SECONDS", 0.1)
    monkeypatch.setattr(pump_file, "IDLE_SECONDS", 0.5)


@pytest.fixture
def bar() -> Iterator[PrinterSink]:
    with PrinterSink() as running:
        yield running
        assert running.broken == []


@pytest.fixture
def kitchen() -> Iterator[PrinterSink]:
    with PrinterSink() as running:
        yield running
        assert running.broken == []


def a_shop(
    make: MakeCounter, printer: PrinterSink, bar: PrinterSink, kitchen: PrinterSink | None = None
) -> Counter:
    """Open a counter whose walk-in slips come out at the bar."""
    counter = make(printer)
    counter.add_printer("bar", bar, vendors=["walkin"])
    if kitchen is not None:
        stations = {"prints": ["station"], "stations": ["grill"]}
        counter.add_printer("kitchen", kitchen, **stations)
    counter.open()
    counter.screen.wait_for_lamp("bar", "ready")
    return counter


def walk_in(counter: Counter, key: str) -> None:
    counter.dispatch(PlaceWalkin(key, huf(500)))
    counter.screen.order(key)


def waiting(counter: Counter) -> list[str]:
    told = counter.screen.of(WaitingSlipsChanged)
    return [slip.job.id for slip in told[-1].slips] if told else []


def slip_is(counter: Counter, order_id: str, state: JobState) -> Callable[[], bool]:
    def look() -> bool:
        slip = counter.screen.orders[order_id].slip
        return slip is not None and slip.state is state

    return look


def refused(sink: PrinterSink) -> None:
    sink.refuse()


def hung(sink: PrinterSink) -> None:
    sink.reads = False


def out_of_paper(sink: PrinterSink) -> None:
    sink.become("paper out")


def well_again(sink: PrinterSink) -> None:
    sink.reads = True
    sink.become("ready")
    if sink.refusing:
        sink.accept_again()


@pytest.mark.parametrize("dead", [refused, hung, out_of_paper])
def test_a_dead_printer_delays_no_other_and_its_slips_come_out_once_elsewhere(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    printer: PrinterSink,
    bar: PrinterSink,
    dead: Callable[[PrinterSink], None],
) -> None:
    counter = a_shop(make_counter, printer, bar)
    counter.screen.wait_for_lamp("counter", "ready")
    dead(printer)
    ids = [counter.accepted(orderNumber=f"B-{number}") for number in (1, 2)]
    for number in (1, 2, 3):
        walk_in(counter, f"walk-{number}")
    bar.wait_for_slips(3)
    assert printer.slips == []
    counter.screen.wait(lambda: len(waiting(counter)) == 2, "both slips to wait")
    counter.dispatch(MoveSlips(tuple(waiting(counter)), "bar"))
    bar.wait_for_slips(5)
    assert ["B-1" in bar.text(3), "B-2" in bar.text(4)] == [True, True]
    for order_id in ids:
        counter.screen.wait(slip_is(counter, order_id, JobState.PRINTED), "the slip")
    assert waiting(counter) == []
    well_again(printer)
    counter.screen.wait_for_lamp("counter", "ready")
    counter.accepted(orderNumber="B-3")
    printer.wait_for_slips(1)
    assert "B-3" in printer.text(0)
    assert counter.close()
    assert (len(printer.slips), len(bar.slips)) == (1, 5)


def test_slip_and_station_slip_come_out_at_their_printers(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    printer: PrinterSink,
    bar: PrinterSink,
    kitchen: PrinterSink,
) -> None:
    counter = a_shop(make_counter, printer, bar, kitchen)
    first = counter.accepted(orderNumber="C-1")
    printer.wait_for_slips(1)
    order: Order = counter.screen.order(first).order
    product_id = order.basket.lines[0].product_id
    counter.dispatch(KeepProduct(Product(product_id=product_id, station="grill")))
    kitchen.become("cover open")
    counter.screen.wait_for_lamp("kitchen", "cover open")
    second = counter.accepted(orderNumber="C-2")
    printer.wait_for_slips(2)
    counter.screen.wait(lambda: len(waiting(counter)) == 1, "the station slip to wait")
    (station,) = counter.screen.orders[second].station_slips
    assert (station.printer, station.others) == ("kitchen", ("counter", "bar"))
    kitchen.become("ready")
    counter.dispatch(RetrySlips((station.job_id,)))
    kitchen.wait_for_slips(1)
    said = kitchen.text(0)
    assert "C-2" in said
    assert "grill" in said
    assert "Ft" not in said
    assert counter.close()
    assert (len(printer.slips), len(bar.slips), len(kitchen.slips)) == (2, 0, 1)


def test_a_fallback_takes_over_by_itself_and_says_so(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, bar: PrinterSink
) -> None:
    printer.become("paper out")
    counter = a_shop(make_counter, printer, bar)
    order_id = counter.accepted(orderNumber="D-1")
    counter.screen.wait(lambda: len(waiting(counter)) == 1, "the slip to wait")
    assert counter.adapters is not None
    first, second = counter.adapters.desk.routes.routes
    quick = replace(first, fallback="bar", fallback_seconds=0.2)
    counter.dispatch(SetRoutes(Routes((quick, second))))
    bar.wait_for_slips(1)
    notice = counter.screen.wait_for_notice(NoticeCode.SLIPS_MOVED)
    assert notice.data["cause"] == "paper out"
    counter.screen.wait(slip_is(counter, order_id, JobState.PRINTED), "the slip")
    printer.become("ready")
    counter.screen.wait_for_lamp("counter", "ready")
    assert counter.close()
    assert (printer.slips, len(bar.slips)) == ([], 1)


# --- the drawer -----------------------------------------------------------------------------------


def pulses(sink: PrinterSink) -> int:
    return sum(received.count(PULSE) for received in sink.connections)


def test_cash_opens_the_drawer_once(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, printer={"drawer": "cash"})
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    order_id = cheers.place_order_to_pay_here()
    counter.accept(order_id)
    printer.wait_for_slips(1)
    assert pulses(printer) == 0
    counter.take_cash(order_id)
    printer.wait_until(lambda: pulses(printer) == 1, what="the drawer's pulse")
    assert counter.close()
    assert (pulses(printer), len(printer.slips)) == (1, 1)


def test_a_drawer_that_cannot_open_holds_no_payment_up(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    printer.refuse()
    counter = make_counter(printer, printer={"drawer": "cash"})
    counter.open()
    order_id = cheers.place_order_to_pay_here()
    counter.screen.order(order_id)
    counter.take_cash(order_id)
    counter.screen.wait(
        lambda: counter.screen.orders[order_id].order.payment is PaymentState.RECEIVED, "payment"
    )
    notice = counter.screen.wait_for_notice(NoticeCode.DRAWER_SHUT)
    assert notice.data == {"printer": "counter", "cause": "not reachable"}
    printer.accept_again()
    counter.screen.wait_for_lamp("counter", "ready")
    assert counter.close()
    assert len(counter.screen.notices(NoticeCode.DRAWER_SHUT)) == 1
    assert pulses(printer) == 0


def test_a_practice_order_comes_out_at_the_station_too_and_says_what_it_is(
    make_counter: MakeCounter, printer: PrinterSink, bar: PrinterSink, kitchen: PrinterSink
) -> None:
    counter = a_shop(make_counter, printer, bar, kitchen)
    counter.screen.wait_for_lamp("kitchen", "ready")
    counter.dispatch(PlacePractice())

    def come() -> list[str]:
        orders = counter.screen.orders.values()
        return [one.order.id for one in orders if one.order.vendor == PRACTICE]

    (order_id,) = counter.screen.wait(come, "the practice order")
    counter.dispatch(AcceptOrder(order_id))
    printer.wait_for_slips(1)
    kitchen.wait_for_slips(1)
    for sink in (printer, kitchen):
        assert "PRACTICE: NOT AN ORDER" in sink.text(0)
    assert "Practice item, not to be made" in kitchen.text(0)
    assert bar.slips == []
