"""How large a design pixel is on this screen, so that 48 of them are never under 12 mm."""

from dataclasses import dataclass

MM_PER_INCH = 25.4
FALLBACK_DPI = 96.0
DESIGN_DPI = 101.6
BANK_CARD_MM, BANK_CARD_SHORT_MM, BANK_CARD_CORNER_MM = 85.6, 53.98, 3.18
"""The two sides and the corners of a bank card (ISO/IEC 7810, ID-1)."""
LEAST_TEXT_SCALE, MOST_TEXT_SCALE = 1.0, 2.0


def physical_dpi(width_px: float, width_mm: float) -> float:
    """Return a screen's dots per inch; 96 when the reported width is missing or absurd."""
    if not 80 <= width_mm <= 3000 or width_px <= 0:
        return FALLBACK_DPI
    return width_px / width_mm * MM_PER_INCH


def dpi_from_bank_card(card_px: float) -> float:
    """Return the dots per inch when a bank card covers `card_px` of the screen."""
    if card_px <= 0:
        return FALLBACK_DPI
    return card_px / BANK_CARD_MM * MM_PER_INCH


def bank_card_px(dpi: float) -> float:
    """Return how much the long side of a bank card covers at so many dots per inch."""
    return dpi / MM_PER_INCH * BANK_CARD_MM


@dataclass(frozen=True, slots=True)
class Scale:
    """Screen pixels per design pixel.

    Thread: any.
    """

    factor: float = 1.0

    @classmethod
    def of(cls, dpi: float, text_scale: float = 1.0) -> "Scale":
        """Return the scale for a screen; `text_scale` is held between 1 and 2."""
        text = min(max(text_scale, LEAST_TEXT_SCALE), MOST_TEXT_SCALE)
        return cls(max(1.0, dpi / DESIGN_DPI) * text)

    def px(self, design: float) -> int:
        """Return whole screen pixels for `design` pixels; at least 1 for anything over 0."""
        pixels = round(design * self.factor)
        return max(1, pixels) if design > 0 else pixels

    def real(self, design: float) -> float:
        """Return screen pixels for `design` pixels, unrounded, for painting."""
        return design * self.factor
