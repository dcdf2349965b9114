"""The camera scanner on a network camera that streams, hangs, ends, returns and sends nonsense."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from time import monotonic

import cv2
import numpy as np
import pytest

from app.devices.scanners.camera import CameraScanner
from app.domain.picture import Picture, PictureHint
from app.ports.scanner import CodeRead, ScannerChanged, ScannerPort, ScannerWord
from tests.contract.scanners.scanner_contract import SOON, Reading, ScannerContract
from tests.patience import PATIENCE
from tests.sinks.mjpeg_camera import Manner, MjpegCamera, jpeg, picture
from tests.sinks.pictured_codes import bars, qr

AWAY = 0.2  # s; a code that was away for so long counts again


@pytest.fixture
def camera() -> Iterator[MjpegCamera]:
    camera = MjpegCamera(rate=100)
    yield camera
    camera.unplug()


@pytest.fixture
def eye(camera: MjpegCamera) -> CameraScanner:
    return CameraScanner("eye", camera.url, out_of_sight=AWAY, told_after=0.3)


@pytest.fixture
def reading(eye: CameraScanner) -> Iterator[Reading]:
    reading = Reading(eye)
    try:
        reading.word_is(ScannerWord.READY)
        yield reading
    finally:
        reading.stop()


def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until something that nobody announces holds."""
    pause, deadline = threading.Event(), monotonic() + seconds
    while not holds():
        assert monotonic() < deadline
        pause.wait(0.005)


def show_and_take_away(camera: MjpegCamera, eye: CameraScanner, text: str) -> None:
    """Hold the code there until it was seen, and take it away for long enough."""
    camera.show(qr(text))
    until(lambda: any(code.raw == text.encode() for code in eye.sight.shown))
    camera.show(None)
    until(lambda: not eye.sight.shown)
    camera.wait_sent(int(AWAY * 140))


class TestCameraOnMjpeg(ScannerContract):
    @pytest.fixture
    def scanner(self, camera: MjpegCamera) -> ScannerPort:
        self._camera, self._eye = camera, CameraScanner("eye", camera.url, out_of_sight=AWAY)
        return self._eye

    def scan(self, text: str) -> None:
        if text:
            show_and_take_away(self._camera, self._eye, text)


def test_a_code_held_there_is_one_scan_until_it_was_away(
    reading: Reading, camera: MjpegCamera, eye: CameraScanner
) -> None:
    camera.show(qr("PULT-7K2M9"))
    reading.next_is(CodeRead("PULT-7K2M9"))
    reading.nothing_for(3 * AWAY)
    show_and_take_away(camera, eye, "PULT-7K2M9")
    camera.show(qr("PULT-7K2M9"))
    reading.next_is(CodeRead("PULT-7K2M9"))


def test_another_code_in_its_place_is_another_scan(reading: Reading, camera: MjpegCamera) -> None:
    camera.show(qr("first"))
    reading.next_is(CodeRead("first"))
    camera.show(qr("second"))
    reading.next_is(CodeRead("second"))


def test_bars_count_when_two_pictures_show_them(reading: Reading, camera: MjpegCamera) -> None:
    once = [jpeg(picture(bars("5998700123455", "EAN13")))]
    camera.send(once + [jpeg(picture(seed=n % 3)) for n in range(60)])
    camera.wait_sent(30)
    reading.nothing_for(0.1)
    camera.show(bars("5998700123455", "EAN13"))
    reading.next_is(CodeRead("5998700123455"))


def test_bars_are_read_at_any_angle(reading: Reading, camera: MjpegCamera) -> None:
    card = bars("5998700123455", "EAN13").repeat(3, 0).repeat(3, 1)
    turn = cv2.getRotationMatrix2D((card.shape[1] / 2, card.shape[0] / 2), 40, 1.0)
    turn[:, 2] += (320 - card.shape[1] / 2, 320 - card.shape[0] / 2)
    tilted = np.asarray(cv2.warpAffine(card, turn, (640, 640), borderValue=120), np.uint8)
    camera.send([jpeg(picture(tilted, size=(1280, 720), seed=n)) for n in range(3)])
    reading.next_is(CodeRead("5998700123455"))


def test_a_camera_at_rest_is_hardly_searched(
    reading: Reading, camera: MjpegCamera, eye: CameraScanner
) -> None:
    camera.wait_sent(60)
    before = eye.sight.decoder.passes
    camera.wait_sent(90)
    assert eye.sight.decoder.passes - before <= 6
    camera.show(qr("wakes up"))
    reading.next_is(CodeRead("wakes up"))


def test_a_stream_without_lengths_is_read(camera: MjpegCamera) -> None:
    other = MjpegCamera(with_length=False)
    reading = Reading(CameraScanner("eye", other.url))
    try:
        reading.word_is(ScannerWord.READY)
        other.show(qr("no lengths"))
        reading.next_is(CodeRead("no lengths"))
    finally:
        reading.stop()
        other.unplug()


def test_a_camera_that_goes_is_told_once_and_found_again(
    reading: Reading, camera: MjpegCamera
) -> None:
    for round_ in range(2):
        camera.unplug()
        reading.word_is(ScannerWord.NOT_FOUND)
        reading.nothing_for(0.3)
        camera.plug()
        reading.word_is(ScannerWord.READY)
        camera.show(qr(f"round {round_}"))
        reading.next_is(CodeRead(f"round {round_}"))
        camera.show(None)


def test_a_stream_that_ends_and_returns_is_taken_up(reading: Reading, camera: MjpegCamera) -> None:
    camera.manner = Manner.ENDS
    reading.word_is(ScannerWord.NOT_FOUND)
    camera.manner = Manner.STREAMS
    reading.word_is(ScannerWord.READY)
    camera.show(qr("back"))
    reading.next_is(CodeRead("back"))


@pytest.mark.parametrize("manner", [Manner.HANGS, Manner.GARBAGE])
def test_a_stream_without_pictures_is_lost_and_returns(
    reading: Reading, camera: MjpegCamera, eye: CameraScanner, manner: Manner
) -> None:
    assert eye.source is not None
    eye.source.silent_seconds = 0.4
    camera.manner = manner
    reading.word_is(ScannerWord.NOT_FOUND)
    camera.manner = Manner.STREAMS
    reading.word_is(ScannerWord.READY)
    camera.show(qr("back"))
    reading.next_is(CodeRead("back"))


@pytest.mark.parametrize("manner", [Manner.HANGS, Manner.GARBAGE])
def test_stop_is_quick_whatever_the_camera_does(
    reading: Reading, camera: MjpegCamera, manner: Manner
) -> None:
    camera.manner = manner
    reading.nothing_for(0.2)
    assert reading.stop() < SOON


def test_a_few_damaged_pictures_cost_themselves_only(reading: Reading, camera: MjpegCamera) -> None:
    whole = jpeg(picture(qr("between")))
    camera.send([b"\xff\xd8\xff\xe0 nonsense", whole[: len(whole) // 3], b"", whole])
    reading.next_is(CodeRead("between"))


def test_a_huge_picture_is_not_unpacked(reading: Reading, camera: MjpegCamera) -> None:
    honest = jpeg(picture(qr("small")))
    place = honest.index(b"\xff\xc0")
    huge = honest[: place + 5] + b"\xff\xff\xff\xff" + honest[place + 9 :]
    camera.send([huge, honest, huge])
    reading.next_is(CodeRead("small"))


def test_a_camera_that_takes_a_connection_and_is_mute(camera: MjpegCamera) -> None:
    camera.manner = Manner.MUTE
    reading = Reading(CameraScanner("eye", camera.url))
    camera.wait_connections(1)
    assert reading.stop() < SOON


def test_a_camera_that_wants_another_key_says_so_without_the_key(camera: MjpegCamera) -> None:
    camera.manner = Manner.REFUSES
    url = camera.url.replace("://", "://user:secret@")
    reading = Reading(CameraScanner("eye", url))
    try:
        event = reading.next()
        assert isinstance(event, ScannerChanged)
        assert event.word is ScannerWord.NO_RIGHTS
        assert "secret" not in event.detail
    finally:
        reading.stop()


class Watching:
    """Keeps what a camera shows."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.pictures: list[Picture] = []

    def take(self, picture: Picture) -> None:
        with self._changed:
            self.pictures.append(picture)
            self._changed.notify_all()

    def wait(self, count: int) -> Picture:
        with self._changed:
            goal = len(self.pictures) + count
            assert self._changed.wait_for(lambda: len(self.pictures) >= goal, PATIENCE)
            return self.pictures[-1]


def test_pictures_are_handed_over_while_somebody_looks(
    reading: Reading, camera: MjpegCamera, eye: CameraScanner
) -> None:
    watching = Watching()
    camera.wait_sent(12)
    assert not watching.pictures
    eye.watch(watching.take)
    assert watching.wait(1).outline == ()
    camera.send([jpeg(picture(qr("look"), size=(1280, 960)))])
    reading.next_is(CodeRead("look"))
    shown = watching.wait(2)
    assert (shown.width, shown.height) == (640, 480)
    assert len(shown.pixels) == 640 * 480 * 3
    assert shown.text == "look"
    assert len(shown.outline) == 4
    assert all(200 < x < 440 and 120 < y < 360 for x, y in shown.outline)
    assert shown.hint is PictureHint.FINE
    assert 0.2 < shown.light < 0.9
    assert shown.sharpness > 0.3
    eye.watch(None)
    camera.wait_sent(12)
    count = len(watching.pictures)
    camera.wait_sent(30)
    assert len(watching.pictures) == count


def test_a_dark_picture_turns_the_lamp_and_light_turns_it_back(
    reading: Reading, camera: MjpegCamera
) -> None:
    camera.send([jpeg(picture(seed=n) // 12) for n in range(3)])
    reading.word_is(ScannerWord.DARK)
    camera.show(None)
    reading.word_is(ScannerWord.READY)
