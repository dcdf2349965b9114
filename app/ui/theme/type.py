"""The type styles by name, as QFont."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont

FAMILIES = ["Inter", "Segoe UI", "Noto Sans", "DejaVu Sans"]
FIXED_FAMILIES = ["Cascadia Mono", "Consolas", "DejaVu Sans Mono", "Liberation Mono", "Monospace"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size in design px, weight, tracking in percent of the size, and whether figures line up, or
    all letters do."""

    px: float
    weight: int
    tracking: float = 0.0
    tabular: bool = False
    fixed: bool = False


STYLES: dict[str, TextStyle] = {
    "display": TextStyle(176, 700, -4),
    "headline": TextStyle(56, 700, -3),
    "due": TextStyle(64, 700, -3, tabular=True),
    "number_xl": TextStyle(48, 700, -3),
    "number_l": TextStyle(34, 700, -3),
    "change": TextStyle(44, 700, -3, tabular=True),
    "given": TextStyle(34, 600, -1, tabular=True),
    "lead": TextStyle(26, 500, -0.6),
    "clock": TextStyle(28, 600, -1, tabular=True),
    "key": TextStyle(30, 600, -1, tabular=True),
    "title": TextStyle(24, 600, -1),
    "column": TextStyle(20, 600, -1),
    "total": TextStyle(20, 700, -1, tabular=True),
    "action": TextStyle(22, 600, -0.6),
    "button": TextStyle(17, 600, -0.6),
    "button_small": TextStyle(16, 600, -0.6),
    "body": TextStyle(16, 400, -0.6),
    "body_medium": TextStyle(17, 500, -0.6),
    "body_strong": TextStyle(17, 600, -0.6),
    "amount": TextStyle(16, 600, -0.6, tabular=True),
    "price": TextStyle(17, 400, -0.6, tabular=True),
    "age": TextStyle(16, 500, -0.6, tabular=True),
    "mark": TextStyle(15, 600, tabular=True),
    "small": TextStyle(14, 400),
    "small_strong": TextStyle(14, 600),
    "small_tabular": TextStyle(14, 400, tabular=True),
    "fixed": TextStyle(15, 400, fixed=True),
}


@lru_cache(maxsize=256)
def _made(px: float, weight: int, tracking: float, tabular: bool, fixed: bool) -> QFont:
    font = QFont(FIXED_FAMILIES if fixed else FAMILIES)
    if fixed:
        font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px * tracking / 100)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def styled_font(style: str, factor: float = 1.0, *, px: float | None = None) -> QFont:
    """Return a copy of the font of `style` at `factor` screen px a design px.

    `px` replaces the style's size (display text is sized by the room it has).
    Raises KeyError for a style that does not exist.
    """
    wanted = STYLES[style]
    size = (wanted.px if px is None else px) * factor
    return QFont(_made(size, wanted.weight, wanted.tracking, wanted.tabular, wanted.fixed))
