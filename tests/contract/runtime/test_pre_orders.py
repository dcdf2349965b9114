"""A number is scanned, its pre-order paid and handed over, with everything real but the window."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.news import DueChecked
from app.domain.notice import NoticeCode
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.push import PushState
from app.domain.scan_news import ScanVerdict
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState, PaymentState, SyncState
from app.simulators.akinon import AkinonSimulator
from app.usecases.carry_payment import CarryPayment
from app.usecases.handle_scan import BeginPayment, EndPayment, HandleScan
from app.usecases.receive_payment import ReceivePayment
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

S, P = OrderState, PaymentState


@pytest.fixture
def akinon() -> Iterator[AkinonSimulator]:
    with AkinonSimulator() as running:
        yield running


def table(akinon: AkinonSimulator) -> dict[str, object]:
    return {
        "enabled": True,
        "base_url": akinon.base_url,
        "username": akinon.username,
        "password": akinon.password,
    }


def scanned(counter: Counter, number: str) -> OrderSnapshot:
    """Scan a number; give the order that opens."""
    counter.dispatch(HandleScan(number, again=True))
    screen = counter.screen
    found = [ScanVerdict.FOUND]
    screen.wait(lambda: screen.scans and screen.scans[-1].verdict in found, "the pre-order")
    order = screen.scans[-1].order
    assert order is not None
    return order


def pay(counter: Counter, order: OrderSnapshot) -> None:
    due = order.order.due
    parts = (PaymentPart(PaymentMethod.CARD, due),)
    counter.dispatch(ReceivePayment(order.order.id, due, parts))


def wait_for_payment(counter: Counter, number: str, payment: PaymentState) -> None:
    orders = counter.screen.orders
    counter.screen.wait(lambda: orders[number].order.payment is payment, payment)


def completing(akinon: AkinonSimulator) -> list[bytes]:
    return [one.body for one in akinon.requests if one.path.endswith("/complete/")]


def test_a_scanned_number_is_paid_printed_and_handed_over(
    make_counter: MakeCounter, akinon: AkinonSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    number = akinon.place_pre_order()
    counter = make_counter(printer, scanner, akinon=table(akinon))
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("akinon", "connected")
    screen.wait_for_lamp("till scanner", "ready")
    screen.wait_for_lamp("counter", "ready")
    scanner.send(number.encode() + b"\r")
    screen.wait(lambda: len(screen.scans) == 2, "both answers")
    assert [one.verdict for one in screen.scans] == [ScanVerdict.ASKING, ScanVerdict.FOUND]
    order = screen.scans[-1].order
    assert order is not None
    counter.dispatch(BeginPayment(order.order.id))
    screen.wait(lambda: screen.of(DueChecked), "the amount to hold")
    pay(counter, order)
    counter.dispatch(EndPayment())
    screen.wait_for_state(number, S.PREPARING)
    assert screen.wait_for_notice(NoticeCode.PAYMENT_ACCEPTED).number == order.order.number
    printer.wait_for_slips(1)
    assert number in printer.text(0)
    counter.move(number, Move.COLLECTED)
    screen.wait_for_state(number, S.COLLECTED)
    assert akinon.completions_of(number) == [Decimal("538.00")]
    assert counter.close()


def test_a_number_nobody_knows_is_answered_in_words(
    make_counter: MakeCounter, akinon: AkinonSimulator
) -> None:
    counter = make_counter(akinon=table(akinon))
    counter.open()
    counter.dispatch(HandleScan("816910908011148"))
    screen = counter.screen
    screen.wait(lambda: len(screen.scans) == 2, "the answer")
    answer = screen.scans[-1]
    assert (answer.verdict, answer.data["why"]) == (
        ScanVerdict.NOT_FOUND,
        "order number not known",
    )
    assert screen.all() == []


def test_the_amount_is_read_again_while_the_payment_is_open(
    make_counter: MakeCounter, akinon: AkinonSimulator
) -> None:
    number = akinon.place_pre_order()
    counter = make_counter(akinon=table(akinon))
    counter.open()
    order = scanned(counter, number)
    akinon.change_basket(number)
    counter.adapters.desk.session.dues_read.clear()  # type: ignore[union-attr]
    counter.dispatch(BeginPayment(order.order.id))
    screen = counter.screen
    screen.wait(lambda: screen.of(DueChecked), "the answer")
    assert screen.of(DueChecked)[-1].data["why"] == "basket changed"
    pay(counter, order)
    screen.wait(lambda: screen.refused, "the refusal")
    assert screen.wait_for_notice(NoticeCode.DUE_NOT_CHECKED)
    assert completing(akinon) == []


@pytest.mark.parametrize("applied", [False, True])
def test_a_lost_reply_never_charges_twice(
    make_counter: MakeCounter, akinon: AkinonSimulator, applied: bool
) -> None:
    number = akinon.place_pre_order()
    counter = make_counter(akinon=table(akinon))
    counter.open()
    order = scanned(counter, number)
    akinon.drop_next(on="POST", path_has="complete", before_applying=not applied)
    pay(counter, order)
    screen = counter.screen
    if not applied:
        screen.wait_for_state(number, S.PREPARING)
        first, second = completing(akinon)
        assert first == second
    else:
        screen.wait(
            lambda: (q := screen.orders[number].question) and q.held, "it to be left to staff"
        )
        assert screen.orders[number].order.state is S.NEW
        assert len(completing(akinon)) == 1
    assert akinon.completions_of(number) == [Decimal("538.00")]


@pytest.mark.parametrize("applied", [False, True])
def test_a_till_killed_on_the_wire_takes_up_the_payment(
    make_counter: MakeCounter, akinon: AkinonSimulator, tmp_path: Path, applied: bool
) -> None:
    number = akinon.place_pre_order()
    counter = make_counter(akinon=table(akinon))
    counter.open()
    order = scanned(counter, number)
    akinon.hang(on="POST", path_has="complete", before_applying=not applied)
    pay(counter, order)
    assert akinon.wait_for(lambda: akinon.hanging == 1)
    folder = tmp_path / "after"
    folder.mkdir()
    again = counter.as_after_a_power_cut(folder)
    try:
        counter.close()
        assert akinon.wait_for(lambda: akinon.hanging == 0)  # it has seen the till go
        akinon.behave()
        again.open()
        screen = again.screen
        if applied:
            screen.wait(
                lambda: (q := screen.order(number).question) and q.held, "it to be left to staff"
            )
            assert screen.orders[number].order.payment is P.UNCONFIRMED
        else:
            screen.wait_for_state(number, S.PREPARING)
            bodies = completing(akinon)
            assert len(set(bodies)) == 1
        assert akinon.completions_of(number) == [Decimal("538.00")]
    finally:
        again.close()


def test_money_taken_in_vain_stays_over_a_restart_and_pays_a_new_number(
    make_counter: MakeCounter, akinon: AkinonSimulator, tmp_path: Path
) -> None:
    number = akinon.place_pre_order()
    counter = make_counter(akinon=table(akinon))
    counter.open()
    order = scanned(counter, number)
    akinon.expire(number)
    pay(counter, order)
    screen = counter.screen
    screen.wait(lambda: screen.orders[number].worst_sync is SyncState.REFUSED, "the refusal")
    wait_for_payment(counter, number, P.UNCONFIRMED)
    assert counter.close()
    counter.screen.orders.clear()
    counter.screen.news.clear()

    counter.open()
    kept = screen.order(number)
    assert kept.question is not None
    assert kept.question.state is PushState.REFUSED
    assert {one.move for one in kept.offered} == {Move.ASK_AGAIN, Move.MONEY_RETURNED}
    content = {"content": {**akinon.pre_order(akinon.place_pre_order()), "unpaid_amount": "538.00"}}
    new = akinon.place_pre_order(number="ORD-2026-000001", **content)
    opened = scanned(counter, new)
    assert opened.at_hand is not None
    counter.dispatch(CarryPayment(opened.order.id, kept.order.id))
    screen.wait_for_state(new, S.PREPARING)
    screen.wait_for_state(number, S.LEFT)
    sent = [one.json for one in akinon.requests if one.path.endswith("/complete/")]
    assert sent[0]["transaction_id"] == sent[-1]["transaction_id"]
    assert akinon.completions[-1].order_number == new
