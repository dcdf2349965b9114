"""A shop's own colour: written as web pages do, and refused where no text reads on it."""

import re
from math import floor
from typing import Annotated, Final

from pydantic import AfterValidator

from app.domain.contrast import LEAST_CONTRAST, luminance, ratio
from app.settings.errors import Unfit
from app.settings.fields import Allowed

INKS: Final = (1.0, 0.0074)
"""The luminances of the two inks, of which the better one is written in on a shop's colour; the
colours themselves stand in the theme."""
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)


def _colour(value: str) -> str:
    if not value:
        return value
    if not _COLOUR.fullmatch(value):
        raise Unfit("", "Write # and six digits of 0 to 9 and A to F, as web pages do.")
    reads = max(ratio(ink, luminance(value)) for ink in INKS)
    if reads < LEAST_CONTRAST:
        told = floor(reads * 10) / 10  # 4.48 is no 4.5
        raise Unfit(
            f"would have text of {told:.1f}:1 on it, under {LEAST_CONTRAST:g}:1",
            "Choose a lighter or a darker colour.",
        )
    return value.upper()


Colour = Annotated[str, AfterValidator(_colour), Allowed("empty or a colour as #RRGGBB")]
