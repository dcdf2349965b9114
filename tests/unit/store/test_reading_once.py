"""How often the file is asked while orders are made into what the screen shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from app.domain.order import Order
from app.domain.states import OrderState
from app.store.sqlite import SqliteStore
from app.usecases.accept_order import AcceptOrder, accept_order
from app.usecases.desk import VendorFacts
from app.usecases.receive_report import ReceiveReport, receive_report
from app.usecases.show_board import show_board
from tests.builders import a_report, an_order, an_order_to_pay
from tests.unit.usecases.counter import Counter

ON_BOARD = 30


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    store = SqliteStore(tmp_path / "pult.sqlite3")
    yield Counter(store, undo_seconds=0)
    store.close()


@contextmanager
def statements() -> Iterator[list[str]]:
    """Give the SQL that is carried out meanwhile, one transaction's beginning included."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        heard.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def reads_of(table: str, heard: list[str]) -> int:
    """Count the readings of a table."""
    return sum(one.startswith("SELECT") and f"FROM {table}" in one for one in heard)


def put_on_board(counter: Counter, *orders: Order) -> None:
    with counter.store.begin() as work:
        for order in orders:
            work.orders.add(order, "{}")
        work.commit()


def test_a_whole_board_is_read_once_and_each_order_s_rows_once(counter: Counter) -> None:
    put_on_board(counter, *(an_order(f"order-{n}", number=f"A-{n}") for n in range(ON_BOARD)))
    with statements() as heard:
        show_board(counter.desk)
    assert reads_of("orders", heard) == 1
    assert reads_of("outbox", heard) == ON_BOARD
    assert reads_of("print_jobs", heard) == ON_BOARD
    assert reads_of("products", heard) == 1
    assert reads_of("sold_out", heard) == 1


def test_money_at_hand_is_looked_for_without_reading_the_board_again(counter: Counter) -> None:
    ways = replace(counter.vendor.capabilities, payment_accepts=True)
    desk = replace(counter.desk, vendors={"cheers": VendorFacts("cheers", "Cheers", "C", ways)})
    unpaid = (an_order_to_pay(4000 + n, f"order-{n}", number=f"A-{n}") for n in range(ON_BOARD))
    put_on_board(counter, *unpaid)
    with statements() as heard:
        show_board(desk)
    assert reads_of("orders", heard) == 1


def test_a_reading_that_tells_nothing_new_asks_for_little_and_writes_nothing(
    counter: Counter,
) -> None:
    order = an_order(state=OrderState.PREPARING)
    put_on_board(counter, order)
    with statements() as heard:
        assert receive_report(ReceiveReport(a_report(order)), counter.desk) == []
    assert {one.split()[0] for one in heard} == {"BEGIN", "SELECT"}
    assert len(heard) <= 5


def test_an_accept_reads_again_only_what_it_wrote(counter: Counter) -> None:
    order_id = counter.place()
    with statements() as heard:
        accept_order(AcceptOrder(order_id), counter.desk)
    assert reads_of("outbox", heard) <= 2
    assert reads_of("products", heard) <= 1
