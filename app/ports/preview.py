"""A slip as a picture, drawn by what draws it for paper."""

from __future__ import annotations

from typing import Protocol

from app.domain.slip import Slip


class SlipPreviewPort(Protocol):
    """Draws slips for the screen. Thread: any but the gui's."""

    def png(self, slip: Slip, width: int) -> bytes:
        """Return `slip` on paper of `width` letters as a PNG, one pixel a dot; b"" if it cannot."""
        ...
