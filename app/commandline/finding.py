"""One line of what `pult check` found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Light(StrEnum):
    """How a finding is meant."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table, and, where it is not green, what to do about it."""

    what: str
    name: str
    light: Light
    word: str
    detail: str = ""
    todo: str = ""
