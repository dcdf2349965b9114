"""What `pult check` finds about the computer itself: its libraries, its display, its sound."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.bootstrap.desktop import display_problem
from app.commandline import advice
from app.commandline.finding import Finding, Light
from app.ui.sound.loudspeaker import Hearing


@dataclass(frozen=True, slots=True)
class Library:
    """A library that Pult takes from the system, and where Debian and Ubuntu have it."""

    file: str
    package: str
    lost: str = "the window"
    """What does not work without it."""

    @property
    def is_vital(self) -> bool:
        """Whether Pult is no use without it."""
        return self.lost == "the window"


# As in packaging/install.sh.
LIBRARIES: Final = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libpulse.so.0", "libpulse0", "sound"),
    Library("libzbar.so.0", "libzbar0", "second reader for codes that are hard to read"),
    Library("libusb-1.0.so.0", "libusb-1.0-0", "printers of kind usb"),
)

_SOUND: Final[Mapping[Hearing, tuple[str, str]]] = {
    Hearing.NO_SERVER: ("no sound server", advice.NO_SOUND_SERVER),
    Hearing.SERVER_LOST: ("no sound server", advice.NO_SOUND_SERVER),
    Hearing.NO_DEVICE: ("no sound device", advice.NO_SOUND_DEVICE),
    Hearing.BROKEN: ("no sound device", advice.NO_SOUND_DEVICE),
    Hearing.MUTED: ("muted", advice.MUTED),
}


def libraries(wanted: tuple[Library, ...] = LIBRARIES) -> Finding:
    """Find what is missing of `wanted`, and what to type to get it."""
    missing = [library for library in wanted if not _loads(library.file)]
    if not missing:
        return Finding("libraries", "-", Light.GREEN, "all there")
    light = Light.RED if any(library.is_vital for library in missing) else Light.AMBER
    lost = "; ".join(
        f"without {', '.join(files)}: no {what}" for what, files in _by_loss(missing).items()
    )
    packages = " ".join(library.package for library in missing)
    return Finding("libraries", "-", light, "missing", lost, f"sudo apt install {packages}")


def _by_loss(missing: list[Library]) -> dict[str, list[str]]:
    files: dict[str, list[str]] = {}
    for library in missing:
        files.setdefault(library.lost.removeprefix("the "), []).append(library.file)
    return files


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def display(environ: Mapping[str, str]) -> Finding:
    """Find whether a window could be opened from here."""
    problem = display_problem(environ)
    if problem:
        return Finding("display", "-", Light.AMBER, "none", problem, advice.NO_DISPLAY)
    where = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or "-"
    return Finding("display", where, Light.GREEN, "there")


def sound(hearing: Hearing) -> Finding:
    """Find whether the alarm can be heard."""
    if hearing is Hearing.HEARD:
        return Finding("sound", "-", Light.GREEN, "can be heard")
    word, todo = _SOUND[hearing]
    return Finding("sound", "-", Light.AMBER, word, "the window flashes instead", todo)


def encoding(used: str) -> Finding:
    """Find whether names of files and what is printed on a terminal keep their accents."""
    if used.lower().replace("-", "").replace("_", "") == "utf8":
        return Finding("language", "-", Light.GREEN, "UTF-8")
    said = f"{used}: names of files with accents are spoilt"
    return Finding("language", "-", Light.AMBER, "not UTF-8", said, advice.NOT_UTF8)


def questions(volume: int) -> dict[str, Callable[[], Finding]]:
    """Return what is to be asked of this computer; `volume` is the alarm's."""
    asked: dict[str, Callable[[], Finding]] = {}
    if sys.platform == "linux":
        asked["libraries"] = libraries
        asked["language"] = lambda: encoding(sys.getfilesystemencoding())
    asked["display"] = lambda: display(os.environ)
    if volume:
        asked["sound"] = lambda: sound(_hearing())
    return asked


def _hearing() -> Hearing:
    from app.ui.sound.player import hearing_of_this_computer  # loads Qt

    return hearing_of_this_computer()
