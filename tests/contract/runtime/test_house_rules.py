"""Pauses, items sold out and orders accepted within limits, with everything real but the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.news import OrdersChanged, PausesChanged, SoldOutChanged
from app.domain.notice import NoticeCode
from app.domain.pause import PauseReason
from app.domain.states import KeptBack, OrderState
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LOCATION_ID, ORGANIZATION_ID, LokeSimulator
from app.usecases.mark_sold_out import MarkSoldOut
from app.usecases.pause_vendor import PauseVendor, ResumeVendor
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink

SORRY = "Sorry, the kitchen is full."


@pytest.fixture
def loke() -> Iterator[LokeSimulator]:
    with LokeSimulator() as running:
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


def pause(
    counter: Counter, seconds: float, vendor: str = "cheers", *, rejects: bool = False
) -> None:
    until = datetime.now(UTC) + timedelta(seconds=seconds)
    reason = PauseReason.KITCHEN_FULL
    counter.dispatch(PauseVendor(vendor, reason, until, rejects, message=SORRY))
    counter.screen.wait(lambda: vendor in paused(counter), "the pause")


def paused(counter: Counter) -> list[str]:
    news: list[PausesChanged] = counter.screen.of(PausesChanged)
    return [one.vendor for one in news[-1].pauses] if news else []


def sold_out(counter: Counter) -> list[str]:
    news: list[SoldOutChanged] = counter.screen.of(SoldOutChanged)
    return [item.name for item in news[-1].items] if news else []


def has_rung(counter: Counter, order_id: str) -> bool:
    told = [one for news in counter.screen.of(OrdersChanged) for one in news.orders]
    return any(one.rings_as_new for one in told if one.order.id == counter.id_of(order_id))


def test_a_pause_ends_by_itself_and_what_it_held_rings(
    make_counter: MakeCounter, cheers: CheersSimulator
) -> None:
    counter = make_counter()
    counter.open()
    pause(counter, 4)
    order_id = cheers.place_order()
    assert counter.screen.order(order_id).order.held_until is not None
    assert not has_rung(counter, order_id)
    counter.screen.wait(lambda: has_rung(counter, order_id), "the ring")
    assert counter.screen.orders[order_id].order.held_until is None
    assert paused(counter) == []
    counter.accept(order_id)
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)


def test_a_paused_vendor_is_told_why_its_orders_are_rejected(
    make_counter: MakeCounter, cheers: CheersSimulator, loke: LokeSimulator
) -> None:
    counter = make_counter(loke=table(loke))
    counter.open()
    for vendor in ("cheers", "loke"):
        pause(counter, 24 * 3600, vendor, rejects=True)
    placed = [cheers.place_order(), loke.place_order()]
    counter.screen.wait_for_state(placed, OrderState.REJECTED)
    assert cheers.effects_of(placed[0]) == ["REJECTED"]
    assert cheers.rejection_message(placed[0]) == SORRY
    assert loke.bodies_of(placed[1])[-1]["reason"] == SORRY
    assert not any(has_rung(counter, one) for one in placed)
    counter.dispatch(ResumeVendor("cheers"))
    later = cheers.place_order()
    counter.screen.wait(lambda: has_rung(counter, later), "the ring")


def test_a_power_cut_loses_neither_the_pause_nor_what_it_holds(
    make_counter: MakeCounter, cheers: CheersSimulator, tmp_path: Path
) -> None:
    counter = make_counter()
    counter.open()
    pause(counter, 6)
    order_id = cheers.place_order()
    counter.screen.order(order_id)
    counter.dispatch(MarkSoldOut("p-1", "Beer"))
    counter.screen.wait(lambda: sold_out(counter), "the item")
    again = counter.as_after_a_power_cut(tmp_path / "again")
    assert counter.close()
    again.open()
    try:
        screen = again.screen
        screen.wait(lambda: screen.of(PausesChanged), "the pauses")
        assert sold_out(again) == ["Beer"]
        screen.wait(lambda: has_rung(again, order_id), "the ring")
        assert paused(again) == []
        assert screen.orders[order_id].order.state is OrderState.NEW
    finally:
        again.close()


def test_a_reject_of_the_pause_goes_out_once_after_a_power_cut(
    make_counter: MakeCounter, cheers: CheersSimulator, tmp_path: Path
) -> None:
    counter = make_counter(till={"undo_seconds": 30})
    counter.open()
    pause(counter, 600, rejects=True)
    order_id = cheers.place_order()
    counter.screen.wait_for_notice(NoticeCode.MOVED)
    again = counter.as_after_a_power_cut(tmp_path / "again")
    again._settings["till"]["undo_seconds"] = 0
    assert counter.close()
    assert cheers.effects_of(order_id) == []
    again.open()
    try:
        snapshot = again.screen.order(order_id)
        assert snapshot.awaited is not None
        assert snapshot.order.reject_reason == SORRY
        assert not has_rung(again, order_id)
    finally:
        again.close()


def test_orders_are_accepted_within_the_limits_alone(
    make_counter: MakeCounter,
    cheers: CheersSimulator,
    loke: LokeSimulator,
    printer: PrinterSink,
) -> None:
    limits = {"auto_accept": True, "auto_accept_up_to": 0.01}
    counter = make_counter(printer, cheers=limits, loke=table(loke, auto_accept=True))
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    dear = cheers.place_order()
    assert counter.screen.order(dear).order.kept_back is KeptBack.AMOUNT
    taken = loke.place_order(createdAt=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    counter.screen.wait(
        lambda: taken in counter.screen.orders and loke.effects_of(taken), "LOKE's accept"
    )
    assert cheers.effects_of(dear) == []


def test_nothing_is_accepted_by_itself_while_no_slip_can_come_out(
    make_counter: MakeCounter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    counter = make_counter(printer, cheers={"auto_accept": True})
    printer.become("paper out")
    counter.open()
    counter.screen.wait_for_lamp("counter", "paper out")
    order_id = cheers.place_order()
    assert counter.screen.order(order_id).order.kept_back is KeptBack.PRINTER
    assert has_rung(counter, order_id)
    assert counter.close()
    assert cheers.effects_of(order_id) == []
