"""The store in one SQLite file: write-ahead log, every commit on disk before it is answered."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.domain.errors import StoreUnavailable
from app.ports.store import ReaderPort, StorePort, UnitOfWork
from app.store.erase import erase_before, erase_one, forget_copies, forget_sent
from app.store.errors import mapped_errors
from app.store.files import BUSY_SECONDS, copy_whole, reading_connection, writing_connection
from app.store.migrate import prepare
from app.store.reader import SqlReader
from app.store.transaction import Transaction
from app.store.unit_of_work import SqlUnitOfWork, Turn


class SqliteStore(StorePort):
    """The store of one till in the file `path`.

    Opening creates the file (with `create`) or brings an older one up to date, after a copy of it.
    Raises StoreUnavailable, StoreCorrupt (damaged, or not ours; it is left as it is) and
    StoreTooNew. `busy_seconds`: how long another program may hold the file. Thread: any; units of
    work come one after the other.
    """

    def __init__(
        self, path: Path, *, create: bool = True, busy_seconds: float = BUSY_SECONDS
    ) -> None:
        self._path: Final = path
        self._closed = False
        prepare(path, create=create)
        self._turn: Final = Turn()
        self._writing: Final = _engine(
            lambda: writing_connection(path, busy_seconds=busy_seconds), most=1
        )
        event.listen(self._writing, "begin", _begin_immediately)
        self._reading: Final = _engine(
            lambda: reading_connection(path, busy_seconds=busy_seconds), most=10
        )
        with mapped_errors(path.name):
            self._writing.connect().close()

    def begin(self, signed_by: str = "") -> UnitOfWork:
        """Open one unit of work, whose events name that person; in its block a second one waits."""
        self._check_open()
        return SqlUnitOfWork(self._writing, self._path.name, self._turn, signed_by)

    def reader(self) -> ReaderPort:
        """Open a reader of its own."""
        self._check_open()
        return SqlReader(self._reading, self._path.name)

    def backup(self, target: Path) -> None:
        """Write a whole, consistent copy to a new file while work goes on.

        Raises StoreUnavailable when the file exists or cannot be written. Thread: any but core.
        """
        self._check_open()
        copy_whole(self._path, target)

    def erase_personal_data(self, before: datetime, most: int) -> int:
        """Erase whose orders ended before that moment, of `most` orders at the most.

        Returns of how many. Figures and events stay. Copies made before migrations go too when
        they are that old.
        """
        erased = self._erase(lambda transaction: erase_before(transaction, before, most))
        forget_copies(self._path, before)
        return erased

    def forget_sent(self) -> None:
        """Forget what was sent of erased orders and was not settled then."""

        def forget(transaction: Transaction) -> int:
            forget_sent(transaction)
            return 0

        self._erase(forget)

    def erase_order(self, order_id: str) -> None:
        """Erase whose order this was; figures and events stay.

        Raises KeyError when there is no such order, IllegalMove while it stands on the board.
        Backups and copies made before migrations are not touched.
        """
        self._erase(lambda transaction: erase_one(transaction, order_id))

    def close(self) -> None:
        """Let go of everything, once the unit of work under way has ended."""
        self._turn.take()
        try:
            self._closed = True
            self._reading.dispose()
            self._writing.dispose()
        finally:
            self._turn.give_back()

    def _erase(self, work: Callable[[Transaction], int]) -> int:
        self._check_open()
        self._turn.take()
        try:
            transaction = Transaction(self._writing, self._path.name)
            transaction.open()
            try:
                erased = work(transaction)
                transaction.commit()
            finally:
                transaction.close()
            self._empty_log()
            return erased
        finally:
            self._turn.give_back()

    def _empty_log(self) -> None:
        """Write the log into the file, where a reader does not hold it back."""
        with mapped_errors(self._path.name), closing(self._writing.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable(f"{self._path.name} is closed")


def _engine(connect: Callable[[], sqlite3.Connection], *, most: int) -> Engine:
    return create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=most - 1,
        # Errors would else carry customers' data into the log.
        hide_parameters=True,
    )


def _begin_immediately(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
