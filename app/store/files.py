"""The store's file: opening SQLite connections, creating it private, copying it whole."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from app.domain.errors import StoreUnavailable
from app.settings.in_place import put_in_place
from app.store.errors import mapped_errors

BUSY_SECONDS: Final = 5.0
"""How long a writer waits for another program that holds the file."""


def writing_connection(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing file for durable writing; BEGIN and COMMIT are the caller's."""
    connection = _connect(path, "rw", busy_seconds)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What is erased shall not be found in free pages of the file either.
        connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def reading_connection(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing file so that nothing can be written through the connection."""
    connection = _connect(path, "ro", busy_seconds)
    try:
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def create_folder(folder: Path) -> None:
    """Create a folder only this user can enter, unless it is there; raises StoreUnavailable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"{folder} cannot be created: {error.strerror}") from error


def create_private(path: Path) -> None:
    """Create an empty file only this user can read.

    Raises StoreUnavailable when the file exists or cannot be created.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise StoreUnavailable(f"{path} exists already") from error
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be created: {error.strerror}") from error


def copy_whole(source: Path, target: Path) -> None:
    """Write one consistent copy of a store, while others go on writing it, to a new private file.

    The name is taken at once, the copy takes its place only when it is whole and on disk. Raises
    StoreUnavailable when the target exists or cannot be written; no folder is made for it, since
    a missing one means a drive that is not there.
    """
    create_private(target)
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        create_private(part)
        _copy_pages(source, part)
        _to_disk(part)
        put_in_place(part, target)
        folder_to_disk(target.parent)
    except OSError as error:
        forget(part, target)
        raise StoreUnavailable(f"{target} cannot be written: {error.strerror}") from error
    except BaseException:
        forget(part, target)
        raise


def folder_to_disk(folder: Path) -> None:
    """Make the names of new files in the folder as durable as what is in them.

    Raises StoreUnavailable. Some drives (FAT, network) cannot do it and have no need to say so.
    """
    if os.name == "nt":  # Windows opens no folders; NTFS keeps its own journal of names
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise StoreUnavailable(f"{folder} cannot be written: {error.strerror}") from error


def forget(*paths: Path) -> None:
    """Delete files, unless they are gone; raises StoreUnavailable."""
    try:
        for path in paths:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be deleted: {error.strerror}") from error


def _copy_pages(source: Path, part: Path) -> None:
    with (
        mapped_errors(f"{source.name} or its copy {part.stem}"),
        closing(reading_connection(source)) as read,
        closing(_connect(part, "rw", BUSY_SECONDS)) as written,
    ):
        # In one step, or every write meanwhile would start the copy again.
        read.backup(written, pages=-1)
        # A copy is one file: without this it would ask for its write-ahead log.
        written.execute("PRAGMA journal_mode = DELETE")


def _connect(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
