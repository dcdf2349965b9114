"""How good a camera's picture is, and what to say of it.

The bounds were set on generated frames: `tests/unit/devices/scanners/test_picture.py` holds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.picture import PictureHint

if TYPE_CHECKING:
    from cv2.typing import MatLike as Mat

    from app.devices.scanners._frame import Pixels

_DARK: Final = 40  # levels; the brightest twentieth of the picture stays below
_BRIGHT: Final = 215  # the darkest tenth stays above
_CONTRAST: Final = 30  # levels; with less there is nothing to be sharp
_BLURRED: Final = 0.27
_STEEPEST: Final = 60  # pixels
_NEAR: Final = 0.2  # of the picture's height: a finder pattern this large leaves no room
_WORK_WIDTH: Final = 640
_NEAR_WIDTH: Final = 320


@dataclass(frozen=True, slots=True)
class Quality:
    """Light and sharpness of a picture, both from 0 to 1, and the hint that follows."""

    light: float
    sharpness: float
    hint: PictureHint


def judge(small: Pixels, grey: Pixels) -> Quality:
    """Judge a picture by its eighth and the whole; too near is not looked for."""
    import numpy as np

    low, high = (float(level) for level in np.percentile(small, (10, 95)))
    light = float(small.mean()) / 255
    sharp = sharpness(grey)
    hint = PictureHint.FINE
    if high < _DARK:
        hint = PictureHint.DARK
    elif low > _BRIGHT:
        hint = PictureHint.BRIGHT
    elif 0.0 < sharp < _BLURRED:
        hint = PictureHint.BLURRED
    return Quality(light, sharp, hint)


def sharpness(grey: Pixels) -> float:
    """Return how steep the steepest edges are beside the contrast, 0 to 1; 0: there are none.

    A measure that does not depend on how much there is to see: a sharp edge rises within two
    pixels at half size, a blurred one takes as many as the blur is wide.
    """
    import cv2
    import numpy as np

    half = cv2.blur(_reduced(grey, _WORK_WIDTH), (3, 3))  # noise would pass for edges
    dark, bright = (float(level) for level in np.percentile(half[::4, ::4], (1, 99)))
    contrast = bright - dark
    if contrast < _CONTRAST:
        return 0.0
    slopes = (cv2.absdiff(half[:, 2:], half[:, :-2]), cv2.absdiff(half[2:, :], half[:-2, :]))
    return min(max(_steep(slope) for slope in slopes) / contrast, 1.0)


def _steep(slopes: Mat) -> int:
    """Return the level that a handful of the steepest slopes reach: a few edges are enough."""
    import numpy as np

    falling = np.cumsum(np.bincount(slopes.ravel(), minlength=256)[::-1])
    return 255 - int(np.searchsorted(falling, _STEEPEST))


def too_near(grey: Pixels) -> bool:
    """Whether a QR code's finder pattern fills so much of the picture that the code cannot fit."""
    import cv2

    work = _reduced(grey, _NEAR_WIDTH)
    _, binary = cv2.threshold(work, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    least = _NEAR * work.shape[0]
    return any(_finder_at_least(one, least) for one in (binary, cv2.bitwise_not(binary)))


def _finder_at_least(binary: Mat, least: float) -> bool:
    """Whether three squares lie in one another in the proportions 7 : 5 : 3."""
    import cv2

    contours, tree = cv2.findContours(binary, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return False
    for outer, (_next, _before, middle, _parent) in zip(contours, tree[0], strict=True):
        core = tree[0][middle][2] if middle >= 0 else -1
        if core < 0:
            continue
        areas = [cv2.contourArea(one) for one in (outer, contours[middle], contours[core])]
        if areas[0] < least * least or not areas[2]:
            continue
        rings = areas[0] / areas[2], areas[1] / areas[2]
        if 3.6 < rings[0] < 8.5 and 1.8 < rings[1] < 4.4 and _square(outer, areas[0]):
            return True
    return False


def _square(contour: Mat, area: float) -> bool:
    import cv2

    (_, (wide, high), _) = cv2.minAreaRect(contour)
    return bool(min(wide, high) > 0.6 * max(wide, high) and area > 0.75 * wide * high)


def _reduced(grey: Pixels, width: int) -> Pixels:
    import cv2

    if grey.shape[1] <= width:
        return grey
    size = (width, max(grey.shape[0] * width // grey.shape[1], 1))
    return cv2.resize(grey, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]
