"""From the vendor's callback to the hand-over, with everything real but the window."""

from __future__ import annotations

from app.domain.lamp import LampTone
from app.domain.notice import NoticeCode
from app.domain.scan_news import ScanVerdict
from app.domain.states import JobState, Move, OrderState, PaymentState, SyncState
from app.simulators.cheers import CheersSimulator
from app.usecases.reject_order import RejectOrder
from app.usecases.undo_move import UndoMove
from tests.contract.runtime.conftest import MakeCounter
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine


def test_an_order_comes_in_is_printed_paid_and_handed_over(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    counter = make_counter(printer, scanner)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    screen.wait_for_lamp("till scanner", "ready")
    order_id = cheers.place_order_to_pay_here(orderNumber="A-41")

    new = screen.order(order_id)
    assert (new.order.number, new.order.state) == ("A-41", OrderState.NEW)
    assert screen.wait_for_notice(NoticeCode.NEW_ORDER).order_id == new.order.id
    assert screen.lamps["cheers"].last_order is not None

    counter.accept(order_id)
    screen.wait_for_state(order_id, OrderState.PREPARING)
    printer.wait_for_slips(1)
    assert "A-41" in printer.text(0)
    counter.move(order_id, Move.READY)
    counter.take_cash(order_id)
    screen.wait(lambda: screen.orders[order_id].order.payment is PaymentState.RECEIVED, "the money")
    counter.move(order_id, Move.COLLECTED)
    assert cheers.wait_for(lambda: cheers.status(order_id) == "COMPLETED")
    assert cheers.effects_of(order_id) == ["APPROVED", "DONE", "PAID_EXTERNALLY", "COMPLETED"]

    scanner.send(printer.qr(0).encode() + b"\r")
    screen.wait(lambda: screen.scans, "the scan")
    assert screen.scans[0].verdict is ScanVerdict.ALREADY_OUT
    screen.wait(lambda: screen.orders[order_id].worst_sync is SyncState.IN_STEP, "being in step")
    screen.wait(
        lambda: (slip := screen.orders[order_id].slip) and slip.state is JobState.PRINTED,
        "the slip to count as printed",
    )
    assert counter.close()
    assert len(printer.slips) == 1


def test_the_same_callback_many_times_is_one_order(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    order_id = cheers.place_order()
    counter.screen.order(order_id)
    for _ in range(5):
        cheers.resend_callback(order_id)
    assert cheers.wait_for(lambda: cheers.callbacks_pending == 0)
    second = cheers.place_order()
    counter.screen.order(second)
    assert len(counter.screen.orders) == 2
    assert len(counter.screen.notices(NoticeCode.NEW_ORDER)) == 2


def test_a_refresh_finds_what_no_callback_told(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter(cheers={"refresh_seconds": 0.2})
    counter.open()
    order_id = counter.accepted()
    cheers.cancel(order_id)
    counter.screen.wait_for_state(order_id, OrderState.CANCELLED)
    seen = counter.screen.orders[order_id].order
    assert seen.needs_seen
    assert seen.column is OrderState.PREPARING
    assert counter.screen.notices(NoticeCode.ENDED_ELSEWHERE)


def test_an_id_the_vendor_does_not_know_rests_in_sight(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    order_id = cheers.place_order(callback=False)
    cheers.fail_next(404, times=4, path_has=order_id)
    cheers.resend_callback(order_id)
    counter.screen.wait(lambda: counter.screen.quarantine, "the quarantine", timeout=20)
    assert counter.screen.quarantine[0].vendor_order_id == order_id
    assert counter.screen.notices(NoticeCode.ORDER_UNKNOWN)
    cheers.resend_callback(order_id)
    counter.screen.order(order_id)
    counter.screen.wait(lambda: not counter.screen.quarantine, "an empty quarantine")


def test_staff_fetch_an_order_by_its_id(make_counter: MakeCounter, cheers: CheersSimulator) -> None:
    counter = make_counter()
    till = counter.open()
    order_id = cheers.place_order(callback=False)
    till.inbox.look_up("cheers", order_id)
    counter.screen.wait(lambda: counter.screen.look_ups, "the answer")
    assert counter.screen.look_ups[0].found == counter.id_of(order_id)
    till.inbox.look_up("cheers", "nobody-has-this")
    counter.screen.wait(lambda: len(counter.screen.look_ups) == 2, "the second answer")
    assert counter.screen.look_ups[1].problem == NoticeCode.ORDER_UNKNOWN.value


def test_a_wrong_key_turns_the_lamp_red_and_the_right_one_green(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter(cheers={"refresh_seconds": 0.2})
    right = cheers.api_key
    counter.open()
    order_id = counter.accepted()
    cheers.api_key = "another"
    assert counter.screen.wait_for_lamp("cheers", "shop not let in").tone is LampTone.BAD
    counter.move(order_id, Move.READY)
    counter.screen.wait(
        lambda: counter.screen.orders[order_id].worst_sync is SyncState.RETRYING, "the retry"
    )
    cheers.api_key = right
    counter.screen.wait_for_lamp("cheers", "connected")
    assert cheers.wait_for(lambda: cheers.effects_of(order_id) == ["APPROVED", "DONE"])


def test_orders_are_accepted_by_themselves_where_the_settings_say_so(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, cheers={"auto_accept": True})
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    order_id = cheers.place_order()
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)
    printer.wait_for_slips(1)
    assert cheers.effects_of(order_id) == ["APPROVED"]
    assert counter.screen.notices(NoticeCode.NEW_ORDER)


def test_money_to_collect_and_a_note_wait_for_a_person(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, cheers={"auto_accept": True})
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    waiting = [cheers.place_order_to_pay_here(), cheers.place_order(userComment="No nuts")]
    plain = cheers.place_order()
    counter.screen.wait_for_state(plain, OrderState.PREPARING)
    counter.screen.wait_for_state(waiting, OrderState.NEW)
    assert counter.close()
    assert [cheers.effects_of(order_id) for order_id in waiting] == [[], []]


def test_an_order_somebody_else_accepted_is_not_accepted_again(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, cheers={"auto_accept": True})
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    there = cheers.place_order(status="APPROVED", callback=False)
    cheers.resend_callback(there)
    counter.screen.wait_for_state(there, OrderState.PREPARING)
    assert counter.close()
    assert cheers.effects_of(there) == []
    assert printer.slips == []


def test_undo_ends_by_itself_on_the_screen(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter(till={"undo_seconds": 0.5})
    counter.open()
    order_id = counter.accepted()
    counter.move(order_id, Move.READY)
    screen = counter.screen
    screen.wait(lambda: screen.orders[order_id].offers(Move.UNDO), "Undo")
    screen.wait(lambda: not screen.orders[order_id].offers(Move.UNDO), "no Undo")
    assert cheers.wait_for(lambda: cheers.effects_of(order_id) == ["APPROVED", "DONE"])


def test_what_is_undone_in_time_reaches_nobody(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter(till={"undo_seconds": 60})
    counter.open()
    order_id = cheers.place_order()
    counter.dispatch(RejectOrder(counter.id_of(order_id), "sold out"))
    screen = counter.screen
    screen.wait(lambda: screen.orders[order_id].offers(Move.UNDO), "Undo")
    counter.dispatch(UndoMove(counter.id_of(order_id)))
    screen.wait_for_notice(NoticeCode.UNDONE)
    assert counter.close()
    assert cheers.effects == ()
