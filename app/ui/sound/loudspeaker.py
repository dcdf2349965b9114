"""Whether this computer can be heard at all: its sound server, its devices, its mute switch."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
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
    SERVER_LOST = "server_lost"  # another one runs now; Qt cannot go over to it
    NO_DEVICE = "no_device"
    MUTED = "muted"
    BROKEN = "broken"  # there is a device, but it does not take the sound


@dataclass(frozen=True, slots=True)
class Server:
    """One run of a sound server: where it listens, and which file of that name that is."""

    place: str
    file: int


def sound_server() -> Server | None:
    """Return what tells this run of the sound server from others, None where none is there.

    Without a server Qt fills the log and finds no device.
    """
    if not sys.platform.startswith("linux") or os.environ.get("PULSE_SERVER"):
        return Server("", 0)
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    places = (
        Path(runtime, "pulse/native"),
        Path(runtime, "pipewire-0"),
        Path("/run/pulse/native"),
        Path.home() / ".pulse",
    )
    for place in places:
        with suppress(OSError):
            return Server(str(place), place.stat().st_ino)
    return None


class ServerWatch:
    """Remembers the sound server that Qt has connected to.

    Qt 6.11 ends the whole process when it is used after its PulseAudio server was started anew
    (an assertion in `pa_context_get_state`, measured); it must not be asked again then.

    Thread: any one.
    """

    def __init__(self) -> None:
        self._first: Server | None = None
        self._is_lost = False

    def look(self) -> Hearing:
        """Return HEARD while Qt may be used, else why not."""
        server = sound_server()
        if self._first is not None and server != self._first:
            self._is_lost = True
        if server is None:
            return Hearing.NO_SERVER
        if self._is_lost:
            return Hearing.SERVER_LOST
        self._first = server
        return Hearing.HEARD


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
