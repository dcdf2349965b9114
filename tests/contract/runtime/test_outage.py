"""Vendors that are away, slow, hang, lose replies or ask for patience."""

from __future__ import annotations

import itertools
import threading
import time

import pytest

from app.domain.backoff import Backoff
from app.domain.lamp import LampTone
from app.domain.notice import NoticeCode
from app.domain.states import Move, OrderState, SyncState
from app.simulators.cheers import CheersSimulator
from tests.contract.runtime.conftest import MakeCounter
from tests.patience import PATIENCE
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

WORKED = ["APPROVED", "DONE", "PAID_EXTERNALLY", "COMPLETED"]


def test_twelve_orders_worked_through_an_outage_reach_the_vendor_once_and_in_order(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    screen = counter.screen
    ids = [cheers.place_order_to_pay_here() for _ in range(12)]
    for order_id in ids:
        counter.accept(order_id)
    screen.wait_for_state(ids, OrderState.PREPARING)
    late = [cheers.place_order() for _ in range(2)]
    for order_id in late:
        screen.order(order_id)

    cheers.refuse_connections()
    for order_id in ids:
        counter.move(order_id, Move.READY)
        counter.take_cash(order_id)
        counter.move(order_id, Move.COLLECTED)
    for order_id in late:
        counter.accept(order_id)
    screen.wait_for_state(ids, OrderState.COLLECTED)
    screen.wait_for_lamp("cheers", "offline")
    screen.wait(
        lambda: all(screen.orders[one].worst_sync is SyncState.RETRYING for one in [*ids, *late]),
        "every card to show that Cheers does not know yet",
    )
    assert {screen.orders[one].order.state for one in late} == {OrderState.NEW}

    cheers.listen_again()
    assert cheers.wait_for(
        lambda: (
            all(cheers.effects_of(one) == WORKED for one in ids)
            and all(cheers.effects_of(one) == ["APPROVED"] for one in late)
        ),
        25,
    )
    screen.wait_for_state(late, OrderState.PREPARING)
    screen.wait_for_lamp("cheers", "connected")
    screen.wait(
        lambda: all(one.worst_sync is SyncState.IN_STEP for one in screen.all()), "being in step"
    )
    assert [effect.word for effect in cheers.effects if effect.by == "till"].count("DONE") == 12
    assert not screen.notices(NoticeCode.REFUSED)


def test_one_answer_after_an_outage_hastens_everything(
    make_counter: MakeCounter, cheers: CheersSimulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All wait for many seconds by then; one look-up by staff gets through."""
    wait = 3 * PATIENCE
    monkeypatch.setattr("app.usecases.push_ends.PUSH_BACKOFF", Backoff(first=wait, longest=wait))
    counter = make_counter()
    till = counter.open()
    ids = [counter.accepted() for _ in range(6)]
    cheers.refuse_connections()
    for order_id in ids:
        counter.move(order_id, Move.READY)
    screen = counter.screen
    screen.wait(lambda: all(screen.orders[one].misses for one in ids), "a miss of each")
    cheers.listen_again()
    till.inbox.look_up("cheers", ids[0])
    assert cheers.wait_for(lambda: all("DONE" in cheers.effects_of(one) for one in ids), PATIENCE)


def test_a_look_up_does_not_queue_behind_pushes_that_cannot_connect(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter(cheers={"refresh_seconds": 0.5})
    till = counter.open()
    ids = [counter.accepted() for _ in range(12)]
    cheers.swallow_connections()
    for order_id in ids:
        counter.move(order_id, Move.READY)
    counter.screen.wait_for_state(ids, OrderState.READY)
    began = time.monotonic()
    till.inbox.look_up("cheers", "whatever")
    counter.screen.wait(lambda: counter.screen.look_ups, "the answer")
    assert counter.screen.look_ups[0].problem == NoticeCode.VENDOR_GONE.value
    assert time.monotonic() - began < 9  # four rounds of three pushes take twelve seconds
    cheers.listen_again()
    assert cheers.wait_for(
        lambda: all("DONE" in cheers.effects_of(one) for one in ids), 2 * PATIENCE
    )


def test_a_lost_reply_is_asked_after_and_takes_effect_once(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    order_id = cheers.place_order()
    counter.screen.order(order_id)
    cheers.drop_next(on="PUT", before_applying=False)
    counter.accept(order_id)
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)
    assert counter.screen.notices(NoticeCode.NOT_CONFIRMED)
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_a_lost_request_is_sent_again_once(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    order_id = cheers.place_order()
    counter.screen.order(order_id)
    cheers.drop_next(on="PUT", before_applying=True)
    counter.accept(order_id)
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_a_vendor_that_asks_for_patience_gets_it(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    """Also when other calls get through meanwhile: Retry-After is about the till, not one order."""
    counter = make_counter(cheers={"refresh_seconds": 0.2})
    counter.open()
    first, second = counter.accepted(), counter.accepted()
    cheers.fail_next(429, on="PUT", retry_after=2)
    counter.move(first, Move.READY)
    screen = counter.screen
    screen.wait(lambda: screen.orders[first].misses == 1, "the answer 429")
    counter.move(second, Move.READY)
    screen.wait_for_state(second, OrderState.READY)
    assert cheers.wait_for(
        lambda: all("DONE" in cheers.effects_of(one) for one in (first, second)), 10
    )
    puts = [one for one in cheers.requests if one.method == "PUT"]
    (asked,) = (at for at, one in enumerate(puts) if one.status == 429)
    assert puts[asked + 1].at - puts[asked].at > 1.8


def test_a_vendor_that_fails_at_every_push_is_not_hammered(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    order_id = counter.accepted()
    cheers.fail_next(503, times=None, on="PUT")
    counter.move(order_id, Move.READY)

    def puts() -> list[float]:
        return [one.at for one in cheers.requests if one.method == "PUT"][1:]

    assert cheers.wait_for(lambda: len(puts()) >= 3)
    gaps = [later - earlier for earlier, later in itertools.pairwise(puts())]
    assert gaps[1] > 1.5, gaps


def test_a_hanging_vendor_delays_neither_slips_nor_scans(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    counter = make_counter(printer, scanner, till={"print_on": "accepted"})
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    screen.wait_for_lamp("till scanner", "ready")
    order_id = cheers.place_order()
    screen.order(order_id)
    cheers.hang()
    counter.accept(order_id)
    printer.wait_for_slips(1)
    scanner.send(printer.qr(0).encode() + b"\r")
    screen.wait(lambda: screen.scans, "the scan")
    assert cheers.wait_for(lambda: cheers.hanging)
    assert screen.orders[order_id].order.state is OrderState.NEW


@pytest.mark.parametrize("hanging", ["nothing", "vendor", "printer", "everything"])
def test_it_ends_within_five_seconds_whatever_hangs(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    printer: PrinterSink,
    scanner: PtyLine,
    hanging: str,
) -> None:
    counter = make_counter(printer, scanner)
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    ids = [cheers.place_order() for _ in range(8)]
    for order_id in ids:
        screen.order(order_id)
    if hanging in ("printer", "everything"):
        printer.reads = False
        counter.accept(ids[0])
        screen.wait_for_state(ids[0], OrderState.PREPARING)
    if hanging in ("vendor", "everything"):
        cheers.hang()
        for order_id in ids[1:]:
            counter.accept(order_id)
        assert cheers.wait_for(lambda: cheers.hanging)
    began = time.monotonic()
    counter.close()
    assert time.monotonic() - began < 7.5  # on a slow machine; a hanging vendor is waited for 8 s


def test_what_never_left_is_not_in_doubt_after_the_till_was_closed(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    """Eight accepts, three threads: five of them wait when the till closes, and still only wait."""
    counter = make_counter()
    counter.open()
    ids = [cheers.place_order() for _ in range(8)]
    for order_id in ids:
        counter.screen.order(order_id)
    cheers.hang(on="PUT")
    for order_id in ids:
        counter.accept(order_id)
    assert cheers.wait_for(lambda: cheers.hanging == 3)
    counter.close()
    cheers.release()

    screen = counter.screen
    screen.orders.clear()
    counter.open()
    screen.wait_for_state(ids, OrderState.PREPARING)
    assert all(cheers.effects_of(one) == ["APPROVED"] for one in ids)
    counted = [notice.order_id for notice in screen.notices(NoticeCode.NOT_CONFIRMED)]
    assert len(set(counted)) <= 3


def test_the_lamp_says_what_the_vendor_is_and_since_when(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter(cheers={"refresh_seconds": 0.1})
    till = counter.open()
    well = counter.screen.wait_for_lamp("cheers", "connected")
    assert well.tone is LampTone.OK
    cheers.refuse_connections()
    gone = counter.screen.wait_for_lamp("cheers", "offline")
    assert gone.since is not None
    assert gone.last_contact is not None
    assert gone.last_contact <= gone.since
    counter.screen.wait_for_notice(NoticeCode.VENDOR_GONE)
    assert len(counter.screen.notices(NoticeCode.VENDOR_GONE)) == 1
    answered = threading.Event()
    till.lanes["cheers"].test(lambda _result: answered.set())
    assert answered.wait(PATIENCE)
    cheers.listen_again()
    counter.screen.wait_for_lamp("cheers", "connected")
