"""Money on a real till, counted: the shift, the sheet on paper and the file say the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap.books import BookQuestions
from app.domain.book_news import (
    BooksRead,
    BooksWritten,
    ClosedChanged,
    ShiftChanged,
    ShiftStep,
    TillMoneyRead,
)
from app.domain.books import Books
from app.domain.device_news import SheetPrinted
from app.domain.lamp import LampKind
from app.domain.money import Money
from app.domain.news import PrinterWanted
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.printing import PrintResult
from app.domain.shift import CashWay
from app.domain.states import Move, OrderState, PaymentState
from app.simulators.cheers import CheersSimulator
from app.usecases.close_day import CloseDay, OpenDay
from app.usecases.close_shift import CloseShift
from app.usecases.move_cash import MoveCash
from app.usecases.open_shift import OpenShift
from app.usecases.place_walkin import PlaceWalkin
from app.usecases.receive_payment import ReceivePayment
from app.usecases.return_money import ReturnMoney
from tests.builders import huf
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink

CASH, CARD = PaymentMethod.CASH, PaymentMethod.CARD


@contextmanager
def books_of(counter: Counter) -> Iterator[BookQuestions]:
    assert counter.till is not None
    books = BookQuestions(counter.till)
    try:
        yield books
    finally:
        assert books.close()


def step(counter: Counter, command: object, wanted: ShiftStep) -> ShiftChanged:
    before = len(counter.screen.of(ShiftChanged))
    counter.dispatch(command)
    screen = counter.screen
    changed: ShiftChanged = screen.wait(
        lambda: screen.of(ShiftChanged)[before:], f"{wanted} of the shift"
    )[0]
    assert changed.step is wanted
    return changed


def sold(counter: Counter, key: str, units: int, *parts: PaymentPart) -> str:
    """Key an order in and take its money; gives its id here."""
    counter.dispatch(PlaceWalkin(key, huf(units)))
    counter.screen.wait_for_state(key, OrderState.PREPARING)
    order = counter.screen.order(key).order
    counter.dispatch(ReceivePayment(order.id, order.due, parts))
    orders = counter.screen.orders
    counter.screen.wait(lambda: orders[key].order.payment is PaymentState.RECEIVED, "the money")
    return order.id


def read(counter: Counter, books: BookQuestions, shift_id: str = "") -> Books:
    assert counter.till is not None
    shop, clock = counter.till.core.desk.shop, counter.till.core.desk.clock
    before = len(counter.screen.of(BooksRead))
    books.read(shift_id or shop.business_date(clock.now()))
    screen = counter.screen
    found = screen.wait(lambda: screen.of(BooksRead)[before:], "the figures")[0].books
    assert isinstance(found, Books)
    return found


def test_cash_and_cards_come_to_the_same_on_screen_paper_and_file(
    make_counter: MakeCounter, printer: PrinterSink, tmp_path: Path
) -> None:
    counter = make_counter(printer)
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    early = sold(counter, "key-1", 1200, PaymentPart(CASH, huf(1200), huf(2000)))
    shift_id = step(counter, OpenShift((huf(20_000),)), ShiftStep.OPENED).shift_id
    sold(counter, "key-2", 3000, PaymentPart(CARD, huf(3000)))
    parts = (PaymentPart(CARD, huf(500)), PaymentPart(CASH, huf(1000), huf(1000)))
    sold(counter, "key-3", 1500, *parts)
    counter.move("key-2", Move.READY)
    counter.move("key-2", Move.COLLECTED)
    counter.move("key-1", Move.CANCEL_ORDER)
    counter.screen.wait_for_state("key-1", OrderState.CANCELLED)
    counter.dispatch(ReturnMoney(early, huf(1200), CASH))
    orders = counter.screen.orders
    counter.screen.wait(
        lambda: orders["key-1"].order.payment is PaymentState.RETURNED, "the money's return"
    )
    step(counter, MoveCash(CashWay.OUT, huf(400), "milk"), ShiftStep.PAID_OUT)
    step(counter, CloseShift(shift_id, (huf(20_500),), "counted twice"), ShiftStep.CLOSED)

    with books_of(counter) as books:
        shift, day = read(counter, books, shift_id), read(counter, books)
        assert shift.shift is not None
        (count,) = shift.shift.cash
        assert (count.taken, count.returned, count.paid_out) == (huf(2200), huf(1200), huf(400))
        assert (count.expected, count.difference) == (huf(20_600), huf(-100))
        assert day.money == shift.money
        assert [(each.method, each.taken) for each in day.money] == [
            (CASH, huf(2200)),
            (CARD, huf(3500)),
        ]
        outcomes = {(one.vendor, one.state): (one.count, one.total) for one in day.orders}
        assert outcomes == {
            ("walkin", "COLLECTED"): (1, huf(3000)),
            ("walkin", "CANCELLED"): (1, huf(1200)),
            ("walkin", ""): (1, huf(1500)),
        }

        printer.wait_for_slips(3)
        books.print_sheet(shift_id)
        screen = counter.screen
        printed = screen.wait(lambda: screen.of(SheetPrinted), "the sheet")[0]
        assert printed.outcome.result is PrintResult.PRINTED
        text = printer.text(len(printer.slips) - 1)
        for words in ("20,600 Ft", "Missing", "100 Ft", "milk", "counted twice", "3,500 Ft"):
            assert words in text, text

        file = tmp_path / "shift.csv"
        books.write_file(shift_id, str(file))
        assert screen.wait(lambda: screen.of(BooksWritten), "the file")[0].problem == ""
        rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
        figures = {(row["part"], row["detail"]): row["amount"] for row in rows}
        assert figures["shift", "expected"] == "20600.00"
        assert figures["shift", "difference"] == "-100.00"
        books.write_file(shift_id, str(file / "shift.csv"))
        assert screen.wait(lambda: screen.of(BooksWritten)[1:], "the answer")[0].problem
    assert counter.close()


def test_an_open_shift_and_a_closed_till_are_there_after_a_power_cut(
    make_counter: MakeCounter, cheers: CheersSimulator, tmp_path: Path
) -> None:
    counter = make_counter(cheers={"auto_accept": True})
    counter.open()
    shift_id = step(counter, OpenShift((huf(5000), Money(10_00, "EUR"))), ShiftStep.OPENED).shift_id
    sold(counter, "key-1", 900, PaymentPart(CASH, huf(900)))
    counter.dispatch(CloseDay())
    counter.screen.wait(lambda: counter.screen.of(ClosedChanged)[-1].since, "the close")

    again = counter.as_after_a_power_cut(tmp_path / "again")
    counter.close()
    again.open()
    screen = again.screen
    screen.wait(lambda: screen.of(ClosedChanged), "whether it is closed")
    assert screen.of(ClosedChanged)[0].since is not None
    order_id = cheers.place_order()
    assert screen.order(order_id).order.state is OrderState.NEW  # kept, and nobody accepts it
    with books_of(again) as books:
        books.read_money()
        money = screen.wait(lambda: screen.of(TillMoneyRead), "the money")[0].money
    assert money.open is not None
    assert money.open.shift.id == shift_id
    assert [count.expected for count in money.open.cash] == [huf(5900), Money(10_00, "EUR")]
    again.dispatch(OpenDay())
    screen.wait(lambda: screen.of(ClosedChanged)[-1].since is None, "the opening")
    second = cheers.place_order()
    screen.wait_for_state(second, OrderState.PREPARING)
    assert screen.order(order_id).order.state is OrderState.NEW
    assert again.close()


def test_minutes_out_of_order_are_on_the_sheet(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    printer.refuse()
    counter = make_counter(printer)
    till = counter.open()
    counter.screen.wait_for_lamp("counter", "not reachable")
    printer.accept_again()
    till.core.submit(lambda _desk: [PrinterWanted("counter")])  # or it is asked in ten seconds
    counter.screen.wait_for_lamp("counter", "ready")
    with books_of(counter) as books:
        (outage,) = read(counter, books).outages
    assert (outage.kind, outage.name, outage.times) == (LampKind.PRINTER, "counter", 1)
    assert outage.minutes == 1
    assert counter.close()
