"""Where staff are on the screen, so that one made anew goes on there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Place:
    """What staff look at: a page ("" for the board), its section, the opened order, and whether the
    totals are shown and count new orders."""

    page: str
    section: str
    order_id: str
    settings_open_until: datetime | None = None  # without the PIN
    totals: bool = False
    totals_with_new: bool = False
