"""``pult``: one run with the window."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from app.bootstrap.ending import EXIT_STORE, leave
from app.bootstrap.locked import locked
from app.bootstrap.window import run_window
from app.ports.vendor import VendorPlugin
from app.settings.settings import Settings


def run(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> int:
    """Run until the window is closed; return the exit code."""
    with locked(settings, _bring_to_front, partial(_stopped, settings.till.language)) as code:
        if code is not None:
            return code
        ending = run_window(settings, plugins)
    return leave(ending)


def _stopped(language: str, code: int, why: str) -> None:
    from app.bootstrap.stopped import show_stopped  # nor a start that goes well of what stops it
    from app.ui.stop_window import Stop

    show_stopped(Stop.FOLDER if code == EXIT_STORE else Stop.TAKEN, [why], language)


def _bring_to_front(folder: Path) -> bool:
    from app.bootstrap.front_door import knock  # an ordinary start needs no network module yet

    return knock(folder, token=os.environ.get("XDG_ACTIVATION_TOKEN", ""))
