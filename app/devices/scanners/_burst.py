"""What is a scan among keys: how fast, how many, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.keyboard_layouts import TypedKey, heal, readings
from app.ports.keyboard import Stroke

GAP: Final = 0.06  # s; scanners type every 5 to 50 ms, people every 80 to 250
STUMBLE: Final = 0.15  # s; allowed once nobody but a scanner can be typing
SURE: Final = 6  # so many letters without a longer gap are no person's
FEWEST: Final = 4  # letters of a scan that a key ends; people roll two or three
FEWEST_OF_STRANGER: Final = 6  # where no scanner is set up
FEWEST_PAUSED: Final = 8  # where a pause ends it although it was not set up so
_MEAN_OF_STRANGER: Final = 0.05
_MOST_ROLLED: Final = 4  # letters a person may have typed right before a scan

Expects = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class WedgeRules:
    """How a keyboard scanner is set up: see `ScannerSettings`."""

    name: str
    prefix: str = ""
    terminator: str = "auto"
    layout: str = "auto"


@dataclass(frozen=True, slots=True)
class Burst:
    """The keys of one scan, without those of a person and without its prefix."""

    strokes: tuple[Stroke, ...]
    ended_by: str

    @property
    def keys(self) -> tuple[TypedKey, ...]:
        """Return what was typed, key by key."""
        return tuple(TypedKey(each.text, each.position, each.level) for each in self.strokes)

    @property
    def text(self) -> str:
        """Return what was typed."""
        return "".join(each.text for each in self.strokes)

    @property
    def milliseconds(self) -> float:
        """Return the time from the first key to the last."""
        return (self.strokes[-1].at - self.strokes[0].at) * 1000


@dataclass(slots=True)
class Typing:
    """Keys that came one right after the other and are held."""

    strokes: list[Stroke] = field(default_factory=list)

    @property
    def is_sure(self) -> bool:
        """Whether nobody but a scanner types so much so fast."""
        return len(self.strokes) >= SURE

    def follows(self, stroke: Stroke, patience: float) -> bool:
        """Whether `stroke` comes right after these."""
        return bool(self.strokes) and stroke.at - self.strokes[-1].at <= patience


def find_scan(
    strokes: Sequence[Stroke], ended_by: str, rules: WedgeRules, expects: Expects
) -> tuple[int, Burst] | None:
    """Return a scan of the scanner with these rules, and how many keys before it are a person's.

    With a prefix, whatever begins with it and has two letters more; without one, at least `FEWEST`
    letters. Either is ended by Enter or Tab, whatever was set up: a scanner set up wrongly still
    reads. By a pause it is ended where that was set up, or where it is too long for a person.
    """
    if rules.prefix:
        return _behind_prefix(strokes, ended_by, rules)
    paused = SURE if rules.terminator == "pause" else FEWEST_PAUSED
    if len(strokes) < (paused if ended_by == "pause" else FEWEST):
        return None
    back = _rolled(strokes, expects)
    return back, Burst(tuple(strokes[back:]), ended_by)


def find_stranger(
    strokes: Sequence[Stroke], ended_by: str, expects: Expects
) -> tuple[int, Burst] | None:
    """Return a scan of a scanner nobody has set up: longer, quicker, and ended by Enter or Tab."""
    if ended_by == "pause" or len(strokes) < FEWEST_OF_STRANGER:
        return None
    if (strokes[-1].at - strokes[0].at) / (len(strokes) - 1) > _MEAN_OF_STRANGER:
        return None
    back = _rolled(strokes, expects)
    return back, Burst(tuple(strokes[back:]), ended_by)


def _behind_prefix(
    strokes: Sequence[Stroke], ended_by: str, rules: WedgeRules
) -> tuple[int, Burst] | None:
    for back in range(min(_MOST_ROLLED, len(strokes)) + 1):
        burst = Burst(tuple(strokes[back : back + len(rules.prefix)]), ended_by)
        read = {burst.text, *readings(burst.keys).values()}
        rest = tuple(strokes[back + len(rules.prefix) :])
        if rules.prefix in read and len(rest) >= 2:
            return back, Burst(rest, ended_by)
    return None


def _rolled(strokes: Sequence[Stroke], expects: Expects) -> int:
    """Return how many letters a person has typed right before the scan.

    They count as such only where the whole is no code that is known here and the rest is.
    """

    def fits(back: int) -> bool:
        keys = Burst(tuple(strokes[back:]), "").keys
        return expects(heal(keys, expects).text)

    most = min(_MOST_ROLLED, len(strokes) - FEWEST)
    return next((back for back in range(most + 1) if fits(back)), 0)
