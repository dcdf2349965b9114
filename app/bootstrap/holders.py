"""Which process has a port of this computer or works with a data folder, as far as we may know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from app.bootstrap.instance import is_taken, written_by

_BUILT: Final = ("pult", "pult.exe", "pultw.exe")
"""What the built program is called: on Windows the window has one of its own."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A process, by its number and name; `is_pult` when it was started as one."""

    process: int
    name: str
    is_pult: bool = False

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
    """Return the Pult that works with the data folder, None when none does."""
    number = written_by(folder) if is_taken(folder) else 0
    return _holder(number) if number else None


def _holder(number: int) -> Holder:
    try:
        process = psutil.Process(number)
        return Holder(number, process.name(), _is_pult(process))
    except psutil.Error:
        return Holder(number, "a program that has just ended")


def _is_pult(process: psutil.Process) -> bool:
    """Return whether it is our own program: built, or run by Python."""
    try:
        typed = process.cmdline()
    except psutil.AccessDenied:
        typed = []
    built = process.name().lower() in _BUILT
    return (
        built or typed[1:3] == ["-m", "app"] or any(Path(each).name == "pult" for each in typed[:2])
    )
