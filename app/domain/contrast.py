"""How well one colour reads on another; colours are ``#RRGGBB``, pure reckoning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

LEAST_CONTRAST: Final = 4.5
"""The least that text must have (WCAG 2.2, AA)."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255. Raises ValueError for anything but ``#RRGGBB``."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"{colour!r} is no colour of the form #RRGGBB")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, 0 to 1)."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(value) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    return ratio(luminance(one), luminance(other))


def ratio(one: float, other: float) -> float:
    """Return the contrast ratio of two luminances."""
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def mix(front: str, ground: str, share: float) -> str:
    """Return `share` (0 to 1) of `front` laid over `ground`."""
    pairs = zip(channels(front), channels(ground), strict=True)
    red, green, blue = (round(top * share + under * (1 - share)) for top, under in pairs)
    return f"#{red:02X}{green:02X}{blue:02X}"


def best_on(ground: str, inks: Iterable[str]) -> str:
    """Return the ink that reads best on `ground`."""
    return max(inks, key=lambda ink: contrast(ink, ground))


def readable(colour: str, ink: str, ground: str) -> str:
    """Return `colour`, moved towards `ink` just until it reads on `ground` at 4.5:1."""
    text = colour
    for _ in range(20):
        if contrast(text, ground) >= LEAST_CONTRAST:
            break
        text = mix(ink, text, 0.12)
    return text
