"""What staff have decided for a while: items sold out today, vendors that are paused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.pause import Pause
from app.domain.sold_out import SoldOut


class SoldOutPort(Protocol):
    """The items that are sold out, of one unit of work."""

    def of_day(self, day: str) -> Sequence[SoldOut]:
        """Return what is sold out on that business day, by name."""
        ...

    def put(self, item: SoldOut) -> None:
        """Keep an item, in place of any of the same key."""
        ...

    def remove(self, key: str) -> None:
        """Forget an item; nothing happens when it is not there."""
        ...

    def forget_before(self, day: str) -> None:
        """Forget what was sold out on earlier days."""
        ...


class PausesPort(Protocol):
    """The vendors that are paused, of one unit of work."""

    def all(self) -> Sequence[Pause]:
        """Return all pauses, by vendor; some may be over already."""
        ...

    def of(self, vendor: str) -> Pause | None:
        """Return the pause of one vendor, None where there is none."""
        ...

    def put(self, pause: Pause) -> None:
        """Keep a pause, in place of any the vendor had."""
        ...

    def remove(self, vendor: str) -> None:
        """Forget the vendor's pause; nothing happens when there is none."""
        ...
