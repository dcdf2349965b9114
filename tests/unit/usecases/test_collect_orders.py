"""Several orders are collected by one press, each by the ordinary move, and taken back by one."""

from __future__ import annotations

from dataclasses import replace

from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState
from app.ports.store import StorePort
from app.usecases.collect_orders import (
    CollectOrders,
    UndoCollected,
    collect_orders,
    undo_collected,
)
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

S = OrderState


def ready(counter: Counter, count: int = 3) -> tuple[str, ...]:
    return tuple(counter.at_work(Move.READY) for _ in range(count))


def collect(counter: Counter, *order_ids: str) -> None:
    counter.hear(collect_orders(CollectOrders(order_ids), counter.desk))


def undo(counter: Counter, *order_ids: str) -> None:
    counter.hear(undo_collected(UndoCollected(order_ids), counter.desk))


def said(counter: Counter) -> Notice:
    return counter.told(Noticed)[-1].notice


def states(counter: Counter, order_ids: tuple[str, ...]) -> list[OrderState]:
    return [counter.order(order_id).state for order_id in order_ids]


def test_each_is_collected_and_told_by_a_push_of_its_own(counter: Counter) -> None:
    ids = ready(counter)
    collect(counter, *ids)
    assert states(counter, ids) == [S.COLLECTED] * 3
    notice = said(counter)
    assert (notice.code, notice.tone) == (NoticeCode.COLLECTED_TOGETHER, Tone.OK)
    assert notice.data == {
        "orders": " ".join(ids),
        "count": "3",
        "missed": "0",
        "told": "yes",
        "undo": "5",
    }
    counter.clock.advance(5)
    counter.deliver()
    told = [counter.effects(f"v-{place}")[-1] for place in (1, 2, 3)]
    assert told == [PushKind.COLLECTED] * 3


def test_one_that_cannot_be_collected_stops_none_of_the_others(counter: Counter) -> None:
    first, gone, last = ready(counter)
    counter.report(counter.vendor.place_to_pay())
    with counter.store.begin() as work:
        unpaid = next(one.id for one in work.orders.on_board() if one.state is S.NEW)
    counter.accept(unpaid)
    counter.deliver()
    counter.move(Move.READY, unpaid)
    counter.move(Move.LEFT, gone)
    collect(counter, first, gone, unpaid, last)
    assert states(counter, (first, gone, unpaid, last)) == [
        S.COLLECTED,
        S.LEFT,
        S.READY,
        S.COLLECTED,
    ]
    assert (said(counter).data["count"], said(counter).data["missed"]) == ("2", "2")


def test_one_undo_takes_all_of_them_back(counter: Counter) -> None:
    ids = ready(counter)
    before = [counter.effects(f"v-{place}") for place in (1, 2, 3)]
    collect(counter, *ids)
    counter.clock.advance(4.9)
    undo(counter, *ids)
    assert states(counter, ids) == [S.READY] * 3
    assert (said(counter).code, said(counter).data["count"]) == (NoticeCode.UNDONE_TOGETHER, "3")
    counter.clock.advance(60)
    counter.deliver()
    assert [counter.effects(f"v-{place}") for place in (1, 2, 3)] == before


def test_undo_leaves_what_has_left_already_or_was_moved_otherwise(counter: Counter) -> None:
    _first, other = ids = ready(counter, 2)
    collect(counter, *ids)
    undo(counter, other)
    counter.move(Move.LEFT, other)
    undo(counter, *ids)
    assert states(counter, ids) == [S.READY, S.LEFT]
    assert (said(counter).tone, said(counter).data["missed"]) == (Tone.WARN, "1")


def test_undo_of_one_that_is_on_the_wire_stops_none_of_the_others(counter: Counter) -> None:
    first, _second = ids = ready(counter, 2)
    collect(counter, *ids)
    waiting = next(push for push in counter.pushes(first) if push.kind is PushKind.COLLECTED)
    with counter.store.begin() as work:
        work.outbox.save(replace(waiting, state=PushState.SENDING))
        work.commit()
    undo(counter, *ids)
    assert states(counter, ids) == [S.COLLECTED, S.READY]


def test_too_late_nothing_is_taken_back(counter: Counter) -> None:
    ids = ready(counter)
    collect(counter, *ids)
    counter.clock.advance(5)
    undo(counter, *ids)
    assert states(counter, ids) == [S.COLLECTED] * 3
    assert said(counter).data["count"] == "0"


def test_nothing_collected_says_so(quick: Counter) -> None:
    order_id = quick.at_work()
    collect(quick, order_id)
    assert (said(quick).tone, said(quick).data["count"], said(quick).data["undo"]) == (
        Tone.WARN,
        "0",
        "0",
    )


def test_without_time_to_undo_it_is_told_at_once(store: StorePort) -> None:
    counter = Counter(store, undo_seconds=0)
    ids = ready(counter, 2)
    collect(counter, *ids)
    assert said(counter).data["undo"] == "0"
    counter.deliver()
    assert [counter.effects(f"v-{place}")[-1] for place in (1, 2)] == [PushKind.COLLECTED] * 2


def test_one_named_twice_is_collected_once() -> None:
    counter = Counter(FakeStore())
    (order_id,) = ready(counter, 1)
    collect(counter, order_id, order_id)
    assert (said(counter).data["count"], said(counter).data["missed"]) == ("1", "0")
