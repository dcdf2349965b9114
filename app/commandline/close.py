"""``pult close``: ends the Pult that runs, in order, for whoever is about to replace its files."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from typing import Final

from app.bootstrap.front_door import ask_to_end
from app.bootstrap.instance import AlreadyRunning, InstanceLock
from app.bootstrap.say_wrong import say_wrong
from app.commandline.opening import find_plugins, read_settings
from app.commandline.parser import EXIT_CHECK_FAILED, EXIT_FINE

SECONDS: Final = 10.0
"""Pult itself takes at most 5 s to end."""
_AGAIN_SECONDS: Final = 0.1


def close(config: Path | None) -> int:
    """End it and wait until it has ended; exit code 1 when it has not."""
    folder = read_settings(config, find_plugins()).data_dir
    if not _is_taken(folder):
        return _say("Pult does not run")
    if not ask_to_end(folder):
        say_wrong("pult close: no window answers; end pult intake the way it was started")
        return EXIT_CHECK_FAILED
    until, pause = time.monotonic() + SECONDS, threading.Event()
    while _is_taken(folder):
        if time.monotonic() > until:
            say_wrong(f"pult close: Pult has not ended within {SECONDS:g} s")
            return EXIT_CHECK_FAILED
        pause.wait(_AGAIN_SECONDS)
    return _say("Pult has ended")


def _is_taken(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    try:
        InstanceLock(folder).release()
    except AlreadyRunning:
        return True
    return False


def _say(line: str) -> int:
    sys.stdout.write(f"{line}\n")
    return EXIT_FINE
