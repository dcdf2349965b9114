"""How a code arrived."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanTrace:
    """How a code arrived, for the scan doctor; what a kind of scanner cannot know stays empty.

    `raw` is what was received, `ended_by` the terminator ("cr", "tab", "pause" …), `milliseconds`
    the time from its first to its last byte or key, `layout` the keyboard layout that was healed,
    `aim` the AIM symbology identifier that was taken off, `symbology` what a camera decoded.
    """

    raw: bytes = b""
    ended_by: str = ""
    milliseconds: float | None = None
    layout: str = ""
    aim: str = ""
    symbology: str = ""
