"""Pictures of Qt → black dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter

from app.devices.printers._bitmap import Bitmap

_DARKER: Final = bytes(round(255 * (tone / 255) ** 3) for tone in range(256))


def paper(width: int, height: int) -> QImage:
    """Return white paper, one pixel a dot."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def dithered(image: QImage, *, darker: bool = True) -> Bitmap:
    """Return `image` in black dots (bit 1).

    Colours of letters and emoji are made `darker` first: paper knows no yellow.
    """
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if darker:
        tones = bytes(grey.constBits()).translate(_DARKER)
        shape = (grey.width(), grey.height(), grey.bytesPerLine())
        grey = QImage(tones, *shape, QImage.Format.Format_Grayscale8)
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.DiffuseDither
    mono = grey.convertToFormat(QImage.Format.Format_Mono, flags)
    if QColor(mono.color(1)).lightness() > QColor(mono.color(0)).lightness():
        mono.invertPixels()
    return _bits(mono)


def png(image: QImage) -> bytes:
    """Return `image` in shades of grey as a PNG."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    QImageWriter(buffer, QByteArray(b"png")).write(grey)
    buffer.close()
    return bytes(held.data())


def image_of(bitmap: Bitmap) -> QImage:
    """Return black dots as a picture to draw."""
    shape = (bitmap.width, bitmap.height, bitmap.stride)
    image = QImage(bitmap.data, *shape, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    return image.copy()


def _bits(mono: QImage) -> Bitmap:
    stride = (mono.width() + 7) // 8
    step = mono.bytesPerLine()
    data = bytes(mono.constBits())
    rows = (data[line * step : line * step + stride] for line in range(mono.height()))
    return Bitmap(mono.width(), mono.height(), b"".join(rows))
