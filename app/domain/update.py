"""A newer Pult: what a publisher says of releases, and what may be done about it when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.notice import NoticeCode

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,6})")


class UpdateFault(StrEnum):
    """Why a release is not to be had, or not to be trusted. Nothing is done then."""

    NOT_REACHED = "not_reached"
    ODD_ADDRESS = "odd_address"
    TOO_LARGE = "too_large"
    BAD_SIGNATURE = "bad_signature"
    UNREADABLE = "unreadable"
    ROLLED_BACK = "rolled_back"
    NOT_FOR_THIS = "not_for_this"
    WRONG_FILE = "wrong_file"
    NOT_KEPT = "not_kept"

    @property
    def code(self) -> NoticeCode:
        """The problem code it is read out by."""
        return NoticeCode.UPDATE_NOT_TRUSTED if self in _NOT_TRUSTED else NoticeCode.NO_UPDATE


_NOT_TRUSTED = frozenset(
    {
        UpdateFault.TOO_LARGE,
        UpdateFault.BAD_SIGNATURE,
        UpdateFault.ROLLED_BACK,
        UpdateFault.WRONG_FILE,
    }
)


class UpdateRefused(Exception):
    """What came is not acted upon; `detail` is for whoever looks after the till."""

    def __init__(self, fault: UpdateFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """An installer: for `windows` or `linux`, of `size` bytes, with a checksum in hex."""

    platform: str
    name: str
    url: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """One version that was published, with a few plain words of what is new."""

    version: str
    notes: str
    files: tuple[ReleaseFile, ...]

    def file_for(self, platform: str) -> ReleaseFile | None:
        """Return its installer for a platform."""
        return next((file for file in self.files if file.platform == platform), None)


class UpdateStage(StrEnum):
    """How far the till has come with a newer release."""

    UNKNOWN = "unknown"
    LOOKING = "looking"
    NEWEST = "newest"
    THERE = "there"
    FETCHING = "fetching"
    FETCHED = "fetched"
    INSTALLING = "installing"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class UpdateChanged:
    """How it stands with a newer release; `command` installs it where Pult itself may not.

    `previous` is the installer that leads back to this version, where there is one. `shop_open`:
    it was within the opening hours when this was said.
    """

    stage: UpdateStage
    version: str = ""
    notes: str = ""
    command: str = ""
    previous: str = ""
    shop_open: bool = False
    fault: UpdateFault | None = None
    detail: str = ""


def version_order(version: str) -> tuple[int, int, int]:
    """Return what versions are compared by; raises ValueError for what is no release's version."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"{version!r} is no version like 1.2.3")
    major, minor, patch = found.groups()
    return int(major), int(minor), int(patch)
