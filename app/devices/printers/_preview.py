"""A slip as a picture for the screen, from the rows that go to paper."""

from __future__ import annotations

from app.devices.printers._layout import lay_out
from app.domain.slip import Slip
from app.ports.preview import SlipPreviewPort


class SlipPreview(SlipPreviewPort):
    """Draws slips as the virtual printer does. Thread: any but the gui's."""

    def png(self, slip: Slip, width: int) -> bytes:
        """Return `slip` on paper of `width` letters as a PNG, one pixel a dot; b"" if it cannot."""
        from app.devices.printers import _raster  # Qt only when something is drawn

        try:
            return _raster.slip_png(lay_out(slip, width), width)
        except _raster.PicturesUnavailable:
            return b""
