"""Items sold out and vendors paused, in memory; they pass the store's contract."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.pause import Pause
from app.domain.sold_out import SoldOut
from app.ports.rules import PausesPort, SoldOutPort
from tests.fakes.store_parts import Unit, check_times


class FakeSoldOut(SoldOutPort):
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def of_day(self, day: str) -> Sequence[SoldOut]:
        found = [item for item in self._unit.working.sold_out.values() if item.day == day]
        return sorted(found, key=lambda item: (item.name, item.key))

    def put(self, item: SoldOut) -> None:
        check_times(item)
        self._unit.working.sold_out[item.key] = item

    def remove(self, key: str) -> None:
        self._unit.working.sold_out.pop(key, None)

    def forget_before(self, day: str) -> None:
        kept = self._unit.working.sold_out
        for key in [key for key, item in kept.items() if item.day < day]:
            del kept[key]


class FakePauses(PausesPort):
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def all(self) -> Sequence[Pause]:
        return [pause for _, pause in sorted(self._unit.working.pauses.items())]

    def of(self, vendor: str) -> Pause | None:
        return self._unit.working.pauses.get(vendor)

    def put(self, pause: Pause) -> None:
        check_times(pause)
        self._unit.working.pauses[pause.vendor] = pause

    def remove(self, vendor: str) -> None:
        self._unit.working.pauses.pop(vendor, None)
