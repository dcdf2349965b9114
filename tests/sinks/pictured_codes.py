"""Codes as pictures, made by other libraries than the one that reads them where there is one."""

from __future__ import annotations

import cv2
import numpy as np
import qrcode
import zxingcpp
from numpy.typing import NDArray

Image = NDArray[np.uint8]


def qr(text: str | bytes, border: int = 4) -> Image:
    """A QR code, one pixel a module, dark on white."""
    data = text.encode() if isinstance(text, str) else text
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, border=border)
    code.add_data(qrcode.util.QRData(data, mode=qrcode.util.MODE_8BIT_BYTE))
    code.make(fit=True)
    return np.where(np.array(code.get_matrix(), bool), 20, 245).astype(np.uint8)


def bars(text: str, symbology: str) -> Image:
    """A barcode ("EAN13", "Code128", "ITF" …), two pixels a module."""
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, symbology))
    row = np.array(made.to_image(scale=1), np.uint8)[5:6]
    dark = np.flatnonzero(row[0] < 128)
    row = np.pad(row[:, dark[0] : dark[-1] + 1], ((0, 0), (12, 12)), constant_values=255)
    card = np.repeat(row, max(row.shape[1] // 3, 20), axis=0)
    return np.clip(card, 20, 245).astype(np.uint8)


def png(image: Image) -> bytes:
    return bytes(cv2.imencode(".png", image)[1])
