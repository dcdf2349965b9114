"""One-bit pictures as printers take them, and the squares of a QR code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Rows of bits, most significant first, 1 is black; each row padded to whole bytes."""

    width: int
    height: int
    data: bytes

    @property
    def stride(self) -> int:
        """The bytes of one row."""
        return (self.width + 7) // 8

    def trimmed(self) -> Bitmap:
        """Return the picture without white columns at its right side (in steps of 8 dots)."""
        rows = [
            self.data[start : start + self.stride]
            for start in range(0, len(self.data), self.stride)
        ]
        used = max((len(row.rstrip(b"\0")) for row in rows), default=0) or 1
        return Bitmap(used * 8, self.height, b"".join(row[:used] for row in rows))


def qr_squares(content: str) -> list[list[bool]]:
    """Return the dark squares of the QR code of `content`, without a white border."""
    import qrcode  # an import that costs 20 ms belongs on the printer's lane

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(content)
    code.make(fit=True)
    return [[bool(square) for square in row] for row in code.get_matrix()]


def bitmap_of(squares: Sequence[Sequence[bool]], module: int, left: int = 0) -> Bitmap:
    """Return `squares` as a picture, `module` dots each, `left` white dots before them."""
    width = left + len(squares[0]) * module
    stride = (width + 7) // 8
    rows = bytearray()
    for squares_row in squares:
        bits = 0
        for square in squares_row:
            bits = bits << module | ((1 << module) - 1 if square else 0)
        rows += (bits << (stride * 8 - width)).to_bytes(stride, "big") * module
    return Bitmap(width, len(squares) * module, bytes(rows))
