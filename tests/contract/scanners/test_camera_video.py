"""The camera scanner on a recording."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.devices.scanners.camera import CameraScanner
from app.ports.scanner import CodeRead, ScannerWord
from tests.contract.scanners.scanner_contract import SOON, Reading
from tests.sinks.mjpeg_camera import picture
from tests.sinks.pictured_codes import qr


def record(path: Path, shown: list[NDArray[np.uint8] | None], each: int = 6) -> None:
    """Write a video in which every code is shown for some frames."""
    part = path.with_name("part.avi")
    writer = cv2.VideoWriter(str(part), cv2.VideoWriter.fourcc(*"MJPG"), 60.0, (640, 480))
    assert writer.isOpened()
    for place, code in enumerate(shown):
        for number in range(each):
            grey = picture(code, seed=place * each + number)
            writer.write(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    writer.release()
    part.replace(path)


def test_a_recording_is_played_once_and_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "counter.avi"
    reading = Reading(CameraScanner("eye", str(path)))
    try:
        reading.word_is(ScannerWord.NOT_FOUND)
        record(path, [None, qr("first"), qr("second")])
        reading.word_is(ScannerWord.READY)
        reading.next_is(CodeRead("first"))
        reading.next_is(CodeRead("second"))
        reading.nothing_for(0.4)
        record(path, [None, qr("third"), None])
        reading.next_is(CodeRead("third"))
    finally:
        assert reading.stop() < SOON


@pytest.mark.parametrize("data", [b"", b"no video", b"RIFF\0\0\0\0AVI LIST"])
def test_a_file_that_is_no_video_is_not_found(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.avi"
    path.write_bytes(data)
    reading = Reading(CameraScanner("eye", str(path)))
    try:
        reading.word_is(ScannerWord.NOT_FOUND)
    finally:
        assert reading.stop() < SOON
