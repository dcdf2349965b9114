"""Who has a port of this computer, as far as this user may know (Linux alone tells)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_LISTENS: Final = "0A"  # proc(5), /proc/net/tcp: state TCP_LISTEN


@dataclass(frozen=True, slots=True)
class PortHolder:
    """The process that listens on a port."""

    process: int
    name: str
    files: frozenset[str]
    """What it has opened, by path."""


def holder_of(port: int) -> PortHolder | None:
    """Return who listens on `port` of this computer; None when nobody or nobody may know.

    Looks through the processes of this user, or all of them for root.
    """
    sockets = {f"socket:[{inode}]" for inode in _listening(port)}
    if not sockets:
        return None
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            opened = frozenset(_opened(folder))
            if opened & sockets:
                return PortHolder(int(folder.name), _name(folder), opened)
    return None


def _listening(port: int) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        with suppress(OSError):
            for line in (_PROC / "net" / table).read_text("ascii").splitlines()[1:]:
                cells = line.split()
                if cells[3] == _LISTENS and int(cells[1].rpartition(":")[2], 16) == port:
                    yield cells[9]


def _opened(folder: Path) -> Iterator[str]:
    with suppress(OSError):  # somebody else's process, or it has just ended
        for link in (folder / "fd").iterdir():
            with suppress(OSError):
                yield str(link.readlink())


def _name(folder: Path) -> str:
    try:
        return os.fsdecode((folder / "comm").read_bytes()).strip()
    except OSError:
        return "a program that has just ended"
