"""The one edge where faults of SQLite and SQLAlchemy become the store's own errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.domain.errors import StoreCorrupt, StoreUnavailable

# Primary result codes, https://www.sqlite.org/rescode.html
_UNAVAILABLE: Final = {
    sqlite3.SQLITE_PERM: "is not permitted",
    sqlite3.SQLITE_BUSY: "is locked by another program",
    sqlite3.SQLITE_LOCKED: "is locked",
    sqlite3.SQLITE_NOMEM: "does not fit into memory",
    sqlite3.SQLITE_READONLY: "is read-only",
    sqlite3.SQLITE_INTERRUPT: "was interrupted",
    sqlite3.SQLITE_IOERR: "cannot be read or written (input/output error)",
    sqlite3.SQLITE_FULL: "is full: the disk has no room left",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_PROTOCOL: "is locked by another program",
}
_CORRUPT: Final = {
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_FORMAT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is not a database",
}


@contextmanager
def mapped_errors(where: str) -> Iterator[None]:
    """Raise what SQLite says about `where` (a file's name) as the store's own errors.

    Locked, full, read-only and the like: StoreUnavailable. Damaged: StoreCorrupt. A rule of the
    tables or a value that cannot be stored: ValueError. All else is a fault of ours and passes.
    """
    try:
        yield
    except sqlite3.Error as error:
        if (known := _known(where, error)) is None:
            raise
        raise known from error
    except OverflowError as error:
        raise ValueError("a figure is too large to be stored") from error
    except PoolTimeoutError as error:
        raise StoreUnavailable(f"{where} is in use") from error
    except DBAPIError as error:
        if (known := _known(where, error.orig)) is None:
            raise
        raise known from error
    except StatementError as error:
        if isinstance(error.orig, ValueError):
            raise ValueError(str(error.orig)) from error
        raise


@contextmanager
def readable(what: str) -> Iterator[None]:
    """Raise StoreCorrupt when `what`, read from the file, is not something Pult wrote."""
    try:
        yield
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise StoreCorrupt(f"{what} holds a value that cannot be read") from error


def _known(where: str, error: BaseException | None) -> Exception | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _UNAVAILABLE:
        return StoreUnavailable(f"{where} {_UNAVAILABLE[code]}")
    if code in _CORRUPT:
        return StoreCorrupt(f"{where} {_CORRUPT[code]}")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return ValueError(f"a rule of the store is broken: {error}")
    return None
