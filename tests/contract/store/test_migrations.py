"""Every older file becomes a file of the present version, after a copy; nothing is lost."""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import StoreCorrupt, StoreTooNew
from app.domain.history import HistorySearch
from app.domain.product import PreviousCatalogue
from app.domain.staff import Person, PinRecord
from app.store.migrate import SCRIPTS, Scripts, copies_of, create_tables, prepare, upgrade
from app.store.sqlite import SqliteStore
from tests.builders import an_event, an_order, at
from tests.contract.store.books_contract import CASH, DRAWN, OUT, SHIFT
from tests.contract.store.samples import (
    A_PAUSE,
    AN_ITEM,
    FULL_JOB,
    FULL_ORDER,
    FULL_PRODUCT,
    FULL_PUSH,
)

OLD = sorted((Path(__file__).parent / "old").glob("v*.sql"))
ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pult.sqlite3"


def load(dump: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.executescript(dump.read_text("utf-8"))


def schema(path: Path) -> dict[str, object]:
    """Describe every table by what SQLite itself says of it, whatever wrote it."""
    described: dict[str, object] = {}
    with closing(sqlite3.connect(path)) as file:
        for name, sql in file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
            indexes = [
                (*index[2:], file.execute(f"PRAGMA index_xinfo({index[1]})").fetchall())
                for index in file.execute(f"PRAGMA index_list({name})").fetchall()
            ]
            described[name] = {
                "columns": file.execute(f"PRAGMA table_xinfo({name})").fetchall(),
                "indexes": sorted(map(str, indexes)),
                "links": file.execute(f"PRAGMA foreign_key_list({name})").fetchall(),
                "deferred": sql.count("DEFERRABLE INITIALLY DEFERRED"),
                "kept by row id": "WITHOUT ROWID" not in sql,
                "named": sorted(re.findall(r"CONSTRAINT (\w+)", sql)),
            }
        named = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
        for name, sql in file.execute(named):
            described[name] = " ".join(sql.split())
        described["application_id"] = file.execute("PRAGMA application_id").fetchone()
        described["version"] = file.execute("SELECT * FROM alembic_version").fetchall()
    return described


def test_a_new_file_and_a_migrated_one_have_the_same_tables(tmp_path: Path) -> None:
    for name in ("made", "migrated"):
        (tmp_path / name).touch()
    create_tables(tmp_path / "made", SCRIPTS.head)
    upgrade(tmp_path / "migrated")
    assert schema(tmp_path / "made") == schema(tmp_path / "migrated")


def test_every_version_has_a_migration_and_a_dump() -> None:
    migrations = sorted((SCRIPTS.folder / "versions").glob("v*.py"))
    numbers = [path.stem[1:5] for path in migrations]
    assert numbers == [f"{number:04}" for number in range(1, len(migrations) + 1)]
    assert numbers[-1] == SCRIPTS.head
    assert [path.stem[1:] for path in OLD] == numbers


@pytest.mark.parametrize("dump", OLD, ids=lambda dump: dump.stem)
def test_a_file_of_every_version_opens_with_everything_in_it(dump: Path, path: Path) -> None:
    load(dump, path)
    store = SqliteStore(path)
    with store.begin() as unit:
        assert unit.orders.get("full") == FULL_ORDER
        assert unit.orders.get("order-1") == an_order()
        assert unit.outbox.of_order("order-1") == [FULL_PUSH]
        assert unit.jobs.of_order("order-1") == [FULL_JOB]
        assert [entry.vendor_order_id for entry in unit.inbox.waiting()] == ["c-9"]
        assert unit.memory.get("printer counter answers") == "yes"
        assert unit.catalogue.names(["lager"], "hu") == {"lager": "Világos sör"}
        assert unit.catalogue.all() == [FULL_PRODUCT]
        assert unit.references.get("order-1", "oktopos") == "12345"
        assert unit.staff.all() == [Person("p-1", "Szűcs Anna", "digest-1")]
        assert unit.pins.get("shop") == PinRecord("shop", b"salt", b"digest", 6, at(5))
        assert unit.next_number("2026-11-20", "walkin") == 2
        assert unit.orders.on_board()[-1] == an_order()
        assert unit.pauses.all() == [A_PAUSE]
        assert list(unit.sold_out.of_day("2026-11-20")) == [AN_ITEM]
        assert unit.shifts.get("shift-1") == SHIFT
        assert unit.outages.open_at("till-1") == [OUT]
    reader = store.reader()
    assert reader.books.takings_of("", "till-1") == [CASH]
    assert reader.books.movements_of("", "till-1") == [DRAWN]
    assert reader.events("order-1") == [an_event(word="ő")]
    assert reader.catalogue().previous == PreviousCatalogue(at(0), 1)
    assert len(reader.history(HistorySearch("szucs")).rows) == 1
    store.close()
    fresh = path.with_name("fresh.sqlite3")
    SqliteStore(fresh).close()
    assert schema(path) == schema(fresh)
    made = dump.stem[1:] != SCRIPTS.head
    assert len(copies_of(path)) == made


NEXT = '''
"""A version that does not exist yet."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("orders") as table:
        table.add_column(sa.Column("colour", sa.Text(), server_default="red", nullable=False))
        table.alter_column("desk", new_column_name="seat")
    op.execute("UPDATE orders SET colour = 'blue'")
    {more}
'''


@pytest.fixture
def following(tmp_path: Path) -> Scripts:
    """The migrations with one more, which makes a table anew."""
    folder = tmp_path / "100% migrations"
    shutil.copytree(SCRIPTS.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0002_colour.py").write_text(NEXT.format(more="pass"))
    return Scripts(folder, "0002")


def filled(path: Path) -> None:
    store = SqliteStore(path)
    with store.begin() as unit:
        unit.orders.add(an_order(), "{}")
        unit.record([an_event()])
        unit.commit()
    store.close()


def test_an_older_file_is_copied_and_migrated(path: Path, following: Scripts) -> None:
    filled(path)
    prepare(path, create=False, scripts=following)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT id, colour FROM orders").fetchall() == [("order-1", "blue")]
        assert file.execute("SELECT version_num FROM alembic_version").fetchall() == [("0002",)]
        assert file.execute("SELECT count(*) FROM events").fetchone() == (1,)
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        links = file.execute("PRAGMA foreign_key_list(events)").fetchall()
        assert [link[2] for link in links] == ["orders"]
    [(_made_at, copy)] = copies_of(path)
    assert re.fullmatch(r"pult\.sqlite3\.before-0002-\d{8}T\d{12}Z", copy.name)
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    store = SqliteStore(copy)
    with store.begin() as unit:
        assert unit.orders.get("order-1") == an_order()
    store.close()


def test_a_migrated_file_is_too_new_for_the_version_before(path: Path, following: Scripts) -> None:
    filled(path)
    prepare(path, create=False, scripts=following)
    with pytest.raises(StoreTooNew, match="0002"):
        SqliteStore(path)


def test_a_file_of_the_present_version_is_not_copied(path: Path) -> None:
    filled(path)
    SqliteStore(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["pult.sqlite3"]


def test_the_newest_three_copies_are_kept(path: Path, following: Scripts) -> None:
    filled(path)
    stamps = [f"2026010{day}T120000000000Z" for day in (1, 2, 3, 4)]
    for stamp in stamps:
        path.with_name(f"{path.name}.before-0001-{stamp}").touch()
    prepare(path, create=False, scripts=following)
    kept = [copy.name.rpartition("-")[2] for _made_at, copy in copies_of(path)]
    assert kept[:2] == stamps[2:]
    assert len(kept) == 3


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ("raise ZeroDivisionError", ZeroDivisionError),
        ('op.execute("DELETE FROM orders")', StoreCorrupt),
    ],
    ids=["fails half-way", "leaves events without order"],
)
def test_a_migration_that_goes_wrong_leaves_the_file_as_it_was(
    path: Path, following: Scripts, more: str, error: type[Exception]
) -> None:
    filled(path)
    (following.folder / "versions" / "v0002_colour.py").write_text(NEXT.format(more=more))
    with pytest.raises(error):
        prepare(path, create=False, scripts=following)
    store = SqliteStore(path)
    with store.begin() as unit:
        assert unit.orders.get("order-1") == an_order()
    store.close()
    assert len(copies_of(path)) == 1


def test_alembic_is_imported_only_to_migrate(path: Path) -> None:
    filled(path)
    code = (
        "import sys; from pathlib import Path; from app.store.sqlite import SqliteStore;"
        "SqliteStore(Path(sys.argv[1])).close(); SqliteStore(Path(sys.argv[2])).close();"
        "assert 'sqlite3' in sys.modules and 'alembic' not in sys.modules"
    )
    command = [sys.executable, "-c", code, str(path), str(path.with_name("new.sqlite3"))]
    subprocess.run(command, cwd=ROOT, check=True)
