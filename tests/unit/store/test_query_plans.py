"""No work of the counter goes through a table that grows with the years."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from app.domain.states import Move
from app.store.sqlite import SqliteStore
from app.usecases.handle_scan import HandleScan, handle_scan
from app.usecases.receive_callback import ReceiveCallback, receive_callback
from app.usecases.show_board import show_board
from tests.unit.usecases.counter import Counter

GROWING = ("orders", "order_customers", "order_search", "outbox", "print_jobs", "events")
# Indexes of what is open now alone.
SMALL = {
    "SCAN orders USING INDEX ix_orders_on_board",
    "SCAN outbox USING INDEX ix_outbox_open",
    "SCAN print_jobs USING INDEX ix_print_jobs_unsettled",
}


@contextmanager
def statements() -> Iterator[set[tuple[str, Any]]]:
    """Give each statement that is carried out meanwhile, with its values."""
    heard: set[tuple[str, Any]] = set()

    def hear(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            heard.add((statement, tuple(values)))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def scans(path: Path, statement: str, values: Any) -> list[str]:
    """Give the steps in which SQLite would go through a whole growing table."""
    with closing(sqlite3.connect(path)) as connection:
        steps = connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
    told = [str(step[3]) for step in steps]
    return [one for one in told if one.startswith("SCAN") and one.split()[1] in GROWING]


def test_a_day_at_the_counter_goes_through_no_growing_table(tmp_path: Path) -> None:
    path = tmp_path / "pult.sqlite3"
    store = SqliteStore(path)
    counter = Counter(store, undo_seconds=0)
    with statements() as heard:
        receive_callback(ReceiveCallback("cheers", ("v-1",)), counter.desk)
        order_id = counter.at_work(Move.READY)
        counter.print_next()
        counter.report()
        code = counter.order(order_id).slip_code
        handle_scan(HandleScan(code), counter.desk)
        show_board(counter.desk)
        counter.move(Move.COLLECTED, order_id)
        counter.deliver()
    store.close()
    assert len(heard) > 30
    found = {statement: scans(path, statement, values) for statement, values in heard}
    assert not {one: steps for one, steps in found.items() if set(steps) - SMALL}
