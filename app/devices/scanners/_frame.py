"""One picture of a camera, unpacked no further than somebody needs it."""

from __future__ import annotations

import zlib
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

EVERY = 8
"""The motion gate looks at a picture so many times smaller in both directions."""
_MOST_PIXELS = 40_000_000


class Frame(Protocol):
    """A picture; what is asked of it is worked out once. Thread: the scanner's own.

    `small` is an eighth in both directions in grey, `grey` and `colour` (BGR) are the whole; each
    raises ValueError when the picture is damaged. `fingerprint` tells two pictures apart.
    """

    @property
    def small(self) -> Pixels: ...

    @property
    def grey(self) -> Pixels: ...

    @property
    def colour(self) -> Pixels: ...

    @property
    def fingerprint(self) -> int: ...


class JpegFrame(Frame):
    """A picture that came as JPEG; most are never unpacked beyond an eighth."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def small(self) -> Pixels:
        """An eighth in both directions, which a JPEG gives without being unpacked whole."""
        import cv2

        if _jpeg_pixels(self._data) > _MOST_PIXELS:
            raise ValueError("a picture of more than 40 million pixels")
        return self._unpacked(cv2.IMREAD_REDUCED_GRAYSCALE_8)

    @cached_property
    def grey(self) -> Pixels:
        """The whole picture in grey."""
        import cv2

        return self._unpacked(cv2.IMREAD_GRAYSCALE)

    @cached_property
    def colour(self) -> Pixels:
        """The whole picture in colour."""
        import cv2

        return self._unpacked(cv2.IMREAD_COLOR)

    @cached_property
    def fingerprint(self) -> int:
        """A checksum of the packed picture."""
        return zlib.crc32(self._data)

    def _unpacked(self, how: int) -> Pixels:
        import cv2
        import numpy as np

        try:
            pixels = cv2.imdecode(np.frombuffer(self._data, np.uint8), how)
        except cv2.error as error:
            raise ValueError("a damaged picture") from error
        if pixels is None or pixels.size == 0:
            raise ValueError("a damaged picture")
        return pixels  # type: ignore[return-value]


class ArrayFrame(Frame):
    """A picture that came unpacked, in grey or BGR."""

    def __init__(self, pixels: Pixels) -> None:
        if pixels.ndim not in (2, 3) or not pixels.size:
            raise ValueError("a damaged picture")
        self._pixels = pixels

    @cached_property
    def small(self) -> Pixels:
        """An eighth in both directions; green stands for grey in a picture in colour.

        The means of eight by eight pixels, as a JPEG gives them: noise of single ones would pass
        for motion.
        """
        import cv2

        high, wide = self._pixels.shape[:2]
        size = (max(wide // EVERY, 1), max(high // EVERY, 1))
        sample = cv2.resize(self._pixels, size, interpolation=cv2.INTER_AREA)
        return sample if sample.ndim == 2 else sample[:, :, 1]  # type: ignore[return-value]

    @cached_property
    def grey(self) -> Pixels:
        """The whole picture in grey."""
        import cv2

        if self._pixels.ndim == 2:
            return self._pixels
        return cv2.cvtColor(self._pixels, cv2.COLOR_BGR2GRAY)  # type: ignore[return-value]

    @cached_property
    def colour(self) -> Pixels:
        """The whole picture in colour."""
        import cv2

        if self._pixels.ndim == 3:
            return self._pixels
        return cv2.cvtColor(self._pixels, cv2.COLOR_GRAY2BGR)  # type: ignore[return-value]

    @cached_property
    def fingerprint(self) -> int:
        """A checksum of every eighth row."""
        return zlib.crc32(self._pixels[::EVERY].tobytes())


def _jpeg_pixels(data: bytes) -> int:
    """Return how many pixels a JPEG says it has, 0 where that cannot be found."""
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        kind = data[place + 1]
        if 0xC0 <= kind <= 0xC3:
            high = int.from_bytes(data[place + 5 : place + 7], "big")
            return high * int.from_bytes(data[place + 7 : place + 9], "big")
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return 0
