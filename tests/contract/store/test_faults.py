"""A disk that is full, a file that is locked or may only be read: told clearly, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.domain.errors import StoreUnavailable
from app.domain.history import HistorySearch
from app.store.sqlite import SqliteStore
from tests.builders import an_order

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pult.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, busy_seconds=0.2)
    yield store
    store.close()


def add(store: SqliteStore, name: str, raw: str = "{}") -> None:
    with store.begin() as unit:
        unit.orders.add(an_order(name), raw)
        unit.commit()


def on_board(store: SqliteStore) -> list[str]:
    with store.begin() as unit:
        return [order.id for order in unit.orders.on_board()]


def test_a_store_locked_by_another_program_is_unavailable_and_then_works(
    store: SqliteStore, path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="locked by another program"):
            store.begin().__enter__()
        other.execute("ROLLBACK")
    add(store, "order-1")
    assert on_board(store) == ["order-1"]


def test_a_short_lock_is_waited_for(path: Path) -> None:
    store = SqliteStore(path)
    code = (
        "import sqlite3, sys; file = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "file.execute('BEGIN IMMEDIATE'); print('locked', flush=True); sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        other.stdin.write("let go\n")
        other.stdin.flush()
        add(store, "order-1")
    assert on_board(store) == ["order-1"]
    store.close()


def test_reading_goes_on_while_another_program_writes(store: SqliteStore, path: Path) -> None:
    add(store, "order-1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM order_search")
        assert len(store.reader().history(HistorySearch()).rows) == 1
        other.execute("ROLLBACK")


def test_a_full_store_takes_the_unit_back_and_the_next_one_works(store: SqliteStore) -> None:
    """As on a full disk, with SQLite's own limit of pages."""
    add(store, "order-1")
    with store._writing.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreUnavailable, match="is full"):
        add(store, "order-2", raw="x" * 1_000_000)
    assert on_board(store) == ["order-1"]
    with store._writing.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    add(store, "order-2", raw="x" * 1_000_000)
    assert on_board(store) == ["order-1", "order-2"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB; only the superuser of a Linux machine can have one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs the right to mount")
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let tests mount")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_loses_nothing_and_the_store_goes_on_when_there_is_room(
    small_disk: Path,
) -> None:
    store = SqliteStore(small_disk / "pult.sqlite3")
    kept: list[str] = []
    with pytest.raises(StoreUnavailable, match="full"):
        for number in range(1000):
            add(store, f"order-{number}", raw="x" * 5_000)
            kept.append(f"order-{number}")
    assert kept
    assert sorted(on_board(store)) == sorted(kept)
    with pytest.raises(StoreUnavailable):
        store.backup(small_disk / "copy.sqlite3")
    assert not list(small_disk.glob("copy*"))
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    add(store, "late")
    assert sorted(on_board(store)) == sorted([*kept, "late"])
    store.close()
    again = SqliteStore(small_disk / "pult.sqlite3")
    assert sorted(on_board(again)) == sorted([*kept, "late"])
    again.close()


def test_a_new_store_on_a_full_disk_leaves_no_half_of_one(small_disk: Path) -> None:
    filler = small_disk / "filler"
    with suppress(OSError):
        filler.write_bytes(b"x" * 700_000)
    with pytest.raises(StoreUnavailable, match=r"full|input/output"):
        SqliteStore(small_disk / "pult.sqlite3")
    filler.unlink()
    store = SqliteStore(small_disk / "pult.sqlite3")
    add(store, "order-1")
    store.close()


READ_ONLY = """
import os, sys
from pathlib import Path
from app.domain.errors import StoreUnavailable
from app.store.sqlite import SqliteStore

def write(path):
    store = SqliteStore(path, create=False)
    with store.begin() as unit:
        unit.memory.put("a", "1")
        unit.commit()
    store.close()

write(Path(sys.argv[1]))  # everything is imported while it may be read
if os.geteuid() == 0:  # the superuser may write everything
    os.setgid(65534)
    os.setuid(65534)
try:
    write(Path(sys.argv[2]))
except StoreUnavailable as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_store_that_may_only_be_read_says_so(path: Path, folder_mode: int) -> None:
    place = Path(tempfile.mkdtemp(prefix="pult-read-only-"))
    SqliteStore(path).close()
    try:
        file = place / "pult.sqlite3"
        SqliteStore(file).close()
        before = file.read_bytes()
        file.chmod(0o444)
        place.chmod(folder_mode)
        said = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(path), str(file)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "read-only" in said.stdout or "cannot be opened" in said.stdout
        assert file.read_bytes() == before
    finally:
        shutil.rmtree(place)
