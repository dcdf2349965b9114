"""What lets this user have a device it was refused (Linux)."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import grp
    import pwd

NO_RIGHTS: Final = "no rights to"
"""How the detail of a device begins that this user may not use."""
_BOTH_WAYS: Final = stat.S_IRGRP | stat.S_IWGRP


def remedy(path: str, usual_group: str) -> str:
    """Return what to type so that this user may use the device at `path`.

    `usual_group` are those who may use such a device, where there is no such file to tell.
    """
    group = _group_of(path, usual_group)
    if not group:
        return "no group may use it: install Pult's 60-pult.rules for udev, then plug it in again"
    try:
        user = pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # a user the system has no name for, as in a container
        user = str(os.geteuid())
    try:
        entry = grp.getgrnam(group)
    except KeyError:
        return f"sudo groupadd -f {group} && sudo usermod -aG {group} {user}, then restart"
    if user in entry.gr_mem and entry.gr_gid not in os.getgroups():
        return f"{user} is in the group {group} already: log out and in again"
    return f"sudo usermod -aG {group} {user}, then log out and in again"


def _group_of(path: str, usual_group: str) -> str:
    """Return the group that the file itself gives rights to, "" when it gives none."""
    try:
        found = Path(path).stat()
        name = grp.getgrgid(found.st_gid).gr_name
    except (OSError, KeyError):
        return usual_group
    may_use = found.st_mode & _BOTH_WAYS == _BOTH_WAYS
    return name if may_use and name != "root" else ""
