"""LOKE at the counter, from the poll to the hand-over, with everything real but the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.basket import DeliveryKind
from app.domain.notice import NoticeCode
from app.domain.states import Attention, JobState, Move, OrderState, SyncState
from app.simulators._loke_menu import draw_order
from app.simulators.loke import LOCATION_ID, ORGANIZATION_ID, LokeSimulator
from app.usecases.reject_order import RejectOrder
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink

ADDRESS = {"streetAddress": "41 Derby Street", "locality": "Collingwood"}
SECRET = "wh-s3cr3t"


@pytest.fixture
def loke() -> Iterator[LokeSimulator]:
    with LokeSimulator(page_size=3, webhook_secret=SECRET, callback_base_delay=0.1) as running:
        yield running


def table(loke: LokeSimulator, **changes: object) -> dict[str, object]:
    return {
        "enabled": True,
        "base_url": loke.base_url,
        "organization_id": ORGANIZATION_ID,
        "location_id": LOCATION_ID,
        "token": loke.token,
        "poll_seconds": 0.2,
        **changes,
    }


def delivered(loke: LokeSimulator) -> str:
    order = draw_order(loke._chance)
    cart = {key: value for key, value in order["cart"].items() if key != "fulfillAt"}
    return loke.place_order(cart={**cart, "deliveryAddress": ADDRESS})


def picked_up(loke: LokeSimulator, wanted_at: datetime | None = None) -> str:
    """Place an order to be picked up, as soon as possible or at a time."""
    order = draw_order(loke._chance)
    unwanted = ("deliveryAddress", "fulfillAt")
    cart = {key: value for key, value in order["cart"].items() if key not in unwanted}
    if wanted_at is not None:
        cart["fulfillAt"] = wanted_at.isoformat()
        cart["validatedAt"] = (wanted_at - timedelta(hours=1)).isoformat()  # long before
    return loke.place_order(cart=cart, payment={**order["payment"], "deliveryAmount": 0})


def accepted(counter: Counter, order_id: str) -> None:
    counter.accept(order_id)
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)


def ready(counter: Counter, order_id: str) -> None:
    accepted(counter, order_id)
    counter.move(order_id, Move.READY)
    counter.screen.wait_for_state(order_id, OrderState.READY)


def in_step(counter: Counter, order_id: str) -> None:
    screen = counter.screen
    screen.wait(lambda: screen.orders[order_id].worst_sync is SyncState.IN_STEP, "being in step")


def test_an_order_is_polled_accepted_printed_and_completed(
    make_counter: MakeCounter, loke: LokeSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, loke=table(loke))
    counter.open()
    screen = counter.screen
    screen.wait_for_lamp("counter", "ready")
    order_id = picked_up(loke)
    new = screen.order(order_id)
    assert (new.order.state, new.order.number_is_ours) == (OrderState.NEW, True)
    assert screen.wait_for_notice(NoticeCode.NEW_ORDER).order_id == new.order.id
    screen.wait_for_lamp("loke", "connected")

    accepted(counter, order_id)
    printer.wait_for_slips(1)
    assert order_id in printer.text(0).replace("\n", "")
    counter.move(order_id, Move.READY)
    counter.move(order_id, Move.COLLECTED)
    assert loke.wait_for(lambda: loke.state(order_id) == "completed")
    in_step(counter, order_id)
    assert loke.effects_of(order_id) == ["accepted", "READY", "completed"]
    assert loke.bodies_of(order_id)[0]["refId"].endswith(f"-{new.order.number}")
    screen.wait(
        lambda: (slip := screen.orders[order_id].slip) and slip.state is JobState.PRINTED,
        "the slip to count as printed",
    )
    assert counter.close()
    assert len(printer.slips) == 1


def test_one_for_later_rests_over_a_restart_and_prints_once_when_it_comes_forward(
    make_counter: MakeCounter, loke: LokeSimulator, printer: PrinterSink
) -> None:
    """Its time comes while the till is down: here by another lead."""
    counter = make_counter(printer, loke=table(loke))
    counter.open()
    order_id = picked_up(loke, datetime.now(UTC) + timedelta(minutes=30))
    accepted(counter, order_id)
    assert counter.screen.orders[order_id].order.rests_in_later
    assert counter.close()
    assert len(printer.slips) == 0

    counter._settings["till"]["lead_minutes"] = 40
    counter.open()
    printer.wait_for_slips(1)
    told = counter.screen.wait_for_notice(NoticeCode.COMES_FORWARD)
    assert told.order_id == counter.screen.orders[order_id].order.id
    assert not counter.screen.orders[order_id].order.rests_in_later
    assert counter.close()
    assert len(printer.slips) == 1


def test_ready_stays_although_the_list_goes_on_saying_accepted(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    order_id = picked_up(loke)
    ready(counter, order_id)
    in_step(counter, order_id)
    polled = len(loke.requests)
    loke.change_order(order_id, surprise=1)
    assert loke.wait_for(lambda: len(loke.requests) >= polled + 4)
    assert counter.screen.orders[order_id].order.state is OrderState.READY


def test_a_refused_complete_leaves_the_order_ready_not_preparing(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    order_id = picked_up(loke)
    ready(counter, order_id)
    in_step(counter, order_id)
    loke.fail_next(409, on="PUT", path_has="complete", message="not now")
    counter.move(order_id, Move.COLLECTED)
    screen = counter.screen
    screen.wait_for_notice(NoticeCode.REFUSED)
    screen.wait_for_state(order_id, OrderState.READY)
    assert screen.orders[order_id].refused is not None


def test_a_refused_ready_takes_the_order_back(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    order_id = picked_up(loke)
    accepted(counter, order_id)
    loke.fail_next(409, on="PUT", path_has="progress", message="not now")
    counter.move(order_id, Move.READY)
    counter.screen.wait_for_notice(NoticeCode.REFUSED)
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)


def test_a_delivery_sets_out_and_stays_in_ready_with_its_mark(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    home, here = delivered(loke), picked_up(loke)
    ready(counter, home)
    ready(counter, here)
    screen = counter.screen
    assert screen.orders[home].order.basket.delivery is not None
    assert screen.orders[home].order.basket.delivery.kind is DeliveryKind.HOME_DELIVERY
    assert screen.orders[home].offers(Move.ON_THE_WAY)
    assert screen.orders[here].offers(Move.ON_THE_WAY) is None
    counter.move(home, Move.ON_THE_WAY)
    screen.wait(lambda: screen.orders[home].on_the_way_at, "the order to set out")
    assert screen.orders[home].offers(Move.ON_THE_WAY) is None
    counter.move(here, Move.ON_THE_WAY)
    screen.wait_for_notice(NoticeCode.NOT_POSSIBLE)
    counter.move(home, Move.COLLECTED)
    assert loke.wait_for(lambda: loke.state(home) == "completed")
    assert loke.effects_of(home) == ["accepted", "READY", "ON_THE_WAY", "completed"]
    assert loke.effects_of(here) == ["accepted", "READY"]


def test_a_reject_needs_its_reason_and_the_customer_reads_it(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    order_id = picked_up(loke)
    counter.dispatch(RejectOrder(counter.id_of(order_id), " "))
    counter.screen.wait_for_notice(NoticeCode.NOT_POSSIBLE)
    counter.dispatch(RejectOrder(counter.id_of(order_id), "Sold out"))
    counter.screen.wait_for_state(order_id, OrderState.REJECTED)
    assert loke.order(order_id)["rejectionReason"] == "Sold out"


def test_what_another_device_decided_is_shown_as_it_is(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    mine, theirs = picked_up(loke), picked_up(loke)
    accepted(counter, mine)
    counter.screen.order(theirs)
    loke.reject_elsewhere(mine)
    loke.set_state(theirs, "accepted", by="elsewhere")
    counter.screen.wait_for_state(mine, OrderState.REJECTED)
    assert counter.screen.orders[mine].order.attention is Attention.ENDED_ELSEWHERE
    counter.screen.wait_for_state(theirs, OrderState.PREPARING)
    assert loke.effects_of(theirs) == []


def test_an_accept_that_completes_leaves_the_rest_to_the_counter(
    make_counter: MakeCounter, loke: LokeSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, loke=table(loke, auto_complete=True))
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    order_id = picked_up(loke)
    accepted(counter, order_id)
    printer.wait_for_slips(1)
    assert loke.wait_for(lambda: loke.state(order_id) == "completed")
    polled = len(loke.requests)
    assert loke.wait_for(lambda: len(loke.requests) >= polled + 4)
    assert counter.screen.orders[order_id].order.attention is None
    for move, state in ((Move.READY, OrderState.READY), (Move.COLLECTED, OrderState.COLLECTED)):
        counter.move(order_id, move)
        counter.screen.wait_for_state(order_id, state)
    assert counter.close()
    assert loke.effects_of(order_id) == ["accepted", "completed"]


def test_an_order_loke_knows_no_more_is_asked_for_and_stays_in_sight(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    order_id = picked_up(loke)
    accepted(counter, order_id)
    in_step(counter, order_id)
    loke.remove_order(order_id)
    path = f"{loke.orders_path}/{order_id}"
    assert loke.wait_for(lambda: any(one.status == 404 for one in loke.requests))
    assert any(one.path == path and one.method == "GET" for one in loke.requests)
    counter.move(order_id, Move.READY)
    counter.screen.wait_for_notice(NoticeCode.REFUSED)
    assert counter.screen.orders[order_id].order.column is not None


@pytest.mark.timeout(300)
def test_a_year_of_history_keeps_nobody_waiting(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    loke.pages.size = 100
    loke.place_history(1000)
    waiting = picked_up(loke)
    counter = make_counter(loke=table(loke, poll_seconds=10))
    counter.open()
    screen = counter.screen
    assert screen.order(waiting, timeout=60).order.number == "1"
    counter.accept(waiting)
    taken = OrderState.PREPARING
    screen.wait(lambda: screen.orders[waiting].order.state is taken, "the accept", timeout=60)
    assert len(screen.orders) < 1000
    screen.wait(lambda: len(screen.orders) == 1001, "all of history", timeout=240)
    assert len(screen.notices(NoticeCode.NEW_ORDER)) == 1
    columns = [one for one in screen.all() if one.order.column is not None]
    assert [one.order.vendor_order_id for one in columns] == [waiting]


def test_a_webhook_brings_an_order_before_the_next_poll(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke, poll_seconds=0, webhook_secret=SECRET))
    counter.open()
    loke.callback_url = counter.callback_url.replace("/cheers", "/loke")
    order_id = picked_up(loke)
    counter.screen.order(order_id)
    accepted(counter, order_id)
    assert loke.wait_for(lambda: loke.callbacks_pending == 0)
    delivered = [one for one in loke.callback_log if one.outcome == "delivered"]
    assert len(delivered) == 2  # created, and our own accept
    loke.webhook_secret = "forged"
    loke.resend_callback(order_id)
    assert loke.wait_for(lambda: loke.callback_log[-1].status == 401)


def test_an_outage_in_the_midst_of_an_order_loses_nothing(
    make_counter: MakeCounter, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    order_id = picked_up(loke)
    accepted(counter, order_id)
    loke.refuse_connections()
    counter.screen.wait_for_lamp("loke", "offline")
    counter.move(order_id, Move.READY)
    counter.move(order_id, Move.COLLECTED)
    counter.screen.wait_for_state(order_id, OrderState.COLLECTED)
    loke.listen_again()
    assert loke.wait_for(lambda: loke.state(order_id) == "completed")
    in_step(counter, order_id)
    assert loke.effects_of(order_id) == ["accepted", "READY", "completed"]
