"""How this very program is started once more: by the watchdog, by the demo, and by itself."""

from __future__ import annotations

import sys
from typing import Final

WATCHED: Final = "PULT_WATCHED"
"""Tells the program that a watchdog runs it, which starts it anew after `AGAIN_CODE`."""
AGAIN_CODE: Final = 75


def ourselves(*arguments: str) -> list[str]:
    """Return the command line of Pult with these arguments.

    A built program is its own executable. Python is told not to take a folder called `app` where
    the user stands for the program.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-P", "-m", "app", *arguments]
