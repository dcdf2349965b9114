"""How a run ends: in order, or at once when something still hangs on its deadline."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Final

EXIT_FINE: Final = 0
EXIT_WRONG_USE: Final = 2
EXIT_STORE: Final = 3
STOP_SECONDS: Final = 4.5
"""In which everything together has to end; half a second remains for leaving the process."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The exit code of a run, and whether all its threads have ended."""

    exit_code: int
    in_order: bool = True


def leave(ending: Ending) -> int:
    """Return the exit code; what has not ended in order ends with the process, here.

    Python would wait for threads that hang. Everything they stand for is a row in the store.
    """
    if not ending.in_order:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(ending.exit_code)
    return ending.exit_code
