"""What `pult check` finds about the data folder: who works in it, whether it can be written."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from shlex import quote
from typing import Final, Protocol

from app.bootstrap.holders import pult_in
from app.bootstrap.instance import is_taken
from app.commandline import advice
from app.commandline.finding import Finding, Light
from app.domain.causes import cause_of
from app.settings.settings import Settings

FULL_MB: Final = 50
"""With less no day's orders, slips and log are sure to fit."""
LOW_MB: Final = 500
# What psutil calls drives that are another computer's, on Linux and on Windows.
_NETWORK: Final = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "gluster", "davfs", "fuse.sshfs")


class Mount(Protocol):
    """A drive as psutil tells it, as far as it is read here."""

    @property
    def mountpoint(self) -> str:
        """Where it stands among the folders."""
        ...

    @property
    def fstype(self) -> str:
        """What kind it is of."""
        ...

    @property
    def opts(self) -> str:
        """How it is used, comma by comma."""
        ...


def data_folder(settings: Settings) -> Finding:
    """Find whether orders can be kept in the data folder, or where it is to be made."""
    folder = settings.data_dir.absolute()
    place = _standing(folder)
    if not place.is_dir():
        said = f"{place} is a file"
        return _wrong(folder, "no folder", said, advice.NO_FOLDER)
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        todo = _remedy(folder, place, error)
        return _wrong(folder, "cannot be written", _why(place, error), todo)
    network = network_drive(place.resolve(), _mounts())
    if network:
        said = f"{place} is on a drive of another computer ({network})"
        return _wrong(folder, "on the network", said, advice.NETWORK_DRIVE)
    return _room(folder, shutil.disk_usage(place).free // 1_000_000)


def network_drive(folder: Path, mounts: Iterable[Mount]) -> str:
    """Return what kind of network drive the folder is on, "" for a drive of this computer."""
    if str(folder).startswith("\\\\"):
        return "a share"
    holding = [each for each in mounts if folder.is_relative_to(each.mountpoint)]
    nearest = max(holding, key=lambda each: len(each.mountpoint), default=None)
    if nearest is None:
        return ""
    is_far = nearest.fstype.startswith(_NETWORK) or "remote" in nearest.opts.split(",")
    return (nearest.fstype or "a share") if is_far else ""


def running(settings: Settings) -> Finding | None:
    """Find the Pult that works with the data folder, None when none does."""
    folder = settings.data_dir
    if not is_taken(folder):
        return None
    holder = pult_in(folder)
    if holder is not None:
        return Finding("pult", "-", Light.GREEN, "runs", str(holder))
    told = f"a Pult of another user has {folder}"
    return Finding("pult", "-", Light.AMBER, "runs", told, advice.ANOTHER_USER)


def _mounts() -> Iterable[Mount]:
    import psutil

    return psutil.disk_partitions(all=True)


def _standing(folder: Path) -> Path:
    """Return the folder, or what of its path is there already."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def _why(place: Path, error: OSError) -> str:
    if isinstance(error, PermissionError) and sys.platform != "win32":
        return f"{place} belongs to {_owner(place)}"
    return f"{place}: {cause_of(error)}"


def _remedy(folder: Path, place: Path, error: OSError) -> str:
    """Return what gives this user the folder; what it is to be made in stays whose it is."""
    if not isinstance(error, PermissionError) or sys.platform == "win32":
        return advice.DATA_FOLDER
    import getpass

    user, named = getpass.getuser(), quote(str(folder))
    command = f"sudo chown -R {user} {named}"
    if place != folder:
        command = f"sudo install -d -m 700 -o {user} {named}"
    return f"{command}, or choose another till.data_dir"


def _owner(place: Path) -> str:
    try:
        return place.owner()
    except KeyError:  # a user the system has no name for
        return f"user {place.stat().st_uid}"


def _room(folder: Path, megabytes: int) -> Finding:
    said = f"{folder}, {megabytes:,} MB free"
    if megabytes < FULL_MB:
        return _wrong(folder, "disk full", said, advice.DISK_FULL)
    if megabytes < LOW_MB:
        return Finding(
            "data folder", folder.name, Light.AMBER, "little room", said, advice.DISK_FULL
        )
    return Finding("data folder", folder.name, Light.GREEN, "can be written", said)


def _wrong(folder: Path, word: str, detail: str, todo: str) -> Finding:
    return Finding("data folder", folder.name, Light.RED, word, detail, todo)
