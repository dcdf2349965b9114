"""A recording that is played once at its own speed, and again when the file has changed."""

from __future__ import annotations

import threading
from pathlib import Path
from time import monotonic
from typing import Final

from app.devices.scanners._frame import ArrayFrame, Frame
from app.devices.scanners._source import CaptureSource, SourceLost, quiet_cv2
from app.domain.causes import cause_of
from app.ports.scanner import ScannerWord

_USUAL_RATE: Final = 30.0  # pictures a second, where the file does not say
_POLL: Final = 0.5  # s


class VideoFileSource(CaptureSource):
    """A video file, played as if it came from a camera."""

    live = False
    alone = False
    silent_seconds = 0.0

    def __init__(self, path: Path, stopped: threading.Event) -> None:
        self.place = str(path)
        self._path = path
        self._stopped = stopped
        self._played: tuple[int, int] | None = None
        self._pause = 1 / _USUAL_RATE
        self._due = 0.0

    def open(self) -> None:
        """Open the file, unless it is the one that was played to its end."""
        version = self._version()
        if version != self._played:
            self._start(version)

    def next(self, seconds: float, skip: float = 0.0) -> Frame | None:
        """Return the next picture when its time has come."""
        if self._capture is None:
            if self._stopped.wait(min(seconds, _POLL)):
                return None
            self.open()
            return None
        self._due = max(self._due + self._pause, monotonic() - 1.0)
        while skip > self._pause and self._capture.grab():
            skip -= self._pause
            self._due += self._pause
        if self._stopped.wait(max(self._due - monotonic(), 0.0)):
            return None
        good, pixels = self._capture.read()
        if not good or pixels is None:
            self.close()
            return None
        return ArrayFrame(pixels)

    def _start(self, version: tuple[int, int]) -> None:
        cv2 = quiet_cv2()
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, 800, cv2.CAP_PROP_READ_TIMEOUT_MSEC, 800]
        try:
            capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG, limits)
        except cv2.error as error:
            raise SourceLost(ScannerWord.NOT_FOUND, f"{self.place} is no video") from error
        if not capture.isOpened():
            raise SourceLost(ScannerWord.NOT_FOUND, f"{self.place} is no video")
        self._capture, self._played = capture, version
        rate = float(capture.get(cv2.CAP_PROP_FPS))
        self._pause = 1 / (rate if 1 <= rate <= 240 else _USUAL_RATE)
        self._due = monotonic()

    def _version(self) -> tuple[int, int]:
        try:
            info = self._path.stat()
            with self._path.open("rb"):
                return info.st_mtime_ns, info.st_size
        except PermissionError as error:
            raise SourceLost(ScannerWord.NO_RIGHTS, f"{self.place}: {cause_of(error)}") from error
        except OSError as error:
            raise SourceLost(ScannerWord.NOT_FOUND, f"{self.place}: {cause_of(error)}") from error
