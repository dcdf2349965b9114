"""Whether a window can be opened on this computer."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

WINDOW_LIBRARIES: Final = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
)
"""What Qt opens on an X display; without one of them it ends the process."""


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


def may_lack_library(environ: Mapping[str, str]) -> bool:
    """Return whether a library for windows on an X display is not where systems have it.

    A quick look at a few folders, for every start; only loading it tells for sure.
    """
    on_x = environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY")
    chosen = environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0]
    if sys.platform != "linux" or not on_x or chosen != "xcb":
        return False
    machine = os.uname().machine
    folders = (f"/usr/lib/{machine}-linux-gnu", "/usr/lib64", "/usr/lib")
    return not all(
        any(Path(folder, name).exists() for folder in folders) for name in WINDOW_LIBRARIES
    )
