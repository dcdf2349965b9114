"""One line of what `pult check` found, also where finding it out failed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.commandline import advice
from app.settings.errors import HIDDEN, one_line

_LIBRARY: Final = re.compile(r"(\S+\.so[\d.]*): ")
"""How dlerror(3) begins, which says of a library that it is missing or damaged."""


def names_library(error: Exception) -> str:
    """Return the system's library without which something could not be imported, else "".

    Modules of our own that are missing are no such thing.
    """
    found = _LIBRARY.match(str(error)) if isinstance(error, ImportError) else None
    return found[1] if found else ""


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


@dataclass(frozen=True, slots=True)
class Faults:
    """Turns what nobody expected into a red line; `secrets` never stand in it."""

    secrets: tuple[str, ...]

    def guarded(self, what: str, name: str, ask: Callable[[], Finding]) -> Finding:
        """Return what `ask` finds, or the fault it met."""
        try:
            return ask()
        except Exception as error:  # whatever it is, the doctor's table must come out whole
            return self.finding(what, name, error)

    def finding(self, what: str, name: str, error: Exception) -> Finding:
        """Return the red line for a fault."""
        library = names_library(error)
        if library:
            return Finding(what, name, Light.RED, "a library is missing", library, advice.LIBRARY)
        text = f"{type(error).__name__}: {error}"
        for secret in filter(None, self.secrets):
            text = text.replace(secret, HIDDEN)
        return Finding(what, name, Light.RED, "fault", one_line(text)[:200], advice.FAULT)
