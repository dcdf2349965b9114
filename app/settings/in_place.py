"""Putting a finished file in the place of another, also while something on Windows looks at it."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Final

_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION = 5, 32, 33
_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds; a virus scanner or the search index is done with a small file long before the last."""

Replace = Callable[[Path, Path], None]
Pause = Callable[[float], object]


def is_held(fault: OSError) -> bool:
    """Whether Windows says that another program has the file open."""
    return getattr(fault, "winerror", None) in (_SHARING_VIOLATION, _LOCK_VIOLATION)


def may_be_held(fault: OSError) -> bool:
    """Whether it may be so; Windows calls it a missing right too when a file is to be replaced."""
    return is_held(fault) or getattr(fault, "winerror", None) == _ACCESS_DENIED


def put_in_place(
    part: Path, target: Path, *, replace: Replace = os.replace, pause: Pause | None = None
) -> None:
    """Let the file `part` become `target` in one step; raises OSError, and both stay as they are.

    Where another program may have one of them open that is waited for, not quite 2 s in all: not
    for the gui thread. `replace` is the system's way, `pause` lets so many seconds pass.
    """
    for seconds in _PAUSES:
        try:
            replace(part, target)
        except OSError as fault:
            if not may_be_held(fault):
                raise
        else:
            return
        (pause or Event().wait)(seconds)
    replace(part, target)
