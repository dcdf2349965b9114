"""``pult``: one run with the window."""

from __future__ import annotations

from collections.abc import Mapping

from app.bootstrap.ending import leave
from app.bootstrap.locked import locked
from app.bootstrap.window import run_window
from app.ports.vendor import VendorPlugin
from app.settings.settings import Settings


def run(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> int:
    """Run until the window is closed; return the exit code."""
    with locked(settings) as code:
        if code is not None:
            return code
        ending = run_window(settings, plugins)
    return leave(ending)
