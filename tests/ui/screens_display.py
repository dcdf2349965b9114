"""Draws the customer display in many situations into PNG files: a tool, not a test.

`python -m tests.ui.screens_display OUT_DIR [NAME_PART]`
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.customer_display.choices import DisplayChoices
from app.ui.customer_display.face import DisplayFace
from app.ui.customer_display.numbers import CalledNumber, DisplayedNumbers
from app.ui.theme import Mode, Theme, styled_font

_HU_EN = DisplayChoices(name="Sárkány Söröző", languages=("hu", "en"))
_NUMBERS = ("A-37", "HH01", "L-15", "W-106", "P-29", "A-35", "L-14", "A-33", "W-104", "P-28")


def numbers(*texts: str) -> tuple[CalledNumber, ...]:
    """Give numbers without anything special about them."""
    return tuple(map(CalledNumber, texts))


def many(letter: str, count: int) -> tuple[CalledNumber, ...]:
    """Give a row of numbers."""
    return numbers(*(f"{letter}-{place}" for place in range(40, 40 + count)))


_NEWEST = CalledNumber("A-36", fresh=True)
_PREPARING = numbers("A-38", "W-108", "P-31", "A-41", "A-42", "A-44", "L-16")
_USUAL = DisplayedNumbers(_NEWEST, numbers(*_NUMBERS[:4]), _PREPARING, 8)
_CHEERS, _LOKE = CalledNumber("42", "Cheers"), CalledNumber("42", "LOKE Restaurant Systems")
SCENES: dict[str, tuple[DisplayChoices, DisplayedNumbers]] = {
    "usual": (_HU_EN, _USUAL),
    "one-language": (DisplayChoices(name="Front counter", languages=("de",)), _USUAL),
    "two-long-languages": (
        DisplayChoices(name="Kávézó a Hősök terén", languages=("es", "de")),
        _USUAL,
    ),
    "no-newest": (_HU_EN, DisplayedNumbers(None, numbers(*_NUMBERS[:5]), _PREPARING, 15)),
    "seven-others": (_HU_EN, DisplayedNumbers(_NEWEST, numbers(*_NUMBERS[:7]), _PREPARING)),
    "over-eight": (_HU_EN, DisplayedNumbers(_NEWEST, numbers(*_NUMBERS), many("A", 11), 8)),
    "burst": (_HU_EN, DisplayedNumbers(_NEWEST, many("R", 28), many("A", 32), 25)),
    "twins": (
        _HU_EN,
        DisplayedNumbers(
            CalledNumber("42", "Cheers", fresh=True),
            (CalledNumber("7", "", fresh=True), _LOKE, *numbers("L-15")),
            (_CHEERS, *numbers("W-108"), _LOKE),
        ),
    ),
    "long-numbers": (
        _HU_EN,
        DisplayedNumbers(
            CalledNumber("2024-11-000816910908", fresh=True),
            numbers("816910908011148", "A-1"),
            numbers("816910908011148", "HH01-2217"),
        ),
    ),
    "nothing-ready": (_HU_EN, DisplayedNumbers(None, (), _PREPARING[:2])),
    "closed": (_HU_EN, DisplayedNumbers()),
    "without-preparing": (
        DisplayChoices(name="Sárkány Söröző", languages=("hu", "en"), show_preparing=False),
        DisplayedNumbers(_NEWEST, numbers(*_NUMBERS[:4]), (), 8),
    ),
    "own-colours": (
        DisplayChoices(name="Tamburini", languages=("hu",), ground="#FFF8EE", ready="#8A1C2B"),
        _USUAL,
    ),
    "own-dark": (
        DisplayChoices(name="Tamburini", languages=("en",), ground="#1B2A52", ready="#FFD166"),
        _USUAL,
    ),
    "with-logo": (_HU_EN, _USUAL),
}
SIZES = ((1920, 1080), (1080, 1920), (1024, 600), (1280, 800), (3840, 2160))


def a_logo() -> QImage:
    """Give a shop's logo, wider than high."""
    logo = QImage(600, 260, QImage.Format.Format_ARGB32)
    logo.fill(QColor(0, 0, 0, 0))
    painter = QPainter(logo)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("#E2574C"))
    painter.drawEllipse(4, 4, 250, 250)
    painter.setPen(QColor("#F3F5F8"))
    painter.setFont(styled_font("headline", px=110))
    painter.drawText(270, 170, "SÁRK")
    painter.end()
    return logo


def main(arguments: list[str]) -> int:
    """Draw what is asked for."""
    folder, part = Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    Theme(Mode.DARK, dpi=96).apply_to(app)
    for name, (choices, shown) in SCENES.items():
        if part not in name:
            continue
        for size in SIZES if name in ("usual", "over-eight") else SIZES[:1]:
            face = DisplayFace(choices)
            face.show_clock("18:24")
            face.show_numbers(shown)
            if name == "with-logo":
                face.show_logo(a_logo())
            face.resize(*size)
            face.grab().save(str(folder / f"{name}-{size[0]}x{size[1]}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
