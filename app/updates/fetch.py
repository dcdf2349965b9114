"""Fetches the list of releases and their files: within limits of size and time, no redirects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.update import ReleaseFile, UpdateFault, UpdateRefused
from app.settings.in_place import put_in_place
from app.updates.manifest import MOST_BYTES, check_address

if TYPE_CHECKING:
    import httpx

_CONNECT_SECONDS: Final = 10.0
_READ_SECONDS: Final = 30.0
_PIECE: Final = 1 << 16
Stopped = Callable[[], bool]


def fetch_list(url: str) -> bytes:
    """Return the signed list as it came; raises UpdateRefused."""
    check_address(url)
    got = b""
    with _answer(url) as answer:
        for piece in answer.iter_bytes(_PIECE):
            got += piece
            if len(got) > MOST_BYTES:
                raise UpdateRefused(UpdateFault.TOO_LARGE, f"more than {MOST_BYTES} bytes")
    return got


def fetch_file(file: ReleaseFile, folder: Path, stopped: Stopped) -> Path:
    """Put an installer into a folder, whole and as signed or not at all; raises UpdateRefused.

    What is there already is looked at again, not fetched again. `stopped` ends it half way.
    """
    target, part = folder / file.name, folder / f"{file.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if target.is_file() and is_as_signed(file, target):
            return target
        _write(file, part, stopped)
        put_in_place(part, target)
    except OSError as error:
        raise UpdateRefused(UpdateFault.NOT_KEPT, error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def is_as_signed(file: ReleaseFile, path: Path) -> bool:
    """Whether a file on the disk is the one that was signed."""
    if path.stat().st_size != file.size:
        return False
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256


def _write(file: ReleaseFile, part: Path, stopped: Stopped) -> None:
    digest, size = hashlib.sha256(), 0
    with _answer(file.url) as answer, part.open("wb") as written:
        for piece in answer.iter_bytes(_PIECE):
            if stopped():
                raise UpdateRefused(UpdateFault.NOT_REACHED, "Pult ended")
            size += len(piece)
            if size > file.size:
                raise UpdateRefused(UpdateFault.WRONG_FILE, f"{file.name} is larger than signed")
            digest.update(piece)
            written.write(piece)
    if size != file.size or digest.hexdigest() != file.sha256:
        raise UpdateRefused(UpdateFault.WRONG_FILE, f"{file.name} is not what was signed")


@contextmanager
def _answer(url: str) -> Iterator[httpx.Response]:
    import httpx

    times = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    headers = {"Accept-Encoding": "identity"}
    try:
        with httpx.stream("GET", url, timeout=times, headers=headers) as answer:
            if answer.status_code != httpx.codes.OK:
                raise UpdateRefused(UpdateFault.NOT_REACHED, f"answered {answer.status_code}")
            yield answer
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UpdateRefused(UpdateFault.NOT_REACHED, type(error).__name__) from error
