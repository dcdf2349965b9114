"""The data folder, its lock and its log, held for as long as one Pult runs."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from app.bootstrap.ending import EXIT_FINE, EXIT_STORE, EXIT_WRONG_USE
from app.bootstrap.fault_hooks import faults_logged
from app.bootstrap.instance import AlreadyRunning, InstanceLock
from app.bootstrap.logfile import Log
from app.bootstrap.say_wrong import say_wrong
from app.domain.causes import cause_of
from app.settings.secret_words import secrets_of
from app.settings.settings import Settings


@contextlib.contextmanager
def locked(
    settings: Settings,
    on_taken: Callable[[Path], bool] | None = None,
    on_stopped: Callable[[int, str], None] | None = None,
) -> Iterator[int | None]:
    """Hold the folder's lock and write its log; gives an exit code when that cannot be.

    Where another Pult has the folder, `on_taken` may bring that one to the front; then all is fine.
    Else `on_stopped` hears the exit code, and why, once the terminal has been told.
    """
    folder = settings.data_dir
    with contextlib.ExitStack() as held:
        code: int | None = None
        why = ""
        try:
            lock = InstanceLock(folder)
            held.callback(lock.release)
            log = Log(folder / "logs", settings.till.id, tuple(secrets_of(settings)))
            held.callback(log.stop)
            held.enter_context(faults_logged())
        except AlreadyRunning:
            code, why = _taken(folder, on_taken)
        except OSError as error:
            code, why = EXIT_STORE, f"the data folder {folder} cannot be used: {cause_of(error)}"
        if why:
            say_wrong(f"pult: {why}")
            if on_stopped is not None:
                on_stopped(code or EXIT_WRONG_USE, why)
        yield code


def _taken(folder: Path, on_taken: Callable[[Path], bool] | None) -> tuple[int, str]:
    if on_taken is not None and on_taken(folder):
        sys.stdout.write("pult: Pult runs already; its window is in front now\n")
        sys.stdout.flush()
        return EXIT_FINE, ""
    return EXIT_WRONG_USE, f"Pult already runs with the data folder {folder}"
