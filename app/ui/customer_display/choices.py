"""What the settings say of the customer display, as the screen gets it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayChoices:
    """How the customer display looks and which numbers it shows; see `[display]` in the settings.

    `name` is the shop's, `languages` are one or two, the larger one first; `logo` is an absolute
    path or None; an empty colour is ours; no `vendors` means all of them.
    """

    enabled: bool = False
    screen: str = ""
    name: str = ""
    languages: tuple[str, ...] = ("en",)
    logo: Path | None = None
    ground: str = ""
    ready: str = ""
    show_preparing: bool = True
    ready_minutes: float = 15
    lead_minutes: float = 20  # the till's: so long before its time an order comes forward
    sound: bool = True
    vendors: tuple[str, ...] = ()
