"""An event of the timeline: as it is to be told, and in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.events import Event
from app.domain.printing import JobKind
from app.domain.push import PushKind
from app.ui.theme import Shape
from app.ui.wording.moves import kind_text
from app.usecases.desk import Shop


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in words; `mark` is a state shape or an icon's name. Thread: any."""

    text: str
    note: str = ""
    mark: Shape | str = "check"


@dataclass(frozen=True, slots=True)
class Telling:
    """An event to be put in words; `vendor` is the title of the system it is about."""

    event: Event
    vendor: str
    shop: Shop

    def data(self, key: str) -> str:
        """Return what the event holds under `key`, "" for nothing."""
        return self.event.data.get(key, "")

    @property
    def kind(self) -> str:
        """Return what was told, in words."""
        word = self.data("kind")
        known = {kind.value: kind for kind in PushKind}.get(word)
        return kind_text(known) if known else word

    @property
    def is_station_slip(self) -> bool:
        """Return whether it is about a station slip."""
        return self.data("kind") == JobKind.STATION.value

    @property
    def is_reprint(self) -> bool:
        """Whether it is about a slip that was printed again."""
        return self.data("copy") not in ("", "1")
