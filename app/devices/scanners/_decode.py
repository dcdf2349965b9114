"""From a grey picture to the codes in it: zxing-cpp, one retry a picture, pyzbar for the rest.

Which retries help, and in which order, was measured on `tests/bench/degraded_codes.py`; the table
is printed by `tests/bench/test_decode.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from app.devices.scanners._frame import Pixels

Corners = tuple[tuple[float, float], ...]

FORMATS: Final = ("QRCode", "Code128", "EAN13", "EAN8", "UPCA", "ITF", "Code39")
"""Named, since that is three times faster than all. Data Matrix would double the time of a frame,
and Micro QR adds a tenth; neither stands on anything a counter is shown."""
_MATRIX: Final = "QR Code"
_SHORTEST_BARS: Final = 4  # letters; fewer are found in any striped shirt


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a picture: what it says, as bytes, what kind it is, and its corners in pixels.

    One that is not `certain` has no proof against misreading beyond a check digit and counts only
    when it is read the same way again.
    """

    raw: bytes
    symbology: str
    corners: Corners

    @property
    def certain(self) -> bool:
        """Whether it carries enough redundancy to be believed at once: Reed-Solomon does."""
        return self.symbology == _MATRIX


Method = Callable[["Pixels"], list[Found]]


class Decoder:
    """Reads pictures one after another, trying another way at each that shows no code.

    Thread: the scanner's own. `passes` counts how often a picture was searched.
    """

    def __init__(self) -> None:
        self.passes = 0
        self._retries = cycle(_retries())
        self._ways = cycle((_zxing, *_retries()[:2]))
        self._again: Method | None = None

    def read(self, grey: Pixels) -> list[Found]:
        """Return the codes of one picture among several; at most two searches."""
        self.passes += 1
        found = _zxing(grey)
        if found:
            return found
        self.passes += 1
        retry = self._again or next(self._retries)
        found = retry(grey)
        # What has to be seen a second time is looked for in the way that showed it.
        self._again = retry if any(not code.certain for code in found) else None
        return found

    def glance(self, grey: Pixels) -> list[Found]:
        """Return the codes of a picture that shows nothing new; one search, another each time."""
        self.passes += 1
        return next(self._ways)(grey)

    def first_retry(self) -> None:
        """Begin with the retry that helps most; for when a new code may have come."""
        self._retries = cycle(_retries())

    def read_still(self, grey: Pixels) -> list[Found]:
        """Return the codes of a picture that comes alone, in as many searches as it takes.

        What is not certain has to be read the same way by two of them.
        """
        seen: dict[tuple[bytes, str], int] = {}
        for method in (_zxing, *_retries()):
            self.passes += 1
            found = method(grey)
            for code in found:
                key = (code.raw, code.symbology)
                seen[key] = seen.get(key, 0) + 1
            sure = [code for code in found if code.certain or seen[code.raw, code.symbology] > 1]
            if sure:
                return sure
        return []


def second_opinion() -> str:
    """Return why pyzbar cannot be used, "" when it can."""
    try:
        from pyzbar import pyzbar  # noqa: F401
    except (ImportError, OSError) as error:
        return f"pyzbar cannot be loaded: {error}"
    return ""


@cache
def _retries() -> tuple[Method, ...]:
    ways: list[Method] = [
        lambda grey: _zxing(_sharpened(grey)),
        lambda grey: _zxing(_smoothed(grey)),
        lambda grey: _zxing(_sharpened(_scaled(grey, 1.5)), 1.5),
        lambda grey: _zxing(_sharpened(_scaled(grey, 0.5)), 0.5),
        lambda grey: _turned(grey, 30),
        lambda grey: _turned(grey, 60),
        lambda grey: _zxing(_dilated(grey)),
        lambda grey: _zxing(_scaled(grey, 0.5), 0.5),
    ]
    if not second_opinion():
        ways.insert(2, _zbar)
        ways.append(lambda grey: _zbar(_sharpened(_scaled(grey, 0.5)), 0.5))
    return tuple(ways)


@cache
def _named_formats() -> Any:
    import zxingcpp

    return [getattr(zxingcpp.BarcodeFormat, name) for name in FORMATS]


def _zxing(grey: Pixels, scale: float = 1.0) -> list[Found]:
    import zxingcpp

    read = zxingcpp.read_barcodes(grey, formats=_named_formats())
    return [
        Found(bytes(code.bytes), str(code.format), tuple(_corners(code.position, scale)))
        for code in read
        if code.valid and (str(code.format) == _MATRIX or len(code.bytes) >= _SHORTEST_BARS)
    ]


def _corners(position: Any, scale: float) -> Iterator[tuple[float, float]]:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return ((point.x / scale, point.y / scale) for point in points)


def _turned(grey: Pixels, degrees: int) -> list[Found]:
    """Bars are read only where a straight line, level or upright, crosses all of them."""
    import cv2
    import numpy as np

    high, wide = grey.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    back = cv2.invertAffineTransform(matrix)
    turned: Any = cv2.warpAffine(grey, matrix, (wide, high), borderValue=128)
    found = _zxing(turned)
    return [
        replace(code, corners=tuple((float(x), float(y)) for x, y in corners))
        for code in found
        for corners in [np.array([(*point, 1.0) for point in code.corners]) @ back.T]
    ]


def _zbar(grey: Pixels, scale: float = 1.0) -> list[Found]:
    """QR codes alone: zbar finds bars where there are none.

    It guesses the encoding of what is not plain ASCII, and guesses wrong; that is left to zxing.
    """
    from pyzbar import pyzbar

    return [
        Found(
            code.data,
            _MATRIX,
            tuple((point.x / scale, point.y / scale) for point in code.polygon),
        )
        for code in pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE])
        if code.data.isascii()
    ]


def _scaled(grey: Pixels, factor: float) -> Pixels:
    import cv2

    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return cv2.resize(grey, None, fx=factor, fy=factor, interpolation=how)  # type: ignore


def _sharpened(grey: Pixels) -> Pixels:
    import cv2

    return cv2.addWeighted(grey, 3.5, cv2.blur(grey, (9, 9)), -2.5, 0)  # type: ignore


def _smoothed(grey: Pixels) -> Pixels:
    import cv2

    return cv2.medianBlur(grey, 3)  # type: ignore


def _dilated(grey: Pixels) -> Pixels:
    import cv2
    import numpy as np

    return cv2.dilate(grey, np.ones((3, 3), np.uint8))  # type: ignore
