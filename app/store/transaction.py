"""One transaction on one connection: run statements, commit, take everything back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Engine, Executable
from sqlalchemy.engine import Row
from sqlalchemy.exc import DBAPIError

from app.store.errors import mapped_errors, readable


class Transaction:
    """A transaction that begins with `open` and ends with `commit` or `close`.

    Every statement goes through here, so that errors are mapped once. Thread: any, one at a time.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine: Final = engine
        self._where: Final = where
        self._connection: Connection | None = None

    def open(self) -> None:
        """Begin; raises StoreUnavailable when another program holds the store too long."""
        with mapped_errors(self._where):
            connection = self._engine.connect()
            try:
                connection.begin()
            except BaseException:
                connection.close()
                raise
        self._connection = connection

    def run(self, statement: Executable, values: Any = None) -> int:
        """Carry out a writing statement; return how many rows it met."""
        with mapped_errors(self._where):
            return self._open_connection.execute(statement, values).rowcount

    def rows(self, statement: Executable, values: Any = None) -> Sequence[Row[Any]]:
        """Return all rows a statement reads."""
        with mapped_errors(self._where):
            found = self._open_connection.execute(statement, values)
        with mapped_errors(self._where), readable(self._where):
            return found.all()

    def row(self, statement: Executable, values: Any = None) -> Row[Any] | None:
        """Return the first row a statement reads, if any."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def commit(self) -> None:
        """Make everything durable and end; when that fails, everything is taken back."""
        try:
            with mapped_errors(self._where):
                self._open_connection.commit()
        except BaseException:
            self._take_back()
            raise
        finally:
            self.close()

    def close(self) -> None:
        """End; what was not committed is taken back."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.close()
        except DBAPIError:
            # The file is beyond a rollback; SQLite takes the transaction back when it next opens.
            connection.invalidate()
            connection.close()

    def _take_back(self) -> None:
        # SQLAlchemy holds a transaction whose COMMIT failed for ended; to SQLite it may be open.
        if self._connection is None:
            return
        try:
            self._connection.connection.rollback()
        except sqlite3.Error:
            self._connection.invalidate()

    @property
    def _open_connection(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("this unit of work has ended")
        return self._connection
