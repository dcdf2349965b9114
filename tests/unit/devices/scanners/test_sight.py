"""When a picture is searched, and when a code counts."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.devices.scanners import _decode
from app.devices.scanners._decode import Decoder, Found
from app.devices.scanners._frame import ArrayFrame
from app.devices.scanners._motion import Freeze, MotionGate
from app.devices.scanners._presence import Presence
from app.devices.scanners._sight import Sight
from app.domain.picture import PictureHint
from app.ports.scanner import CodeRead
from tests.sinks.mjpeg_camera import picture
from tests.sinks.pictured_codes import qr

QR = Found(b"PULT-7K2M9", "QR Code", ())
BARS = Found(b"5998700123455", "EAN-13", ())
RATE = 30.0


def noisy(seed: int) -> NDArray[np.uint8]:
    return ArrayFrame(picture(seed=seed, size=(1280, 720))).small


def test_noise_is_no_motion_and_a_look_comes_all_the_same() -> None:
    gate = MotionGate()
    assert gate.lets_through(noisy(0))
    pictures = [noisy(seed) for seed in range(5)]
    looks = [gate.lets_through(pictures[number % 5]) for number in range(1, 61)]
    assert looks[:10] == [True] * 10  # right after a motion there may be something to find
    assert not gate.moved
    assert gate.at_rest
    assert 2 <= sum(looks[15:]) <= 4


def test_what_is_moved_slowly_adds_up() -> None:
    gate = MotionGate()
    empty = np.full((90, 160), 120, np.uint8)
    for _ in range(40):
        gate.lets_through(empty)
    moved = []
    for step in range(12):
        scene = empty.copy()
        scene[40 : 42 + step, 60:80] = 220  # a row a picture, each too little to be seen
        gate.lets_through(scene)
        moved.append(gate.moved)
    assert any(moved[:8])


def test_another_size_of_picture_is_motion() -> None:
    gate = MotionGate()
    gate.lets_through(noisy(0))
    gate.lets_through(noisy(1))
    assert not gate.moved
    gate.lets_through(noisy(1)[:50])
    assert gate.moved


def test_a_picture_that_stays_the_same_to_the_bit_is_frozen() -> None:
    freeze = Freeze()
    assert not any(freeze.frozen(7, step / RATE) for step in range(290))
    assert freeze.frozen(7, 11.0)
    assert not freeze.frozen(8, 11.1)


def test_a_few_equal_pictures_of_a_slow_camera_are_not_frozen() -> None:
    freeze = Freeze()
    assert not any(freeze.frozen(7, step * 2.0) for step in range(10))


def test_a_qr_code_counts_at_once_and_once() -> None:
    presence = Presence(out_of_sight=2.0)
    assert presence.see([QR], 0.0) == [QR]
    assert not presence.unsure
    assert [presence.see([QR], step / RATE) for step in range(1, 30)] == [[]] * 29
    assert presence.see([], 2.5) == []
    assert presence.see([QR], 2.6) == []  # it was away for less than two seconds
    assert presence.see([], 4.7) == []
    assert presence.see([QR], 4.8) == [QR]


def test_bars_count_the_second_time() -> None:
    presence = Presence()
    assert presence.see([BARS], 0.0) == []
    assert presence.unsure
    assert presence.see([BARS], 0.1) == [BARS]
    assert presence.see([BARS], 0.2) == []
    assert not presence.unsure


def test_bars_misread_once_never_count() -> None:
    presence = Presence()
    for step in range(20):
        assert presence.see([Found(b"599870012%d" % step, "ITF", ())], step / RATE) == []


def test_what_lies_still_stays_in_sight() -> None:
    presence = Presence(out_of_sight=2.0)
    presence.see([QR], 0.0)
    for second in range(1, 30):
        presence.still_there([QR], float(second))
    assert presence.see([QR], 30.0) == []


def test_a_code_that_lies_there_is_one_scan_although_most_looks_miss_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sight = Sight()
    shown = [ArrayFrame(picture(qr("lies there"), seed=n, size=(1280, 720))) for n in range(3)]
    events = list(sight.codes(shown[0], 0.0, live=True))
    monkeypatch.setattr(Decoder, "glance", lambda _self, _grey: [])
    for step in range(1, 300):
        events += sight.codes(shown[step % 3], step / 5, live=True)
    monkeypatch.undo()
    events += sight.codes(shown[0], 60.0, live=True)
    assert events == [CodeRead("lies there")]


def test_a_camera_that_repeats_itself_is_told() -> None:
    sight = Sight()
    same = ArrayFrame(picture(size=(640, 480)))
    for step in range(400):
        list(sight.codes(same, step / RATE, live=True))
    assert sight.quality.hint is PictureHint.FROZEN
    recorded = Sight()
    for step in range(400):
        list(recorded.codes(same, step / RATE, live=False))
    assert recorded.quality.hint is PictureHint.FINE


def test_without_pyzbar_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_decode, "second_opinion", lambda: "pyzbar cannot be loaded: no zbar")
    _decode._retries.cache_clear()
    try:
        decoder = Decoder()
        empty = picture(size=(640, 480))
        assert [decoder.read(empty) for _ in range(10)] == [[]] * 10
        assert [code.raw for code in decoder.read(picture(qr("goes on")))] == [b"goes on"]
    finally:
        _decode._retries.cache_clear()
