"""The data folder, its lock and its log, held for as long as one Pult runs."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from app.bootstrap.instance import AlreadyRunning, InstanceLock
from app.bootstrap.logfile import Log
from app.settings.settings import Settings

EXIT_WRONG_USE = 2
EXIT_STORE = 3


@contextlib.contextmanager
def locked(settings: Settings) -> Iterator[int | None]:
    """Hold the folder's lock and write its log; gives an exit code when that cannot be."""
    folder = settings.data_dir
    try:
        lock = InstanceLock(folder)
    except AlreadyRunning:
        sys.stderr.write(f"pult: Pult already runs with the data folder {folder}\n")
        yield EXIT_WRONG_USE
        return
    except OSError as error:
        sys.stderr.write(f"pult: the data folder {folder} cannot be used: {error.strerror}\n")
        yield EXIT_STORE
        return
    log = Log(folder / "logs", settings.till.id)
    try:
        yield None
    finally:
        log.stop()
        lock.release()
