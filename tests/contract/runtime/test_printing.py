"""Printers that are dead, come back, or fail in the middle of a slip."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.device_news import PagesProven
from app.domain.lamp import LampKind
from app.domain.notice import NoticeCode
from app.domain.printing import PrinterWord
from app.domain.sheet import ProvenPage
from app.domain.slip_template import SlipTemplate
from app.domain.states import JobState, Move, OrderState
from app.simulators.cheers import CheersSimulator
from app.usecases.compose_test_slip import compose_test_slip
from app.usecases.keep_pages import KeepPages
from app.usecases.keep_template import KeepTemplate
from app.usecases.print_order import PrintAgain
from app.usecases.settle_print import SettleSlips, SlipAnswer
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink


def _slip_state(counter: Counter, vendor_order_id: str) -> JobState | None:
    slip = counter.screen.orders[vendor_order_id].slip
    return slip.state if slip else None


def test_slips_that_waited_for_a_dead_printer_come_oldest_first(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    printer.refuse()
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "not reachable")
    ids = [counter.accepted(orderNumber=f"B-{number}") for number in (1, 2, 3, 4)]
    screen.wait(
        lambda: all(
            (slip := screen.orders[one].slip) and slip.cause is PrinterWord.NOT_REACHABLE
            for one in ids
        ),
        "every card to show why its slip waits",
    )
    assert all(_slip_state(counter, one) is JobState.QUEUED for one in ids)
    assert screen.notices(NoticeCode.SLIP_WAITS)
    printer.accept_again()
    printer.wait_for_slips(4, 10)
    assert [f"B-{number}" in printer.text(number - 1) for number in (1, 2, 3, 4)] == [True] * 4
    screen.wait(
        lambda: all(_slip_state(counter, one) is JobState.PRINTED for one in ids), "all printed"
    )
    assert counter.close()
    assert len(printer.slips) == 4


def test_paper_that_runs_out_keeps_the_next_slip_waiting(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    printer.become("paper out")
    order_id = counter.accepted()
    counter.screen.wait_for_lamp("counter", "paper out")
    counter.screen.wait(lambda: counter.screen.notices(NoticeCode.SLIP_WAITS), "P-11")
    assert _slip_state(counter, order_id) is JobState.QUEUED
    printer.become("ready")
    printer.wait_for_slips(1, 10)


def test_printer_that_prints_on_after_new_paper_makes_no_second_slip(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    """Its buffer keeps what it was sent while the paper was out; nobody sends it again."""
    printer.prints_later = True
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    printer.at_byte(150, "paper out")
    order_id = counter.accepted(orderNumber="B-1")
    screen.wait(lambda: screen.questions, "the question")
    [question] = screen.questions
    assert _slip_state(counter, order_id) is JobState.UNSURE
    assert question.job.cause is PrinterWord.PAPER_OUT
    assert printer.slips == []
    printer.become("ready")
    printer.wait_for_slips(1, 10)
    second = counter.accepted(orderNumber="B-2")
    screen.wait(lambda: _slip_state(counter, second) is JobState.PRINTED, "the second slip")
    assert _slip_state(counter, order_id) is JobState.UNSURE
    counter.dispatch(SettleSlips({question.job.id: SlipAnswer.CAME_OUT}))
    screen.wait(lambda: not screen.questions, "no question any more")
    assert counter.close()
    assert ["B-1" in printer.text(0), "B-2" in printer.text(1)] == [True, True]
    assert len(printer.slips) == 2


@dataclass(frozen=True)
class Port:
    device: str
    serial_number: str
    vid: int = 0x067B
    pid: int = 0x2303


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")
def test_another_printer_in_the_old_ones_place_waits_for_a_persons_word(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.sinks.pty_sink import PtySink

    with PtySink(tmp_path) as sink:
        plugged_in = [Port(sink.place, "A1")]
        monkeypatch.setattr("app.devices._passport.serial_ports", lambda: plugged_in)
        cable = {"kind": "serial", "device": sink.place, "baudrate": 115200, "port": 9100}
        counter = make_counter(sink, printer=cable)
        counter.open()
        counter.screen.wait_for_lamp("counter", "ready")
        assert counter.close()
        plugged_in[:] = [Port(sink.place, "B2")]
        counter = make_counter(sink, printer=cable)
        till = counter.open()
        counter.screen.wait_for_lamp("counter", "another device")
        order_id = counter.accepted()
        counter.screen.wait(lambda: counter.screen.notices(NoticeCode.SLIP_WAITS), "P-11")
        assert _slip_state(counter, order_id) is JobState.QUEUED
        assert sink.slips == []
        till.devices.accept_device(LampKind.PRINTER, "counter")
        sink.wait_for_slips(1, 10)
        counter.screen.wait(lambda: _slip_state(counter, order_id) is JobState.PRINTED, "its slip")
        assert counter.close()
        counter = make_counter(sink, printer=cable)
        counter.open()
        counter.screen.wait_for_lamp("counter", "ready")
        assert counter.close()


def test_trouble_in_the_middle_of_a_slip_is_asked_about_and_not_repeated(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    printer.reset_after = 60
    order_id = counter.accepted()
    screen.wait(lambda: screen.questions, "the question")
    assert _slip_state(counter, order_id) is JobState.UNSURE
    printer.reset_after = None
    second = counter.accepted()
    printer.wait_for_slips(1, 10)
    screen.wait(lambda: _slip_state(counter, second) is JobState.PRINTED, "the second slip")
    job = screen.questions[0].job
    assert screen.questions[0].is_unsure
    counter.dispatch(SettleSlips({job.id: SlipAnswer.PRINT}))
    printer.wait_for_slips(2, 10)
    screen.wait(lambda: not screen.questions, "no question left")


def test_a_reprint_says_so(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    order_id = counter.accepted(orderNumber="A-42")
    printer.wait_for_slips(1)
    counter.screen.wait(lambda: _slip_state(counter, order_id) is JobState.PRINTED, "the slip")
    counter.dispatch(PrintAgain(counter.id_of(order_id)))
    printer.wait_for_slips(2)
    assert "REPRINT: slip no. 2" in printer.text(1)


def test_a_printer_that_never_reads_holds_up_neither_orders_nor_the_other_slips_for_good(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    printer.reads = False
    first = counter.accepted()
    second = counter.accepted()
    counter.move(second, Move.READY)
    screen.wait_for_state(second, OrderState.READY)
    printer.reads = True
    screen.wait(
        lambda: (
            _slip_state(counter, second) is JobState.PRINTED
            and _slip_state(counter, first) in (JobState.PRINTED, JobState.UNSURE)
        ),
        "both slips settled or asked about",
        15,
    )


def test_a_test_slip_is_printed_whatever_the_queue_does(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    till = counter.open()
    assert counter.adapters is not None
    desk = counter.adapters.desk
    till.devices.print_test("counter", compose_test_slip(desk.shop, desk.clock))
    printer.wait_for_slips(1)


def test_an_order_cancelled_before_its_slip_came_prints_none(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, cheers={"refresh_seconds": 0.2})
    printer.become("cover open")
    counter.open()
    counter.screen.wait_for_lamp("counter", "cover open")
    gone = counter.accepted(orderNumber="C-1")
    cheers.cancel(gone)
    counter.screen.wait_for_state(gone, OrderState.CANCELLED)
    kept = counter.accepted(orderNumber="C-2")
    printer.become("ready")
    printer.wait_for_slips(1, 10)
    counter.screen.wait(lambda: _slip_state(counter, kept) is JobState.PRINTED, "the slip")
    assert "C-2" in printer.text(0)
    assert counter.close()
    assert len(printer.slips) == 1


def test_pages_staff_found_right_are_used_at_once_and_after_a_restart(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    counter.dispatch(KeepPages("counter", (ProvenPage("CP1250", 45),)))
    counter.screen.wait(lambda: counter.screen.of(PagesProven), "the pages to be kept")
    counter.accepted(orderNumber="B-1", customerName="Őri Tűz")
    printer.wait_for_slips(1)
    assert counter.close()
    counter.open()
    counter.accepted(orderNumber="B-2", customerName="Őri Tűz")
    for data in printer.wait_for_slips(2):
        assert b"\x1bt\x2d" in data
        assert b"\x1bt\x12" not in data


def test_what_staff_want_on_slips_holds_from_the_next_one_on(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    counter.accepted()
    printer.wait_for_slips(1)
    counter.dispatch(KeepTemplate(SlipTemplate(code=False, bottom=("See you",))))
    counter.accepted()
    printer.wait_for_slips(2)
    assert "[PULT-" in printer.text(0) and "See you" not in printer.text(0)
    assert "PULT-" not in printer.text(1) and "See you" in printer.text(1)
