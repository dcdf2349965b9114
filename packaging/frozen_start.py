"""Runs first in the built program: makes the start like that of any other Python.

Linux: other programs are started with the system's libraries. The start-up code has put the
program's own folder before them for this process, where that has had its effect. Left in the
environment, it would make `pactl` or `lp` load our libraries.

Windows: pultw.exe has no console, and Python no streams in it; what is written there goes nowhere.
"""

import os
import sys

NAME = "LD_LIBRARY_PATH"

before = os.environ.pop(f"{NAME}_ORIG", None)
if before is None:
    os.environ.pop(NAME, None)
else:
    os.environ[NAME] = before

for stream, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
    if getattr(sys, stream) is None:
        # Open for as long as the program runs.
        setattr(sys, stream, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
