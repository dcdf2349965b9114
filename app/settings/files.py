"""Reading TOML files with clear problems, and replacing a file in one step."""

import contextlib
import errno
import os
import re
import stat
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any, Final

from app.settings.errors import Problem, SettingsError
from app.settings.in_place import is_held, may_be_held, put_in_place

MAX_BYTES: Final = 1_000_000


def cannot(what: str, path: Path, fault: OSError) -> Problem:
    """Say that a file cannot be read or written, and how to get there."""
    return Problem(str(path), "", "", f"cannot {what}: {_cause(fault)}", _file_remedy(fault))


def _cause(fault: OSError) -> str:
    if is_held(fault):
        return "another program has it open"
    if may_be_held(fault):
        return "another program has it open, or this user has no right to it"
    return (fault.strerror or type(fault).__name__).lower()


def _file_remedy(fault: OSError) -> str:
    if is_held(fault):
        return "Close it there and try again."
    if isinstance(fault, FileNotFoundError):
        return "Check the path."
    if isinstance(fault, PermissionError):
        return "Give this user the right to it, or name another file with --config."
    if isinstance(fault, IsADirectoryError):
        return "Name a file, not a folder."
    return "Check the disk and the path, or name another file with --config."


def exists(path: Path) -> bool:
    """Tell whether a path exists; raises SettingsError where that cannot be known."""
    try:
        return path.exists()
    except OSError as fault:
        raise SettingsError([cannot("be read", path, fault)]) from None


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; raises SettingsError saying why it cannot be read."""
    return parse_toml(read_text(path), path)


def read_text(path: Path) -> str:
    """Read a text file in UTF-8 (a byte order mark is fine); raises SettingsError."""
    try:
        raw = _read_bytes(path)
    except OSError as fault:
        raise SettingsError([cannot("be read", path, fault)]) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise SettingsError(
            [Problem(str(path), "", "", f"is not UTF-8 (line {line})", "Save it as UTF-8.")]
        ) from None


def _read_bytes(path: Path) -> bytes:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {MAX_BYTES} bytes")
    return raw


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """Parse TOML; raises SettingsError with line and column."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        told = "it is nested too deeply"
    except ValueError as fault:
        told = str(fault)
    where = re.search(r" \(at ([^()]*)\)$", told)
    place = f" at {where[1]}" if where else ""
    what = told[: where.start()] if where else told
    raise SettingsError(
        [Problem(str(path), "", "", f"is not TOML{place}: {what[:100]}", _toml_remedy(what))]
    ) from None


def _toml_remedy(what: str) -> str:
    if "\\" in what or "hex value" in what or "Escaped" in what:
        return r"Write paths with backslashes in single quotes, such as 'C:\pult'."
    if "twice" in what or "overwrite" in what or "Duplicate" in what or "namespace" in what:
        return "Each key and table may stand only once."
    if what == "Invalid value":
        return "Write texts in double quotes; yes and no are true and false, in small letters."
    return 'Correct that line; it should read key = "text", key = 5 or key = true.'


def write_atomically(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace a file in one step, durably; raises SettingsError, and then leaves the old one.

    It may wait for another program that has the file open, see `put_in_place`. `mode` is for a file
    that did not exist; an existing one keeps its own. A symbolic link stays, its target is
    replaced.
    """
    temporary = ""
    try:
        target = _target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_rights(Path(temporary), target, mode)
        put_in_place(Path(temporary), target)
        temporary = ""
        _sync_folder(target.parent)
    except OSError as fault:
        raise SettingsError([cannot("be written", path, fault)]) from None
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _target(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError:  # a circle of links, before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _keep_rights(temporary: Path, target: Path, mode: int) -> None:
    if sys.platform == "win32":
        return
    if target.exists():
        about = target.stat()
        with contextlib.suppress(PermissionError):  # only root may give files away
            os.chown(temporary, about.st_uid, about.st_gid)
    else:
        about = None
    temporary.chmod(stat.S_IMODE(about.st_mode) if about else mode)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
