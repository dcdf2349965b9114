"""How a run ends: in order, or at once when something still hangs on its deadline."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from app.bootstrap.ourselves import AGAIN_CODE, WATCHED, ourselves

EXIT_FINE: Final = 0
EXIT_WRONG_USE: Final = 2
EXIT_STORE: Final = 3
STOP_SECONDS: Final = 4.5
"""In which everything together has to end; half a second remains for leaving the process."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The exit code of a run, and whether all its threads have ended.

    `again`: Pult is to be started once more, with these arguments besides those it was started by.
    """

    exit_code: int
    in_order: bool = True
    again: tuple[str, ...] | None = None


def leave(ending: Ending) -> int:
    """Return the exit code; what has not ended in order ends with the process, here.

    Python would wait for threads that hang. Everything they stand for is a row in the store.
    """
    if ending.again is not None:
        start_again(ending.again)
    if not ending.in_order:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(ending.exit_code)
    return ending.exit_code


def start_again(more: Sequence[str]) -> NoReturn:
    """Become a new run of this very program; what still hangs ends with the old one, here."""
    command = ourselves(*sys.argv[1:], *more)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    if sys.platform == "win32":  # exec there starts a new process and leaves a prompt behind
        import subprocess  # a start does not wait for it

        if left_to_watchdog(more, os.environ):
            os._exit(AGAIN_CODE)
        unwatched = {name: value for name, value in os.environ.items() if name != WATCHED}
        subprocess.Popen(command, close_fds=True, env=unwatched)
        os._exit(0)
    os.execv(command[0], command)


def left_to_watchdog(more: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Whether a watchdog is there that starts the same command anew, so that it follows it."""
    return WATCHED in environ and not more
