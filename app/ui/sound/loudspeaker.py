"""Whether this computer can be heard at all: its sound server, its devices, its mute switch."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Final

_ASK_SECONDS: Final = 1.0
_MUTE_QUESTIONS: Final = (
    # PulseAudio, and PipeWire in its place: "Mute: yes"
    ("pactl", "get-sink-mute", "@DEFAULT_SINK@"),
    # PipeWire alone: "Volume: 0.40 [MUTED]"
    ("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"),
)
_MUTED: Final = ("mute: yes", "[muted]", "volume: 0.00")


class Hearing(Enum):
    """What keeps sounds from being heard, in the order in which it is found."""

    HEARD = "heard"
    NO_SERVER = "no_server"
    NO_DEVICE = "no_device"
    MUTED = "muted"
    BROKEN = "broken"  # there is a device, but it does not take the sound


def has_sound_server() -> bool:
    """Whether a sound server is there: without one Qt fills the log and finds no device."""
    if not sys.platform.startswith("linux") or os.environ.get("PULSE_SERVER"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    home = Path.home()
    places = (
        Path(runtime, "pulse/native"),
        Path(runtime, "pipewire-0"),
        Path("/run/pulse/native"),
        home / ".pulse",
    )
    return any(place.exists() for place in places)


def is_muted() -> bool:
    """Whether the system says that its loudspeaker is muted; False where nobody can be asked.

    Thread: any but the gui's; asks a program of the sound server and waits a second at most.
    """
    if not sys.platform.startswith("linux"):
        return False
    for program, *arguments in _MUTE_QUESTIONS:
        path = shutil.which(program)
        if path is not None:
            return any(word in _answer(path, arguments) for word in _MUTED)
    return False


def _answer(path: str, arguments: list[str]) -> str:
    try:
        done = subprocess.run(
            [path, *arguments],
            capture_output=True,
            text=True,
            timeout=_ASK_SECONDS,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""  # nobody knows, which is not the same as muted
    return done.stdout.lower()
