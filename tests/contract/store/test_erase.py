"""One person, or old data, is erased for good; figures and events stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.basket import Basket
from app.domain.errors import IllegalMove
from app.domain.history import HistorySearch
from app.domain.order import Order
from app.domain.push import PushKind, PushState
from app.domain.report import Customer, Fact
from app.domain.states import Attention, OrderState
from app.store.sqlite import SqliteStore
from tests.builders import a_basket, a_line, a_push, an_event, an_order, at

SECRET = "Szidónia-4711"
LONG = "the same secret over many pages " * 600 + SECRET


def a_basket_with_a_note() -> Basket:
    return a_basket(a_line(note=SECRET), a_line("Ham sandwich", 1900))


def a_told_order(order_id: str, **changes: object) -> Order:
    who = Customer(
        name=SECRET,
        phone="+36 30 999 4711",
        email=SECRET,
        address=SECRET,
        comment=LONG,
        facts=(Fact("metadata", SECRET),),
    )
    given = {
        "state": OrderState.COLLECTED,
        "customer": who,
        "facts": (Fact("invoice", SECRET),),
        "basket": a_basket_with_a_note(),
        "reject_reason": SECRET,
        "handed_over_unpaid": SECRET,
    }
    return an_order(order_id, **(given | changes))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pult.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path)
    yield store
    store.close()


def keep(store: SqliteStore, *orders: Order) -> None:
    with store.begin() as unit:
        for order in orders:
            unit.orders.add(order, f'{{"name": "{SECRET}"}}')
            unit.record([an_event(order.id)])
            told = a_push(order.id, 1, kind=PushKind.REJECT, state=PushState.REFUSED)
            unit.outbox.add(replace(told, message=SECRET, refusal=SECRET))
            unit.outbox.add(a_push(order.id, 2, message="on its way"))
        unit.commit()


def get(store: SqliteStore, order_id: str) -> Order:
    with store.begin() as unit:
        return unit.orders.get(order_id)


def bytes_on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


def test_erasing_an_order_leaves_its_figures_and_events(store: SqliteStore, path: Path) -> None:
    order = a_told_order("order-1")
    keep(store, order)
    assert SECRET.encode() in bytes_on_disk(path)
    store.erase_order("order-1")
    bare_lines = tuple(replace(line, note="") for line in order.basket.lines)
    assert get(store, "order-1") == replace(
        order,
        customer=Customer(),
        facts=(),
        basket=replace(order.basket, lines=bare_lines),
        reject_reason="",
        handed_over_unpaid="",
    )
    reader = store.reader()
    assert reader.events("order-1") == [an_event("order-1")]
    assert len(list(reader.ended(at(), at(60)))) == 1
    assert SECRET.encode() not in bytes_on_disk(path)
    with store.begin() as unit:
        refused, waiting = unit.outbox.of_order("order-1")
    assert (refused.message, refused.refusal) == ("", "")
    assert waiting.message == "on its way"


def test_an_erased_order_is_found_by_its_number_but_not_by_its_customer(
    store: SqliteStore,
) -> None:
    keep(store, a_told_order("order-1"))
    with store.begin() as unit:
        unit.cards.tie("order-1", "LC4711XYZ")
        unit.commit()
    assert len(store.reader().history(HistorySearch("lc4711")).rows) == 1
    store.erase_order("order-1")
    reader = store.reader()
    assert [row.who for row in reader.history(HistorySearch("A-1")).rows] == [""]
    for text in (SECRET, "+36 30 999 4711", "36309994711", "lc4711"):
        assert reader.history(HistorySearch(text)).rows == ()


def test_old_orders_are_erased_and_newer_and_open_ones_kept(store: SqliteStore) -> None:
    noticed = {"attention": Attention.ENDED_ELSEWHERE, "held_in": OrderState.READY}
    keep(
        store,
        a_told_order("order-1", ended_at=at(10)),
        a_told_order("order-2", ended_at=at(30)),
        a_told_order("order-3", state=OrderState.READY),
        a_told_order("order-4", ended_at=at(10), **noticed),
        an_order("order-5", state=OrderState.LEFT, ended_at=at(10), customer=Customer()),
    )
    assert store.erase_personal_data(at(20), 99) == 2  # order-5 had a payload
    names = {
        f"order-{number}": get(store, f"order-{number}").customer.name for number in range(1, 6)
    }
    assert names == {
        "order-1": "",
        "order-2": SECRET,
        "order-3": SECRET,
        "order-4": SECRET,
        "order-5": "",
    }
    assert store.erase_personal_data(at(20), 99) == 0


def test_an_order_on_the_board_is_not_erased(store: SqliteStore) -> None:
    keep(store, a_told_order("order-1", state=OrderState.READY))
    with pytest.raises(IllegalMove):
        store.erase_order("order-1")
    assert get(store, "order-1").customer.name == SECRET


def test_an_unknown_order_cannot_be_erased(store: SqliteStore) -> None:
    with pytest.raises(KeyError):
        store.erase_order("nobody")


def test_an_erased_order_can_be_written_again(store: SqliteStore) -> None:
    order = a_told_order("order-1")
    keep(store, order)
    store.erase_order("order-1")
    with store.begin() as unit:
        unit.orders.save(order, "{}")
        unit.commit()
    assert get(store, "order-1") == order
    assert len(store.reader().history(HistorySearch(SECRET)).rows) == 1


def test_old_copies_made_before_migrations_go_too(store: SqliteStore, path: Path) -> None:
    now = datetime.now(UTC)
    old, new = (
        path.with_name(f"{path.name}.before-0002-{moment:%Y%m%dT%H%M%S%fZ}")
        for moment in (now - timedelta(days=40), now - timedelta(days=10))
    )
    for file in (old, new, path.with_name("other.txt")):
        file.touch()
    store.erase_personal_data(now - timedelta(days=30), 99)
    assert not old.exists()
    assert new.exists()
    assert path.with_name("other.txt").exists()
