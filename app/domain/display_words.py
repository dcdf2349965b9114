"""The words of the customer display in the four languages; two may stand there at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayWords:
    """Every fixed text customers see; texts in braces are filled in."""

    preparing: str
    ready: str
    waiting: str  # before the minutes
    minutes: str


DISPLAY_WORDS: Final[Mapping[str, DisplayWords]] = {
    "en": DisplayWords(
        preparing="Preparing",
        ready="Ready to collect",
        waiting="Waiting time about",
        minutes="{minutes} min",
    ),
    "hu": DisplayWords(
        preparing="Készül",
        ready="Átvehető",
        waiting="Várakozás kb.",
        minutes="{minutes} perc",
    ),
    "es": DisplayWords(
        preparing="Preparando",
        ready="Listo para recoger",
        waiting="Espera aproximada",
        minutes="{minutes} min",
    ),
    "de": DisplayWords(
        preparing="In Zubereitung",
        ready="Abholbereit",
        waiting="Wartezeit etwa",
        minutes="{minutes} Min.",
    ),
}
