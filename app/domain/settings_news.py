"""What the screen is told of the settings file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingsKept:
    """The answer to question `asked`: these values are in the settings file and in force.

    With a `problem`, one line that names `key`, nothing has changed. `restart`: some of them hold
    only from the next start on.
    """

    asked: int
    values: Mapping[str, object]
    key: str = ""
    problem: str = ""
    restart: bool = False


SettingsNews = SettingsKept
