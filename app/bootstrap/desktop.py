"""Whether a window can be opened on this computer."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def display_problem(environ: Mapping[str, str]) -> str:
    """Return why no window can be opened here, or nothing.

    Qt ends the process without an exception when there is no display.
    """
    if sys.platform in ("win32", "darwin"):
        return ""
    if environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return ""
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return "there is no display: set DISPLAY or WAYLAND_DISPLAY, or start Pult on the desktop"
    if display.startswith(":") and not wayland:
        number = display[1:].split(".")[0]
        if not Path(f"/tmp/.X11-unix/X{number}").exists():
            return f"display {display} does not answer: is the desktop running"
    return ""
