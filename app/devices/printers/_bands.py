"""A picture of a slip → what has ink on it, and the white paper between, in few bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.devices.printers._bitmap import Bitmap

_WORTH_A_BAND: Final = 4  # fewer white rows take less time as part of the picture
_TALLEST: Final = 240  # of one picture; small printers keep no more


def bands(bitmap: Bitmap) -> Iterator[Bitmap]:
    """Yield bands from the top down, each without the white columns at its right.

    Put below each other they are `bitmap`; white paper becomes bands of eight dots' width.
    """
    start = white = 0
    for line, row in enumerate(_rows(bitmap)):
        if any(row):
            if white >= _WORTH_A_BAND:
                yield from _cut(bitmap, start, line - white)
                yield from _cut(bitmap, line - white, line)
                start = line
            white = 0
        else:
            white += 1
    yield from _cut(bitmap, start, bitmap.height - white)
    yield from _cut(bitmap, bitmap.height - white, bitmap.height)


def _cut(bitmap: Bitmap, start: int, end: int) -> Iterator[Bitmap]:
    step = bitmap.stride
    for top in range(start, end, _TALLEST):
        below = min(end, top + _TALLEST)
        yield Bitmap(bitmap.width, below - top, bitmap.data[top * step : below * step]).trimmed()


def _rows(bitmap: Bitmap) -> Iterator[bytes]:
    for start in range(0, len(bitmap.data), bitmap.stride):
        yield bitmap.data[start : start + bitmap.stride]
