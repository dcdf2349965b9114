"""What the system's errors mean, in plain words."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from typing import Final

_WORDS: Final[Mapping[int, str]] = {
    errno.ECONNREFUSED: "it is there, but nothing takes connections at that port",
    errno.ECONNRESET: "it closed the connection",
    errno.ECONNABORTED: "it closed the connection",
    errno.EPIPE: "it closed the connection",
    errno.ETIMEDOUT: "no answer in time",
    errno.EHOSTUNREACH: "nobody is at that address",
    errno.EHOSTDOWN: "nobody is at that address",
    errno.ENETUNREACH: "this computer has no network",
    errno.ENETDOWN: "this computer has no network",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "it is not there",
    errno.ENODEV: "it is not there",
    errno.ENXIO: "it is not there",
    errno.EBUSY: "another program uses it",
    errno.EAGAIN: "another program uses it",
    errno.EACCES: "this user may not use it",
    errno.EPERM: "this user may not use it",
    errno.EIO: "it does not answer",
    errno.ENOTTY: "it is no serial port",
    errno.EINVAL: "it refuses what was asked of it, such as a line speed it does not have",
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "a file of that name is in its place",
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "the disk is read-only",
}
# What pyserial has of the system's error where it keeps no number. On Windows a COM port that is
# refused is one that is open already.
_SPOKEN: Final = (
    ("PermissionError(", errno.EBUSY),
    ("FileNotFoundError(", errno.ENOENT),
    ("Could not configure port: (25,", errno.ENOTTY),
    ("Could not configure port: (5,", errno.EIO),
    ("readiness to read but returned no data", errno.ENODEV),
)


def number_of(error: BaseException) -> int | None:
    """Return the system's number of an error, also of one that stands behind it or in its words."""
    import socket  # a start that goes well asks for no cause, and needs no network
    import ssl

    said = str(error)
    spoken = next((number for words, number in _SPOKEN if words in said), None)
    for each in chain_of(error):
        number = getattr(each, "errno", None)
        # The numbers of OpenSSL and of the resolver are their own: 1 is not EPERM there.
        if isinstance(number, int) and not isinstance(each, ssl.SSLError | socket.gaierror):
            return number
    return spoken


def cause_of(error: BaseException) -> str:
    """Return what an error means; its own words, else its kind, where we have no words for it."""
    number = number_of(error)
    if number is not None and number in _WORDS:
        return _WORDS[number]
    if words := next(filter(None, map(_of_the_network, chain_of(error))), ""):
        return words
    if "Timeout" in type(error).__name__:
        return _WORDS[errno.ETIMEDOUT]
    said = getattr(error, "strerror", None) or str(error)
    return said or type(error).__name__


def chain_of(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, then what stands behind it."""
    behind: BaseException | None = error
    while behind is not None:
        yield behind
        behind = behind.__cause__ or behind.__context__


def _of_the_network(error: BaseException) -> str:
    import socket
    import ssl

    match error:
        case socket.gaierror():
            return "the name is not known"
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted: {error.verify_message}"
        case ssl.SSLError():
            return "there is no https"
        case _:
            return ""
