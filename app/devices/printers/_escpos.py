"""The one door to python-escpos: imported late, without its side effects; facts of its profiles."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

_log = logging.getLogger(__name__)
_importing = threading.Lock()
_PICKLE_DIR: Final = "ESCPOS_CAPABILITIES_PICKLE_DIR"
_CELL: Final = 12  # dots of one letter where the profile does not tell
_CELLS: Final = range(9, 16)
_EPSON: Final = "Epson"


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What a slip must know of a printer model; `cell` is the dots of one letter's width."""

    name: str
    maker: str
    pages: Mapping[str, int]
    native_qr: bool
    raster: bool
    cuts: bool
    cell: int
    columns: int

    @property
    def epson(self) -> bool:
        """Whether its maker is the one whose commands all others follow."""
        return self.maker == _EPSON


@cache
def facts_of(profile: str) -> ProfileFacts:
    """Return the facts of `profile`; one that python-escpos does not know is its "default"."""
    profiles = _capabilities()["profiles"]
    if profile not in profiles:
        _log.info("unknown printer profile", extra={"event": "printer_profile_unknown"})
        profile = "default"
    data = profiles[profile]
    features = data["features"]
    columns = int(data["fonts"]["0"]["columns"])
    return ProfileFacts(
        name=profile,
        maker=data["vendor"],
        pages=_pages(data["codePages"]),
        native_qr=bool(features.get("qrCode")),
        raster=bool(features.get("bitImageRaster")),
        cuts=bool(features.get("paperFullCut") or features.get("paperPartCut")),
        cell=_cell(data["media"]["width"].get("pixels"), columns),
        columns=columns,
    )


def byte_builder(profile: str) -> Any:
    """Return a python-escpos `Dummy` that gathers bytes for `profile`."""
    _import()
    from escpos.printer import Dummy

    return Dummy(profile=facts_of(profile).name)


def known_profiles() -> list[str]:
    """Return the names of all profiles; imports python-escpos, so not before the first paint."""
    return sorted(_capabilities()["profiles"])


@cache
def numbers_of(page: str) -> tuple[int, ...]:
    """Return under which numbers any known model has `page`, the most usual one first."""
    found: Counter[int] = Counter()
    for data in _capabilities()["profiles"].values():
        found.update(int(number) for number, name in data["codePages"].items() if name == page)
    return tuple(
        number for number, _ in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    )


def _pages(names: Mapping[str, str]) -> dict[str, int]:
    """Return the number of each page; of several the lowest, which clones have most often."""
    numbered = sorted(((int(number), name) for number, name in names.items()), reverse=True)
    return {name: number for number, name in numbered}


def _cell(pixels: object, columns: int) -> int:
    cell = pixels // columns if isinstance(pixels, int) else _CELL
    return cell if cell in _CELLS else _CELL


def _capabilities() -> Any:
    _import()
    from escpos import capabilities

    return capabilities.CAPABILITIES


@cache
def _import() -> None:
    """Import python-escpos 3.1 and undo what it does to the logging and to the temp folder."""
    with _importing:
        before = list(logging.root.handlers)
        from escpos import capabilities

        for handler in [each for each in logging.root.handlers if each not in before]:
            logging.root.removeHandler(handler)
        if _PICKLE_DIR not in os.environ:
            shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
