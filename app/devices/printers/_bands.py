"""A picture of a slip → what has ink on it, and the white paper between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.devices.printers._bitmap import Bitmap

_WORTH_A_FEED: Final = 4  # fewer white rows cost less time as part of the picture
_TALLEST: Final = 240  # of one picture; small printers keep no more


def bands(bitmap: Bitmap) -> Iterator[Bitmap | int]:
    """Yield inked bands, without white columns at their right, and the white rows between them."""
    start = white = 0
    for line, row in enumerate(_rows(bitmap)):
        if any(row):
            if white >= _WORTH_A_FEED:
                yield from _inked(bitmap, start, line - white)
                yield white
                start = line
            white = 0
        else:
            white += 1
    yield from _inked(bitmap, start, bitmap.height - white)
    if white:
        yield white


def _inked(bitmap: Bitmap, start: int, end: int) -> Iterator[Bitmap]:
    step = bitmap.stride
    for top in range(start, end, _TALLEST):
        below = min(end, top + _TALLEST)
        yield Bitmap(bitmap.width, below - top, bitmap.data[top * step : below * step]).trimmed()


def _rows(bitmap: Bitmap) -> Iterator[bytes]:
    for start in range(0, len(bitmap.data), bitmap.stride):
        yield bitmap.data[start : start + bitmap.stride]
