"""Who works here and the PINs, in one unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.staff import Person, PinRecord


class StaffPort(Protocol):
    """The members of staff, those who left included; names are personal data."""

    def all(self) -> Sequence[Person]:
        """Return everybody, by id."""
        ...

    def get(self, person_id: str) -> Person:
        """Return the person; raises KeyError when there is none."""
        ...

    def find_by_badge(self, digest: str) -> Person | None:
        """Return who has the badge with that digest; nobody for ""."""
        ...

    def save(self, person: Person) -> None:
        """Keep the person as he or she now is; raises ValueError for another one's badge."""
        ...


class PinsPort(Protocol):
    """PINs by their owner, hashed."""

    def get(self, owner: str) -> PinRecord | None:
        """Return the owner's PIN, None when none is set."""
        ...

    def owners(self) -> frozenset[str]:
        """Return everybody who has a PIN."""
        ...

    def put(self, record: PinRecord) -> None:
        """Keep a PIN in place of any the owner had."""
        ...

    def remove(self, owner: str) -> None:
        """Forget the owner's PIN; nothing happens when there is none."""
        ...
