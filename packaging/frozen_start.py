"""Runs first in the built program: other programs are started with the system's libraries.

The start-up code has put the program's own folder before them for this process, where that has
had its effect. Left in the environment, it would make `pactl` or `lp` load our libraries.
"""

import os

NAME = "LD_LIBRARY_PATH"

before = os.environ.pop(f"{NAME}_ORIG", None)
if before is None:
    os.environ.pop(NAME, None)
else:
    os.environ[NAME] = before
