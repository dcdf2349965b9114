"""The colour roles of the two themes; no Qt, no other hex values."""

from dataclasses import dataclass, replace
from typing import Final

from app.domain.contrast import LEAST_CONTRAST, best_on, contrast, luminance, mix, readable

__all__ = [
    "ACCENTS",
    "DARK",
    "LEAST_CONTRAST",
    "LIGHT",
    "Tokens",
    "contrast",
    "luminance",
    "mix",
    "with_accent",
]
LEAST_SHAPE: Final = 3.0
"""The least contrast of a shape with what it lies on (WCAG 2.2, AA)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours by role, each as ``#RRGGBB``.

    Thread: any.
    """

    name: str
    canvas: str
    surface: str
    sunken: str
    press: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    accent_press: str
    accent_pale: str
    accent_text: str
    ok: str
    on_ok: str
    ok_pale: str
    ok_text: str
    warn: str
    on_warn: str
    warn_pale: str
    warn_text: str
    bad: str
    on_bad: str
    bad_pale: str
    bad_text: str
    money: str
    on_money: str
    veil: str = "#0A0C10"
    veil_opacity: float = 0.56

    @property
    def is_dark(self) -> bool:
        """Tell whether these are the dark theme's colours."""
        return self.name == "dark"


LIGHT = Tokens(
    name="light",
    canvas="#EDEFF2",
    surface="#FFFFFF",
    sunken="#F6F7F9",
    press="#E4E7EC",
    line="#D6DAE1",
    edge="#7C8694",
    ink="#12151B",
    ink2="#454D59",
    ink3="#5F6875",
    accent="#2A45D6",
    on_accent="#FFFFFF",
    accent_press="#1F35AD",
    accent_pale="#E8ECFD",
    accent_text="#2239B8",
    ok="#067A6E",
    on_ok="#FFFFFF",
    ok_pale="#DBF1ED",
    ok_text="#045A51",
    warn="#F5AE1B",
    on_warn="#211700",
    warn_pale="#FFF1CF",
    warn_text="#704600",
    bad="#B8231A",
    on_bad="#FFFFFF",
    bad_pale="#FCE5E2",
    bad_text="#981A12",
    money="#12151B",
    on_money="#FFFFFF",
)

DARK = Tokens(
    name="dark",
    canvas="#0D0F12",
    surface="#181B20",
    sunken="#121418",
    press="#262B33",
    line="#2C323B",
    edge="#6F7988",
    ink="#F3F5F8",
    ink2="#B9C1CC",
    ink3="#929CAA",
    accent="#7C93FF",
    on_accent="#0A1030",
    accent_press="#9DB0FF",
    accent_pale="#1D2547",
    accent_text="#A9B8FF",
    ok="#45D6AC",
    on_ok="#04150F",
    ok_pale="#0E2E27",
    ok_text="#6BE3BF",
    warn="#FFC94D",
    on_warn="#211700",
    warn_pale="#33270D",
    warn_text="#F9CC6B",
    bad="#F4574A",
    on_bad="#2A0503",
    bad_pale="#3B1714",
    bad_text="#FF9C92",
    money="#F3F5F8",
    on_money="#12151B",
)

ACCENTS: Final = ("#1B3A8C", "#7A1FA2", "#A83FD0")
"""Offered to shops beside ours: in both themes nobody takes them for ok, warn or bad."""


def with_accent(tokens: Tokens, accent: str) -> Tokens:
    """Return `tokens` with a shop's own accent, moved towards ink just until it is seen.

    That is: until it can be told from what it lies on (3:1) and text reads on it (4.5:1).

    Raises ValueError for anything but ``#RRGGBB``.
    """
    inks = (tokens.on_accent, LIGHT.surface, LIGHT.ink)
    while contrast(accent, tokens.surface) < LEAST_SHAPE or not _has_ink(accent, inks):
        accent = mix(tokens.ink, accent, 0.08)
    on_accent = best_on(accent, inks)
    pale = mix(accent, tokens.surface, 0.2 if tokens.is_dark else 0.11)
    away = best_on(on_accent, (tokens.ink, tokens.surface))
    return replace(
        tokens,
        accent=accent,
        on_accent=on_accent,
        accent_press=mix(away, accent, 0.2),
        accent_pale=pale,
        accent_text=readable(accent, tokens.ink, pale),
    )


def _has_ink(ground: str, inks: tuple[str, ...]) -> bool:
    return contrast(best_on(ground, inks), ground) >= LEAST_CONTRAST
