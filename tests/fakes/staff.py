"""Members of staff and PINs in memory; they pass the store's contract."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.staff import Person, PinRecord
from app.ports.staff import PinsPort, StaffPort
from tests.fakes.store_parts import FakePart, check_times


class FakeStaff(FakePart, StaffPort):
    def all(self) -> Sequence[Person]:
        return sorted(self.kept.staff.values(), key=lambda person: person.id)

    def get(self, person_id: str) -> Person:
        return self.kept.staff[person_id]

    def find_by_badge(self, digest: str) -> Person | None:
        return next((one for one in self.all() if digest and one.badge == digest), None)

    def save(self, person: Person) -> None:
        check_times(person)
        other = self.find_by_badge(person.badge)
        if other is not None and other.id != person.id:
            raise ValueError("another person has that badge")
        self.kept.staff[person.id] = person


class FakePins(FakePart, PinsPort):
    def get(self, owner: str) -> PinRecord | None:
        return self.kept.pins.get(owner)

    def owners(self) -> frozenset[str]:
        return frozenset(self.kept.pins)

    def put(self, record: PinRecord) -> None:
        check_times(record)
        self.kept.pins[record.owner] = record

    def remove(self, owner: str) -> None:
        self.kept.pins.pop(owner, None)
