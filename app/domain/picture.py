"""What a camera sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PictureHint(StrEnum):
    """What is wrong with a camera's picture, if anything."""

    FINE = "fine"
    DARK = "dark"
    BRIGHT = "bright"
    BLURRED = "blurred"
    TOO_NEAR = "too near"
    FROZEN = "frozen"  # the camera sends the same picture for ever


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture of a camera, for the preview: `pixels` are RGB, three bytes each, row by row.

    `outline` are the corners of the code that was found, in pixels; `sharpness` and `light` go from
    0 to 1. `text` is what the code says, "" where none was found.
    """

    width: int
    height: int
    pixels: bytes
    outline: tuple[tuple[int, int], ...] = ()
    text: str = ""
    sharpness: float = 0.0
    light: float = 0.0
    hint: PictureHint = PictureHint.FINE
