"""Which process has a port of this computer or holds a file open, as far as this user may know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.bootstrap.instance import lock_file

_OURS = ("pult", "python")
"""How the names of processes begin that may be a Pult: Windows takes long to tell open files."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A process; `folder` is the data folder it works with where it is a Pult, None elsewhere."""

    process: int
    name: str
    folder: Path | None = None

    def __str__(self) -> str:
        """Name it as a table of processes does."""
        return f"{self.name} (process {self.process})"


def holder_of_port(port: int) -> Holder | None:
    """Return who listens on `port`; None when nobody does, or another user whom we may not see."""
    try:
        connections = psutil.net_connections("tcp")
    except psutil.AccessDenied:  # macOS tells nobody but root
        return None
    for each in connections:
        at = each.laddr
        if at and at.port == port and each.status == psutil.CONN_LISTEN and each.pid:
            return _holder(each.pid)
    return None


def pult_in(folder: Path) -> Holder | None:
    """Return the Pult of this user that works with the data folder, None when none does."""
    for process in psutil.process_iter(["name"]):
        name = (process.info["name"] or "").lower()
        if name.startswith(_OURS) and _folder_of(process) == folder.resolve():
            return Holder(process.pid, process.info["name"], folder.resolve())
    return None


def _holder(number: int) -> Holder:
    try:
        process = psutil.Process(number)
        name = process.name()
    except psutil.Error:
        return Holder(number, "a program that has just ended")
    ours = name.lower().startswith(_OURS)
    return Holder(number, name, _folder_of(process) if ours else None)


def _folder_of(process: psutil.Process) -> Path | None:
    """Return the folder whose lock the process keeps open."""
    try:
        opened: Iterable[Path] = [Path(each.path) for each in process.open_files()]
    except psutil.Error:  # somebody else's, or it has just ended
        return None
    return next((path.parent for path in opened if path == lock_file(path.parent)), None)
