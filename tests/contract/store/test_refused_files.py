"""Files that are damaged, not ours or too new are refused and left as they are."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import StoreCorrupt, StoreTooNew, StoreUnavailable
from app.domain.history import HistorySearch
from app.store.sqlite import SqliteStore
from tests.builders import a_push, an_order


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pult.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path)
    yield store
    store.close()


def add(store: SqliteStore, name: str, raw: str = "{}") -> None:
    with store.begin() as unit:
        unit.orders.add(an_order(name), raw)
        unit.commit()


@pytest.mark.parametrize("garbage", [b"not a database at all", b"x" * 100_000, b"SQLite"])
def test_what_is_no_database_is_refused_untouched(path: Path, garbage: bytes) -> None:
    path.write_bytes(garbage)
    with pytest.raises(StoreCorrupt, match="not an SQLite file"):
        SqliteStore(path)
    assert path.read_bytes() == garbage
    assert [file.name for file in path.parent.iterdir()] == ["pult.sqlite3"]


def _filled(path: Path) -> bytes:
    store = SqliteStore(path)
    for number in range(50):
        add(store, f"order-{number}", raw="x" * 3_000)
    store.close()
    return path.read_bytes()


@pytest.mark.parametrize("damage", ["cut short", "header", "first page"])
def test_a_damaged_file_is_refused_untouched(path: Path, damage: str) -> None:
    whole = _filled(path)
    damaged = {
        "cut short": whole[: len(whole) // 2],
        "header": whole[:16] + b"\xff" * 84 + whole[100:],
        "first page": whole[:100] + b"\x00" * 3_996 + whole[4_096:],
    }[damage]
    path.write_bytes(damaged)
    with pytest.raises(StoreCorrupt, match=r"damaged|not a database"):
        SqliteStore(path)
    assert path.read_bytes() == damaged


def test_damage_found_while_working_is_told(path: Path) -> None:
    whole = _filled(path)
    path.write_bytes(whole[: 4096 * 2] + os.urandom(len(whole) - 4096 * 2))
    store = None
    with pytest.raises(StoreCorrupt):
        store = SqliteStore(path)
        with store.begin() as unit:
            unit.orders.on_board()
    if store is not None:
        with pytest.raises(StoreCorrupt):
            store.reader().history(HistorySearch())
        store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE orders SET basket = '{'",
        "UPDATE orders SET state = 'EATEN'",
        "UPDATE orders SET received_at = 'noon'",
        "UPDATE outbox SET kind = 'shout'",
    ],
)
def test_a_value_nobody_wrote_is_corrupt_and_names_no_customer(
    store: SqliteStore, path: Path, statement: str
) -> None:
    with store.begin() as unit:
        unit.orders.add(an_order(), "{}")
        unit.outbox.add(a_push())
        unit.commit()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(statement)
    with pytest.raises(StoreCorrupt) as caught, store.begin() as unit:
        unit.orders.on_board()
        unit.outbox.open()
    assert "Kovács" not in str(caught.value)


def test_a_file_of_another_program_is_refused_untouched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        other.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
    before = path.read_bytes()
    with pytest.raises(StoreCorrupt, match="another program"):
        SqliteStore(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["pult.sqlite3"]


@pytest.mark.parametrize(
    ("version", "error"), [("0999", StoreTooNew), ("nonsense", StoreCorrupt), (None, StoreCorrupt)]
)
def test_a_version_we_do_not_know_is_refused(
    path: Path, version: str | None, error: type[Exception]
) -> None:
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DELETE FROM alembic_version")
        if version is not None:
            file.execute("INSERT INTO alembic_version VALUES (?)", (version,))
    before = path.read_bytes()
    with pytest.raises(error):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_folder_in_the_files_place_is_unavailable(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        SqliteStore(path)


@pytest.mark.parametrize("start", [b"", "empty database"])
def test_a_file_that_never_got_its_tables_becomes_a_store(path: Path, start: bytes | str) -> None:
    """What is left when the program is killed while it creates its store."""
    if start == b"":
        path.touch()
    else:
        with closing(sqlite3.connect(path)) as file:
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA user_version = 0")
    with pytest.raises(StoreUnavailable, match="empty"):
        SqliteStore(path, create=False)
    store = SqliteStore(path)
    add(store, "order-1")
    store.close()
