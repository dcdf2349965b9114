"""How regularly the window's thread of a running program beats; measured inside it, see beats/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.e2e.harness.waiting import wait_until
from tests.patience import PATIENCE

INJECTED = Path(__file__).with_name("beats")


def beats_environment(file: Path) -> Mapping[str, str]:
    """What makes a Python program write its beats to `file`."""
    return {"PYTHONPATH": str(INJECTED), "PULT_BEATS_FILE": str(file)}


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two beats, in ms; `waited` of it the processor was given to others."""

    at: float
    length: float
    waited: float

    @property
    def ours(self) -> float:
        """What is left of it on a machine without others, in ms."""
        return self.length - self.waited


def gaps(file: Path, since: float, until: float) -> list[Gap]:
    """The gaps between the beats from one moment of the monotonic clock to another."""
    beats = [tuple(map(float, line.split())) for line in _whole_lines(file)]
    inside = [beat for beat in beats if since <= beat[0] <= until]
    return [
        Gap(later[0], (later[0] - earlier[0]) * 1000, (later[1] - earlier[1]) * 1000)
        for earlier, later in pairwise(inside)
    ]


def wait_for_beats(file: Path, timeout: float = PATIENCE) -> None:
    """Wait until a program has begun to beat."""
    wait_until(lambda: file.exists() and _whole_lines(file), "the first beat", timeout)


def _whole_lines(file: Path) -> list[str]:
    text = file.read_text()
    return text[: text.rfind("\n") + 1].splitlines()
