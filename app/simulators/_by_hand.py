"""How `pult simulate` and the demo want a simulator to be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ByHand:
    """What each vendor's `for_hand` is given; a vendor takes what it has a use for."""

    host: str
    port: int
    api_key: str
    callback_url: str | None
    control: bool
    state_file: Path | None
