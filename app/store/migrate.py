"""Bringing the store's file to the present version, or refusing it untouched.

A file of the present version costs one look with plain SQLite; Alembic is imported only when there
is something to migrate.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from app.domain.errors import StoreCorrupt, StoreTooNew, StoreUnavailable
from app.store import book_tables, rules, staff, tables
from app.store.columns import METADATA
from app.store.errors import mapped_errors
from app.store.files import (
    copy_whole,
    create_folder,
    create_private,
    folder_to_disk,
    forget,
    reading_connection,
    writing_connection,
)

_WITH_TABLES: Final = (tables, book_tables, rules, staff)
"""Whose tables METADATA gathers once they are imported."""
COPIES_KEPT: Final = 3
_STAMP: Final = "%Y%m%dT%H%M%S%fZ"
_COPY_NAME: Final = re.compile(r"\.before-\d+-(\d{8}T\d{12}Z)")
_SQLITE_MAGIC: Final = b"SQLite format 3\0"
# As Alembic makes it, so that it finds its own table in files it did not create.
_VERSION_TABLE: Final = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
    "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)


@dataclass(frozen=True, slots=True)
class Scripts:
    """The migrations: Alembic's folder and the version they lead to."""

    folder: Path
    head: str


SCRIPTS: Final = Scripts(Path(__file__).parent / "migrations", "0001")


def prepare(path: Path, *, create: bool, scripts: Scripts = SCRIPTS) -> None:
    """Make sure that `path` is a store of the present version.

    A missing or empty file becomes a new store with `create`. An older one is migrated after a copy
    of it was made beside it. Raises StoreUnavailable, StoreTooNew, and StoreCorrupt for a damaged
    or foreign file; these are left as they are.
    """
    if not path.exists() and create:
        create_folder(path.parent)
        create_private(path)
        folder_to_disk(path.parent)
    version = _version(path)
    if version == scripts.head:
        return
    if version is None:
        if not create:
            raise StoreUnavailable(f"{path} is empty")
        create_tables(path, scripts.head)
    elif not version.isdecimal():
        raise StoreCorrupt(f"{path} is not a store of Pult: its version reads {version!r}")
    elif int(version) > int(scripts.head):
        raise StoreTooNew(
            f"{path} was written by a newer Pult (version {version} of the store, "
            f"this Pult knows up to {scripts.head})"
        )
    else:
        _migrate(path, scripts)


def create_tables(path: Path, head: str) -> None:
    """Make the tables as they are now in an empty file, in one transaction."""
    with mapped_errors(path.name), _one_transaction(path) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
        METADATA.create_all(connection, checkfirst=False)
        connection.exec_driver_sql(_VERSION_TABLE)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (head,))


def upgrade(path: Path, scripts: Scripts = SCRIPTS) -> None:
    """Run the missing migrations in one transaction; no copy is made here."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with mapped_errors(path.name), _one_transaction(path) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, scripts.head)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise StoreCorrupt(f"{path} has rows that belong to no order")


def copies_of(path: Path) -> list[tuple[datetime, Path]]:
    """Return the copies made before migrations of `path` with their times, oldest first."""
    found = []
    for copy in path.parent.iterdir():
        if not copy.name.startswith(path.name):
            continue
        if stamp := _COPY_NAME.fullmatch(copy.name.removeprefix(path.name)):
            found.append((datetime.strptime(stamp[1], _STAMP).replace(tzinfo=UTC), copy))
    return sorted(found)


def _migrate(path: Path, scripts: Scripts) -> None:
    stamp = datetime.now(UTC).strftime(_STAMP)
    copy_whole(path, path.with_name(f"{path.name}.before-{scripts.head}-{stamp}"))
    forget(*(copy for _made_at, copy in copies_of(path)[:-COPIES_KEPT]))
    upgrade(path, scripts)


def _version(path: Path) -> str | None:
    """Return the version of the store in the file, None when the file is empty."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_MAGIC))
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be opened: {error.strerror}") from error
    if not head:
        return None
    if head != _SQLITE_MAGIC:
        raise StoreCorrupt(f"{path} is not an SQLite file")
    with mapped_errors(path.name), closing(reading_connection(path)) as connection:
        return _version_in(path, connection)


def _version_in(path: Path, connection: sqlite3.Connection) -> str | None:
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    (marked,) = connection.execute("PRAGMA application_id").fetchone()
    if not found and marked == 0:
        return None  # the program ended before the tables were made
    if marked != tables.APPLICATION_ID or "alembic_version" not in found:
        raise StoreCorrupt(f"{path} is an SQLite file of another program")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise StoreCorrupt(f"{path} does not say which version it is")
    return str(row[0])


@contextmanager
def _one_transaction(path: Path) -> Iterator[Connection]:
    # Tables may be made anew under their references, so these are checked at the end.
    engine = create_engine(
        "sqlite://",
        creator=lambda: _unchecked_connection(path),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        yield connection


def _unchecked_connection(path: Path) -> sqlite3.Connection:
    connection = writing_connection(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection
