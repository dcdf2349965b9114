"""The colours of the customer display: ours, or made of the two that a shop has chosen."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.contrast import LEAST_CONTRAST, best_on, contrast, mix, readable
from app.ui.customer_display.choices import DisplayChoices
from app.ui.theme import DARK, LIGHT

_INKS = (LIGHT.surface, LIGHT.ink)


@dataclass(frozen=True, slots=True)
class DisplayColours:
    """Each as ``#RRGGBB``; every text reads at 4.5:1 on what it lies on."""

    ground: str
    side: str  # behind what is being prepared, and in the boxes
    ink: str
    ink2: str
    ready: str
    on_ready: str
    ready_text: str


def colours_of(choices: DisplayChoices) -> DisplayColours:
    """Return the colours; the choices were checked when the settings were read.

    Ours are those of the dark theme, whatever the till's own is: the screen hangs above customers'
    heads and does not change at night.
    """
    ground = choices.ground or DARK.canvas
    ink = DARK.ink if not choices.ground else best_on(ground, _INKS)
    side = DARK.surface if not choices.ground else mix(ink, ground, 0.05)
    ink2 = DARK.ink2 if not choices.ground else readable(mix(ink, ground, 0.72), ink, side)
    ready = choices.ready or _our_ready(ground, ink)
    return DisplayColours(
        ground=ground,
        side=side,
        ink=ink,
        ink2=ink2,
        ready=ready,
        on_ready=best_on(ready, (DARK.on_ok, *_INKS)),
        ready_text=readable(DARK.ok_text if ready == DARK.ok else ready, ink, side),
    )


def _our_ready(ground: str, ink: str) -> str:
    own = best_on(ground, (DARK.ok, LIGHT.ok))
    return own if contrast(own, ground) >= LEAST_CONTRAST else readable(own, ink, ground)
