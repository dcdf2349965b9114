"""What is said of a picture: the bounds, held on generated frames."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.devices.scanners._frame import ArrayFrame
from app.devices.scanners._picture import Quality, judge, too_near
from app.domain.picture import PictureHint
from tests.sinks.mjpeg_camera import picture
from tests.sinks.pictured_codes import qr

Image = NDArray[np.uint8]
SIZE = (1280, 720)


def judged(image: Image) -> Quality:
    frame = ArrayFrame(image)
    return judge(frame.small, frame.grey)


def with_code(module: int) -> Image:
    """A counter with a large code in its middle, cut off where it does not fit."""
    image = picture(size=SIZE)
    code = qr("https://shop.example/abcdefghijklmnopq/abcdefghijklm").repeat(module, 0)
    code = code.repeat(module, 1)[:720, :1280]
    top, left = (720 - code.shape[0]) // 2, (1280 - code.shape[1]) // 2
    image[top : top + code.shape[0], left : left + code.shape[1]] = code
    return image


@pytest.mark.parametrize("module", [4, 8, 14])
def test_a_good_picture_is_fine(module: int) -> None:
    quality = judged(with_code(module))
    assert quality.hint is PictureHint.FINE
    assert 0.3 < quality.light < 0.7
    assert quality.sharpness > 0.5
    assert not too_near(with_code(module))


def test_a_counter_with_nothing_on_it_is_not_called_blurred() -> None:
    assert judged(np.full((720, 1280), 128, np.uint8)).hint is PictureHint.FINE


@pytest.mark.parametrize(
    ("image", "hint"),
    [
        (with_code(8) // 12, PictureHint.DARK),
        (np.zeros((720, 1280), np.uint8), PictureHint.DARK),
        (np.full((720, 1280), 250, np.uint8), PictureHint.BRIGHT),
        (cv2.GaussianBlur(with_code(8), (0, 0), 6), PictureHint.BLURRED),
        (cv2.GaussianBlur(picture(size=SIZE), (0, 0), 8), PictureHint.BLURRED),
    ],
)
def test_what_is_wrong_is_said(image: Image, hint: PictureHint) -> None:
    assert judged(image).hint is hint


@pytest.mark.parametrize("module", [24, 30])
def test_a_code_that_does_not_fit_into_the_picture_is_too_near(module: int) -> None:
    assert too_near(with_code(module))
    assert too_near(255 - with_code(module))


def test_a_counter_without_a_code_is_not_too_near() -> None:
    assert not too_near(picture(size=SIZE))
