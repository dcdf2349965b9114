"""The store in an SQLite file keeps to the contract, and to what only a file can promise."""

from __future__ import annotations

import sqlite3
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy.exc import OperationalError

from app.domain.errors import StoreUnavailable
from app.domain.history import HistorySearch
from app.domain.order import Order
from app.domain.states import OrderState
from app.ports.store import StorePort
from app.store.records import customer_row, order_from, order_row
from app.store.sqlite import SqliteStore
from app.store.tables import ORDER_CUSTOMERS
from tests.builders import a_job, a_push, an_event, an_order, at
from tests.contract.store.samples import (
    FULL_JOB,
    FULL_ORDER,
    FULL_PUSH,
    ORDERS,
    fields_at_default,
)
from tests.contract.store.store_contract import StoreContract
from tests.patience import PATIENCE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "pult.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path)
    yield store
    store.close()


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def store(self, path: Path) -> Iterator[StorePort]:
        store = SqliteStore(path)
        yield store
        store.close()


@pytest.mark.parametrize("full", [FULL_ORDER, FULL_PUSH, FULL_JOB], ids=lambda row: row.id)
def test_the_samples_leave_no_field_at_its_default(full: object) -> None:
    assert fields_at_default(full) == []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ORDERS)
def test_any_order_comes_back_from_its_rows(order: Order) -> None:
    nothing = {column.name: None for column in ORDER_CUSTOMERS.c}
    assert order_from(nothing | (customer_row(order) or {}) | order_row(order)) == order


@settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(ORDERS)
def test_any_order_comes_back_from_the_file(store: SqliteStore, order: Order) -> None:
    with store.begin() as unit:
        unit.orders.add(order, "{}")
        unit.orders._known.clear()  # type: ignore[attr-defined]  # else nothing would be read
        assert unit.orders.get(order.id) == order
        assert unit.orders.find(order.vendor, order.vendor_order_id) == order


def test_half_a_surrogate_pair_cannot_stop_an_order(store: SqliteStore) -> None:
    order = an_order(desk="half \ud83c pair", vendor_order_id="\udf7a")
    with store.begin() as unit:
        unit.orders.add(order, "raw \ud83c")
        unit.commit()
    with store.begin() as unit:
        found = unit.orders.find("cheers", "\udf7a")
        assert found is not None
        assert found.desk == "half \ufffd pair"


def test_commits_are_synced_and_links_checked(store: SqliteStore) -> None:
    with store._writing.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    full = 2
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_a_reader_cannot_write(store: SqliteStore) -> None:
    with store._reading.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.exec_driver_sql("DELETE FROM orders")


def test_a_reader_sees_one_moment_while_writing_goes_on(store: SqliteStore) -> None:
    ended = [
        an_order(f"order-{number}", state=OrderState.COLLECTED, ended_at=at(number))
        for number in range(600)
    ]
    with store.begin() as unit:
        for order in ended:
            unit.orders.add(order, "{}")
        unit.commit()
    rows = store.reader().ended(at(), at(10_000))
    next(iter(rows))
    with store.begin() as unit:
        unit.orders.add(replace(FULL_ORDER, ended_at=at(700)), "{}")
        unit.commit()
    assert len(list(rows)) == 599


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_file_folder_and_log_belong_to_this_user_alone(store: SqliteStore, path: Path) -> None:
    with store.begin() as unit:
        unit.orders.add(an_order(), "{}")
        unit.commit()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert files == dict.fromkeys(["pult.sqlite3", "pult.sqlite3-wal", "pult.sqlite3-shm"], 0o600)


def test_a_name_full_of_signs_is_just_a_name(tmp_path: Path) -> None:
    path = tmp_path / "50% off?" / "a#b;c&d=ű.sqlite3"
    store = SqliteStore(path)
    with store.begin() as unit:
        unit.orders.add(an_order(), "{}")
        unit.commit()
    assert len(store.reader().history(HistorySearch()).rows) == 1
    store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_personal_data_stands_only_in_tables_of_its_own(store: SqliteStore, path: Path) -> None:
    secret = "Zsófia-7391"
    order = replace(
        FULL_ORDER,
        customer=replace(FULL_ORDER.customer, **dict.fromkeys(["name", "comment"], secret)),
        reject_reason=secret,
        handed_over_unpaid=secret,
        facts=FULL_ORDER.customer.facts,
    )
    line = replace(order.basket.lines[0], note=secret)
    order = replace(order, basket=replace(order.basket, lines=(line,)))
    with store.begin() as unit:
        unit.orders.add(order, secret)
        unit.record([an_event(order.id)])
        unit.commit()
    with closing(sqlite3.connect(path)) as file:
        for (table,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            held = str(file.execute(f"SELECT * FROM {table}").fetchall())
            personal = table in ("order_customers", "order_payloads")
            assert (secret in held) is personal, table


def test_the_newest_payload_is_kept(store: SqliteStore, path: Path) -> None:
    with store.begin() as unit:
        unit.orders.add(an_order(), '{"first": 1}')
        unit.orders.save(an_order(), '{"second": 2}')
        unit.orders.save(an_order(state=OrderState.READY))
        unit.commit()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT raw FROM order_payloads").fetchall() == [('{"second": 2}',)]


def test_a_backup_is_whole_while_writing_goes_on(store: SqliteStore, tmp_path: Path) -> None:
    stop = threading.Event()
    written: list[str] = []

    def write() -> None:
        while not stop.is_set():
            name = f"order-{len(written)}"
            with store.begin() as unit:
                unit.orders.add(an_order(name), "{}")
                unit.outbox.add(a_push(name))
                unit.jobs.add(a_job(name))
                unit.commit()
            written.append(name)
            some.set()

    some = threading.Event()
    thread = threading.Thread(target=write)
    thread.start()
    try:
        assert some.wait(PATIENCE)
        before = len(written)
        store.backup(tmp_path / "copy.sqlite3")
    finally:
        stop.set()
        thread.join(PATIENCE)
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    restored = SqliteStore(tmp_path / "copy.sqlite3", create=False)
    with restored.begin() as unit:
        kept = {order.id for order in unit.orders.on_board()}
        assert kept >= set(written[:before])
        assert {push.order_id for push in unit.outbox.open()} == kept
        assert {job.order_id for job in unit.jobs.unsettled()} == kept
    restored.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_backup_belongs_to_this_user_alone(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    store.backup(tmp_path / "stick" / "copy.sqlite3")
    files = list((tmp_path / "stick").iterdir())
    assert [file.name for file in files] == ["copy.sqlite3"]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600


def test_a_backup_never_replaces_a_file(store: SqliteStore, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    with pytest.raises(StoreUnavailable, match="exists already"):
        store.backup(target)
    with pytest.raises(StoreUnavailable, match="exists already"):
        store.backup(path)
    assert target.read_text() == "precious"


def test_a_backup_to_nowhere_says_so(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for nowhere in ("file", "drive that is not there"):
        with pytest.raises(StoreUnavailable, match="cannot be created"):
            store.backup(tmp_path / nowhere / "copy.sqlite3")
    assert not (tmp_path / "drive that is not there").exists()


def test_a_missing_store_is_not_made_by_looking_for_it(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        SqliteStore(tmp_path / "pult.sqlite3", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_closed_whole(path: Path) -> None:
    store = SqliteStore(path)
    with store.begin() as unit:
        unit.orders.add(an_order(), "{}")
        unit.commit()
    store.reader().history(HistorySearch(most=1))
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["pult.sqlite3"]
