"""A code held in front of a camera is one scan, however many pictures show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.devices.scanners._decode import Found

OUT_OF_SIGHT: Final = 2.0
"""Seconds a code has to be away before it counts again: longer than a hand in front of it takes,
shorter than the next customer."""


@dataclass(slots=True)
class _Sighting:
    seen: float
    times: int = 0
    told: bool = False


class Presence:
    """Says which codes have come into sight.

    A code that is not certain counts when it was read in two pictures. Thread: the scanner's own;
    times are seconds of one clock.
    """

    def __init__(self, out_of_sight: float = OUT_OF_SIGHT) -> None:
        self._out_of_sight = out_of_sight
        self._sightings: dict[tuple[bytes, str], _Sighting] = {}

    @property
    def unsure(self) -> bool:
        """Whether something was seen once and must be looked at again."""
        return any(not sighting.told for sighting in self._sightings.values())

    def see(self, found: Iterable[Found], now: float) -> list[Found]:
        """Take the codes of a searched picture in; return those that are scanned now."""
        self._sightings = {
            key: sighting
            for key, sighting in self._sightings.items()
            if now - sighting.seen < self._out_of_sight
        }
        come = []
        for code in found:
            sighting = self._sightings.setdefault((code.raw, code.symbology), _Sighting(now))
            sighting.seen = now
            sighting.times += 1
            if not sighting.told and (code.certain or sighting.times > 1):
                sighting.told = True
                come.append(code)
        return come

    def still_there(self, shown: Iterable[Found], now: float) -> None:
        """Keep in sight what an earlier picture showed: nothing has moved since."""
        for code in shown:
            sighting = self._sightings.get((code.raw, code.symbology))
            if sighting is not None:
                sighting.seen = now
