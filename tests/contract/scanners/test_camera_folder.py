"""The camera scanner on a folder of pictures, and on single ones."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.devices.scanners.camera import CameraScanner
from app.ports.scanner import CodeDropped, CodeRead, ScannerPort, ScannerWord
from tests.contract.scanners.scanner_contract import SOON, Reading, ScannerContract
from tests.sinks.mjpeg_camera import picture
from tests.sinks.pictured_codes import bars, png, qr


class Folder:
    """A folder that pictures are put into, whole, in order."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._count = 0

    def put(self, data: bytes, name: str = "") -> Path:
        self._count += 1
        path = self.path / (name or f"{self._count:04}.png")
        part = path.with_suffix(".part")
        part.write_bytes(data)
        os.utime(part, (self._count, self._count))
        part.replace(path)
        return path


class TestCameraOnFolder(ScannerContract):
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Folder:
        self._folder = Folder(tmp_path)
        return self._folder

    @pytest.fixture
    def scanner(self, folder: Folder) -> ScannerPort:
        return CameraScanner("eye", str(folder.path))

    def scan(self, text: str) -> None:
        self._folder.put(png(picture(qr(text) if text else None, size=(640, 640))))

    def test_a_picture_is_read_once_and_again_when_it_has_changed(
        self, reading: Reading, folder: Folder
    ) -> None:
        folder.put(png(picture(qr("first"))), "code.png")
        reading.next_is(CodeRead("first"))
        reading.nothing_for(0.3)
        folder.put(png(picture(qr("second"))), "code.png")
        reading.next_is(CodeRead("second"))

    def test_half_a_picture_is_read_when_it_is_whole(
        self, reading: Reading, folder: Folder
    ) -> None:
        whole = png(picture(qr("whole")))
        folder.put(whole[:40], "slow.png")
        folder.put(b"", "empty.png")
        folder.put(b"no picture at all", "text.jpg")
        folder.put(png(picture(qr("other"))), "other.png")
        reading.next_is(CodeRead("other"))
        folder.put(whole, "slow.png")
        reading.next_is(CodeRead("whole"))

    @pytest.mark.parametrize(
        ("symbology", "text"),
        [
            ("EAN13", "5998700123455"),
            ("EAN8", "96385074"),
            ("Code128", "ORD-12345"),
            ("Code39", "PULT7"),
            ("ITF", "1234567890"),
        ],
    )
    def test_the_usual_barcodes_are_read(
        self, reading: Reading, folder: Folder, symbology: str, text: str
    ) -> None:
        folder.put(png(picture(bars(text, symbology), size=(1280, 720))))
        event = reading.next()
        assert event == CodeRead(text)
        assert isinstance(event, CodeRead)
        assert event.trace.raw == text.encode()
        assert event.trace.symbology

    def test_a_upc_is_read_as_the_ean_it_is(self, reading: Reading, folder: Folder) -> None:
        folder.put(png(picture(bars("036000291452", "UPCA"), size=(1280, 720))))
        reading.next_is(CodeRead("0036000291452"))

    def test_latin_1_is_no_text(self, reading: Reading, folder: Folder) -> None:
        folder.put(png(picture(qr(b"caf\xe9 au lait"))))
        reading.next_is(CodeDropped("not text"))

    def test_two_codes_in_one_picture_are_two(self, reading: Reading, folder: Folder) -> None:
        image = picture(size=(1280, 720))
        for place, text in enumerate(("left", "right")):
            code = qr(text).repeat(6, 0).repeat(6, 1)
            image[100 : 100 + code.shape[0], 100 + 600 * place :][:, : code.shape[1]] = code
        folder.put(png(image))
        assert {reading.next(), reading.next()} == {CodeRead("left"), CodeRead("right")}

    def test_a_folder_that_is_gone_is_told_once_and_found_again(
        self, reading: Reading, folder: Folder
    ) -> None:
        folder.put(png(picture(qr("before"))), "old.png")
        reading.next_is(CodeRead("before"))
        away = folder.path.with_name("away")
        folder.path.rename(away)
        reading.word_is(ScannerWord.NOT_FOUND)
        reading.nothing_for(0.3)
        away.rename(folder.path)
        reading.word_is(ScannerWord.READY)
        folder.put(png(picture(qr("after"))))
        reading.next_is(CodeRead("after"))  # what was read before stays read


def test_a_single_picture_is_a_source_too(tmp_path: Path) -> None:
    path = Folder(tmp_path).put(png(picture(qr("alone"))), "one.png")
    reading = Reading(CameraScanner("eye", str(path)))
    reading.word_is(ScannerWord.READY)
    reading.next_is(CodeRead("alone"))
    assert reading.stop() < SOON


@pytest.mark.parametrize("source", ["", "nowhere.mp4", "99", "/dev/null", "/dev/video77"])
def test_a_source_that_is_no_camera_is_not_found(tmp_path: Path, source: str) -> None:
    if source == "nowhere.mp4":
        source = str(tmp_path / source)
    reading = Reading(CameraScanner("eye", source))
    try:
        reading.word_is(ScannerWord.NOT_FOUND)
    finally:
        assert reading.stop() < SOON


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes for files")
def test_a_camera_without_rights_says_so(tmp_path: Path) -> None:
    from tests.contract.scanners.test_serial_pty import _without_privileges

    secret = tmp_path / "video"
    secret.mkdir()
    secret.chmod(0)
    with _without_privileges():
        reading = Reading(CameraScanner("eye", str(secret / "one.png")))
        reading.word_is(ScannerWord.NO_RIGHTS)
        reading.stop()
