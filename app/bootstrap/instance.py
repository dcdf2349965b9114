"""One running Pult per data folder; a killed one leaves no lock."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import IO, Final

RUNNING_MARK: Final = "Global\\Pult"
"""On Windows the setup looks for a mutex of this name before it replaces or removes files."""
_TAKEN: Final = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def lock_file(folder: Path) -> Path:
    """Return the file that a Pult working with the data folder keeps open."""
    return folder / "pult.lock"


class AlreadyRunning(Exception):
    """Another Pult works with the data folder."""


class InstanceLock:
    """Holds the operating system's lock on a file for as long as the process lives."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; raises AlreadyRunning, and OSError when the folder cannot be used."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file: IO[bytes] = lock_file(folder).open("a+b")
        try:
            _lock(self._file)
            self._sign()
            mark_running()
        except OSError as error:
            self._file.close()
            if error.errno in _TAKEN:
                raise AlreadyRunning(str(folder)) from error
            raise

    def _sign(self) -> None:
        """Write our process's number behind the locked byte, which nobody else can read there."""
        with contextlib.suppress(OSError):  # a full disk costs the number, not the start
            self._file.truncate(0)
            self._file.write(b"\n%d\n" % os.getpid())
            self._file.flush()

    def release(self) -> None:
        """Let another Pult in; the file itself stays, since its name is what is locked."""
        with contextlib.suppress(OSError):
            self._file.close()


def is_taken(folder: Path) -> bool:
    """Return whether some Pult works with the data folder; a look takes no more than a moment."""
    try:
        with lock_file(folder).open("rb") as file:
            _lock(file)  # and let go of at once, with the file
    except OSError as error:
        return error.errno in _TAKEN and not isinstance(error, FileNotFoundError)
    return False


def written_by(folder: Path) -> int:
    """Return the number of the process that locked the folder last, 0 where none is written."""
    try:
        with lock_file(folder).open("rb", buffering=0) as file:
            file.seek(1)
            return int(file.read(20) or 0)
    except (OSError, ValueError):
        return 0


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno:
                raise
            # Wine's C library gives no reason where Windows' says EACCES.
            raise OSError(errno.EACCES, "locked") from error

    def mark_running() -> None:
        """Let the setup know of this process, of whichever user, until it ends."""
        import ctypes

        # Never closed: the system does that when the process has gone, and its files are free.
        ctypes.windll.kernel32.CreateMutexW(None, False, RUNNING_MARK)

else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def mark_running() -> None:
        """Nobody looks for it here: files of a program that runs can be replaced."""
