"""One line of what is wrong, for whoever started Pult."""

from __future__ import annotations

import sys
from typing import Final

_MB_ICONWARNING: Final = 0x30


def say_wrong(line: str) -> None:
    """Write a line to standard error; started by a click on Windows, where nobody sees it, show it.

    It then waits until somebody has read it: for what ends a start, not for a window at work.
    """
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
    if sys.platform == "win32" and sys.__stderr__ is None:  # pultw.exe has no console
        import ctypes  # the first window does not wait for it

        ctypes.windll.user32.MessageBoxW(None, line, "Pult", _MB_ICONWARNING)
