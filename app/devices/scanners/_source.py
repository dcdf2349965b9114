"""Where a camera's pictures come from, and what can be wrong with such a place."""

from __future__ import annotations

import os
from typing import Any, Final, Protocol

from app.devices.scanners._frame import Frame
from app.domain.errors import PultError
from app.ports.scanner import ScannerWord

SILENT_SECONDS: Final = 5.0
"""A camera that sends nothing for so long is lost."""


class SourceLost(PultError):
    """No pictures come from there; `word` is the lamp's, the message says why."""

    def __init__(self, word: ScannerWord, message: str) -> None:
        super().__init__(message)
        self.word = word


class Source(Protocol):
    """A place pictures come from. Thread: the scanner's own.

    `live` is what nobody can read twice; `alone` says that each picture stands for itself, as in a
    folder, and `silent_seconds` how long it may send nothing; 0: for ever.
    """

    place: str
    live: bool
    alone: bool
    silent_seconds: float

    def open(self) -> None:
        """Connect; raises SourceLost. What was read before stays read."""
        ...

    def next(self, seconds: float, skip: float = 0.0) -> Frame | None:
        """Return the newest picture, or None when none comes within `seconds`.

        Those of the first `skip` seconds go by unlooked at. Raises SourceLost.
        """
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class CaptureSource(Source):
    """A source that OpenCV takes its pictures from, while it is open."""

    _capture: Any = None

    def close(self) -> None:
        """Let go of it."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None


def quiet_cv2() -> Any:
    """Return cv2, told to work on one thread and to keep its warnings to itself."""
    # Read when a camera is opened: 10 s without a picture would hold up the end of the program,
    # and Windows searches for effects a scanner has no use for.
    os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1")
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    import cv2

    cv2.setNumThreads(1)
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2
