"""What a slip is rendered for: the printer's model, and how the shop wants it to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.devices.printers._kind import PrinterOptions

ENOUGH_FOR_PICTURES: Final = 9_000
"""Bytes a second from which on a usual slip as a picture (25 to 45 kB) is there in five seconds:
a serial line of 115,200 baud is fast enough, one of 57,600 is not."""


@dataclass(frozen=True, slots=True)
class Paper:
    """python-escpos profile, letters a line, a code page or none; and what each slip brings.

    `bytes_per_second` is what a slow wire carries, 0 for one that is never waited for; below
    `ENOUGH_FOR_PICTURES` slips stay text, whatever `as_picture` says, and logos small.
    """

    profile: str
    width: int
    codepage: str = ""
    as_picture: bool = False
    buzzer: bool = False
    drawer: bool = False  # opened by each slip
    bytes_per_second: int = 0

    @property
    def slow(self) -> bool:
        """Whether pictures would be waited for."""
        return 0 < self.bytes_per_second < ENOUGH_FOR_PICTURES


def paper_of(settings: PrinterOptions, *, bytes_per_second: int = 0) -> Paper:
    """Return what one entry of the settings says, over a wire of this speed (0: fast)."""
    return Paper(
        settings.profile,
        settings.width,
        settings.codepage,
        as_picture=settings.print_as == "picture",
        buzzer=settings.buzzer,
        drawer=settings.drawer == "slip",
        bytes_per_second=bytes_per_second,
    )
