"""Drawing with Qt: rows that no code page holds, whole slips, the shop's logo.

The only place beside the window's that knows Qt. QPainter on a QImage may be used on any thread,
but letters need a QGuiApplication. The window has one; a program without a window calls
`prepare_pictures` on its main thread first.
"""

from app.devices.printers._raster._application import PicturesUnavailable, prepare_pictures
from app.devices.printers._raster._drawing import row_bitmap, slip_bitmap, slip_png
from app.devices.printers._raster._letters import missing_letters
from app.devices.printers._raster._logo import logo_bitmap

__all__ = [
    "PicturesUnavailable",
    "logo_bitmap",
    "missing_letters",
    "prepare_pictures",
    "row_bitmap",
    "slip_bitmap",
    "slip_png",
]
