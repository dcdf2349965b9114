"""The keys that are typed into this program's windows, before any window sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.keyboard_layouts import Level


class Fate(StrEnum):
    """What happens to a key."""

    PASS = "pass"  # it is a person's, or nothing a scanner sends
    HOLD = "hold"  # not known yet
    SWALLOW = "swallow"  # it belongs to a scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One key going down, `at` a time in seconds of any one clock.

    `text` is empty for keys without a letter; `ended_by` is "cr", "lf" or "tab" for a key that may
    end a scan; `position` is the scan code of set 1, 0 where the system does not tell.
    """

    at: float
    text: str = ""
    ended_by: str = ""
    position: int = 0
    level: Level = Level.PLAIN
    repeat: bool = False
    control: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What becomes of the held keys, from the oldest, and of the key just pressed.

    First `give_back` of the held keys go where they were typed, then `drop` of them vanish; the
    rest stays held. `fate` is that of the new key.
    """

    fate: Fate
    give_back: int = 0
    drop: int = 0


class KeyboardPort(Protocol):
    """Decides key by key what is typing and what is a scan.

    Thread: gui; every call returns at once.
    """

    @property
    def patience(self) -> float:
        """How long (s) after the last key `pause` is to be called while keys are held."""
        ...

    def press(self, stroke: Stroke) -> Ruling:
        """Take a key that goes down."""
        ...

    def pause(self) -> Ruling:
        """Say that nothing was typed for as long as `patience`."""
        ...

    def interrupt(self) -> Ruling:
        """Say that something else happens now, such as a click: what a person typed comes first."""
        ...

    def show_active(self, active: bool) -> None:
        """Say whether keys come to this program's windows."""
        ...
