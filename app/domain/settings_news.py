"""What the screen is told of the settings file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class SettingsKept:
    """The answer to question `asked`: these values are in the settings file and in force.

    Of secrets, which are kept apart, `values` says only that they are set (True). With a `problem`,
    one line that names `key`, nothing has changed; `why` completes "it …" in the words of the
    settings, `remedy` says what to do. `tried`: they were only tried out. `restart`: some of them
    hold only from the next start on.
    """

    asked: int
    values: Mapping[str, object]
    key: str = ""
    problem: str = ""
    why: str = ""
    remedy: str = ""
    restart: bool = False
    tried: bool = False


NEEDS_PIN: Final = "needs the PIN"
"""Why nothing was kept, where Settings are guarded and nobody has keyed the PIN in lately."""


@dataclass(frozen=True, slots=True)
class SetupCopied:
    """The answer to question `asked`: a set-up was written to, or (`taken`) taken from, a file.

    With a `fault`, a word of SetupFault, "pin", "file" or "settings", and the `detail` of the last
    two, nothing has changed.
    """

    asked: int
    path: str
    taken: bool = False
    fault: str = ""
    detail: str = ""


SettingsNews = SettingsKept | SetupCopied
