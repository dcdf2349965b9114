"""Which source of pictures a camera's settings mean."""

from __future__ import annotations

import threading
from pathlib import Path

from app.devices.scanners._camera_device import DeviceSource
from app.devices.scanners._folder import STILLS, FolderSource
from app.devices.scanners._mjpeg import MjpegSource
from app.devices.scanners._source import Source, SourceLost
from app.devices.scanners._video_file import VideoFileSource
from app.ports.scanner import ScannerWord


def source_of(text: str, stopped: threading.Event) -> Source:
    """Return the source that `source` of the settings means; nothing is opened yet.

    Every wait in it ends when `stopped` is set. Raises SourceLost when it means none.
    """
    if not text:
        raise SourceLost(ScannerWord.NOT_FOUND, "the settings name no source")
    if text.startswith(("http://", "https://")):
        return MjpegSource(text, stopped)
    if text.isdecimal() or text.startswith("/dev/"):
        return DeviceSource(text, stopped)
    path = Path(text).expanduser()
    if path.suffix.lower() in STILLS or _is_folder(path):
        return FolderSource(path, stopped)
    return VideoFileSource(path, stopped)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
