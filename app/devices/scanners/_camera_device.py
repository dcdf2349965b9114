"""A camera plugged into this PC, through OpenCV."""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys
import threading
from pathlib import Path
from time import monotonic
from typing import Final

from app.devices.rights import NO_RIGHTS, remedy
from app.devices.scanners._frame import ArrayFrame, Frame
from app.devices.scanners._source import SILENT_SECONDS, CaptureSource, SourceLost, quiet_cv2
from app.domain.causes import cause_of
from app.ports.scanner import ScannerWord

_WIDTH, _HEIGHT, _RATE = 1280, 720, 30
_QUERY_CAPABILITIES: Final = 0x80685600  # VIDIOC_QUERYCAP of the Linux video API
_CAPTURES: Final = 0x1  # V4L2_CAP_VIDEO_CAPTURE
_FAILED_AT_ONCE: Final = 0.3  # s


class DeviceSource(CaptureSource):
    """A camera by its number, or by its path on Linux.

    A camera whose driver hangs holds a call up for about a second, which is the driver's own limit.
    """

    live = True
    alone = False
    silent_seconds = SILENT_SECONDS

    def __init__(self, text: str, stopped: threading.Event) -> None:
        self._on_linux = sys.platform == "linux"
        self.place = f"/dev/video{int(text)}" if self._on_linux and text.isdecimal() else text
        self._text = text
        self._stopped = stopped

    def open(self) -> None:
        """Take the camera."""
        title = _title_on_linux(self.place) if self._on_linux else ""
        cv2 = quiet_cv2()
        number = int(self._text) if self._text.isdecimal() else self._text
        backend = cv2.CAP_V4L2 if self._on_linux else cv2.CAP_ANY
        try:
            capture = cv2.VideoCapture(number, backend)
        except cv2.error as error:
            raise SourceLost(ScannerWord.NOT_FOUND, f"{self.place} cannot be opened") from error
        if not capture.isOpened():
            # On Linux it is there, may be used and is a camera: somebody else has it.
            word = ScannerWord.IN_USE if self._on_linux else ScannerWord.NOT_FOUND
            raise SourceLost(word, f"{title or self.place} cannot be opened")
        self._capture = capture
        # USB carries 30 large pictures a second only when they are packed.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        capture.set(cv2.CAP_PROP_FPS, _RATE)

    def next(self, seconds: float, skip: float = 0.0) -> Frame | None:
        """Return the next picture; those that go by are taken from the driver, but not unpacked."""
        until = monotonic() + skip
        while skip and monotonic() < until and not self._stopped.is_set():
            self._grab()
        self._grab()
        good, pixels = self._capture.retrieve()
        if not good or pixels is None:
            return None
        return ArrayFrame(pixels)

    def _grab(self) -> None:
        began = monotonic()
        if self._capture.grab():
            return
        quick = monotonic() - began < _FAILED_AT_ONCE
        reason = "was pulled out" if quick else "sends no picture"
        raise SourceLost(ScannerWord.NOT_FOUND, f"{self.place} {reason}")


def _title_on_linux(place: str) -> str:
    """Return what the camera is called; raises SourceLost when it is none or may not be used."""
    try:
        device = os.open(place, os.O_RDWR | os.O_NONBLOCK)
    except PermissionError as error:
        why = f"{NO_RIGHTS} {place}: {remedy(place, 'video')}"
        raise SourceLost(ScannerWord.NO_RIGHTS, why) from error
    except OSError as error:
        word = ScannerWord.IN_USE if error.errno == errno.EBUSY else ScannerWord.NOT_FOUND
        raise SourceLost(word, f"{place}: {cause_of(error)}") from error
    try:
        return _asked(device, place)
    finally:
        os.close(device)


def _asked(device: int, place: str) -> str:
    import fcntl

    answer = bytearray(104)
    try:
        if not stat.S_ISCHR(os.fstat(device).st_mode):
            raise OSError(f"{Path(place).name} is no device")
        fcntl.ioctl(device, _QUERY_CAPABILITIES, answer)
    except OSError as error:
        raise SourceLost(ScannerWord.NOT_FOUND, f"{place} is no camera") from error
    title = bytes(answer[16:48]).split(b"\0")[0].decode("utf-8", "replace")
    (abilities,) = struct.unpack_from("I", answer, 88)
    if not abilities & _CAPTURES:
        raise SourceLost(ScannerWord.NOT_FOUND, f"{place} ({title}) gives no pictures")
    return title
