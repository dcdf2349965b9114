"""What the system's errors mean for a printer on a cable of this machine."""

from __future__ import annotations

import errno
import sys
from typing import Final

from app.devices._passport import Standing, Whereabouts
from app.devices.printers._conversation import ChannelTrouble
from app.devices.rights import NO_RIGHTS, remedy
from app.domain.causes import cause_of, number_of
from app.domain.printing import PrinterWord

_GONE: Final = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR)
_REFUSED: Final = (errno.EACCES, errno.EPERM)
_IN_USE: Final = (errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK)


def not_placed(where: Whereabouts) -> ChannelTrouble:
    """Return why no device is opened at all: it is missing, or another one is in its place."""
    stranger = where.standing is Standing.STRANGER
    word = PrinterWord.OTHER_DEVICE if stranger else PrinterWord.NOT_REACHABLE
    return ChannelTrouble(word, where.detail)


def not_opened(
    error: BaseException, place: str, group: str, file: str | None = None
) -> ChannelTrouble:
    """Return why the device at `place` could not be opened, with the remedy where there is one.

    `group` are those who may use such a device on Linux; `file` is its file, where `place` is none.
    """
    number = number_of(error)
    if number in _REFUSED and sys.platform == "linux":
        detail = f"{NO_RIGHTS} {place}: {remedy(file or place, group)}"
    elif number in _REFUSED:
        detail = f"{NO_RIGHTS} {place}, or another program uses it"
    elif number in _IN_USE:
        detail = f"{place} is used by another program"
    elif number in _GONE:
        detail = f"{place} is not there"
    else:
        detail = f"{place}: {cause_of(error)}"
    return ChannelTrouble(PrinterWord.NOT_REACHABLE, detail)


def broken(error: BaseException, place: str, taken: int = 0) -> ChannelTrouble:
    """Return what a failure on an open device means: it is gone."""
    return ChannelTrouble(
        PrinterWord.NOT_REACHABLE, f"{place} went away: {cause_of(error)}", taken=taken
    )


def too_slow(taken: int, length: int) -> ChannelTrouble:
    """Return that the printer took only `taken` of `length` bytes in its time."""
    detail = f"took {taken} of {length} bytes"
    return ChannelTrouble(PrinterWord.NOT_ANSWERING, detail, taken=taken)
