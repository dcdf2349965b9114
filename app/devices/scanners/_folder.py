"""Pictures in a folder, or a single one: each is read once, and again when it has changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Final

from app.devices.scanners._frame import ArrayFrame, Frame
from app.devices.scanners._source import Source, SourceLost, quiet_cv2
from app.domain.causes import cause_of
from app.ports.scanner import ScannerWord

STILLS: Final = frozenset((".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff", ".pgm"))

_POLL: Final = 0.1  # s between two looks into the folder
_LARGEST: Final = 40_000_000  # bytes

_Version = tuple[int, int]


class FolderSource(Source):
    """A folder of pictures, oldest first, or one picture; what comes later is read when it comes.

    A file that is only half written is no picture yet, and is read when it is whole.
    """

    live = False
    alone = True
    silent_seconds = 0.0

    def __init__(self, path: Path, stopped: threading.Event) -> None:
        self.place = str(path)
        self._path = path
        self._stopped = stopped
        self._read: dict[str, _Version] = {}
        self._waiting: list[tuple[str, _Version]] = []
        self._looked_at = float("-inf")

    def open(self) -> None:
        """Look whether it is there and may be read."""
        self._present()

    def next(self, seconds: float, skip: float = 0.0) -> Frame | None:
        """Return the next picture that has not been read."""
        if not self._waiting:
            rest = self._looked_at + _POLL - monotonic()
            if rest > 0 and self._stopped.wait(min(rest, seconds)):
                return None
            if rest > seconds:
                return None
            self._look()
        while self._waiting:
            path, version = self._waiting.pop(0)
            self._read[path] = version
            frame = _picture(Path(path))
            if frame is not None:
                return frame
        return None

    def close(self) -> None:
        """Nothing is held open."""

    def _look(self) -> None:
        present = dict(self._present())
        self._looked_at = monotonic()
        self._read = {path: self._read[path] for path in self._read if path in present}
        fresh = [entry for entry in present.items() if self._read.get(entry[0]) != entry[1]]
        self._waiting = sorted(fresh, key=lambda entry: (entry[1][0], entry[0]))

    def _present(self) -> Iterator[tuple[str, _Version]]:
        try:
            if not self._path.is_dir():
                return iter([(str(self._path), _version(self._path.stat()))])
            with os.scandir(self._path) as entries:
                found = [
                    (entry.path, _version(entry.stat()))
                    for entry in entries
                    if Path(entry.name).suffix.lower() in STILLS and entry.is_file()
                ]
            return iter(found)
        except PermissionError as error:
            raise SourceLost(ScannerWord.NO_RIGHTS, f"{self.place}: {cause_of(error)}") from error
        except OSError as error:
            raise SourceLost(ScannerWord.NOT_FOUND, f"{self.place}: {cause_of(error)}") from error


def _version(info: os.stat_result) -> _Version:
    return info.st_mtime_ns, info.st_size


def _picture(path: Path) -> Frame | None:
    cv2 = quiet_cv2()
    import numpy as np

    try:
        if path.stat().st_size > _LARGEST:
            return None
        data = path.read_bytes()
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
        return None if pixels is None else ArrayFrame(pixels)
    except (OSError, ValueError, cv2.error):
        return None
