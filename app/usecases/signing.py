"""What staff do is signed: every event that follows from it names who works at this till."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.domain.news import News
from app.ports.store import ReaderPort, StorePort, UnitOfWork
from app.usecases.desk import Desk

UseCase = Callable[[Any, Desk], list[News]]


class SignedStore(StorePort):
    """The store, with one person's name under all that is written. Thread: as the store's."""

    def __init__(self, store: StorePort, person_id: str) -> None:
        self._store: Final = store
        self._person_id: Final = person_id

    def begin(self, signed_by: str = "") -> UnitOfWork:
        """Open one unit of work, signed."""
        return self._store.begin(signed_by or self._person_id)

    def reader(self) -> ReaderPort:
        """Open a reader of its own."""
        return self._store.reader()

    def erase_order(self, order_id: str) -> None:
        """Erase whose order this was."""
        self._store.erase_order(order_id)

    def erase_personal_data(self, before: datetime, most: int) -> int:
        """Erase old personal data; see `StorePort.erase_personal_data`."""
        return self._store.erase_personal_data(before, most)

    def forget_sent(self) -> None:
        """Forget what was sent of erased orders."""
        self._store.forget_sent()

    def backup(self, target: Path) -> None:
        """Write a whole copy; see `StorePort.backup`."""
        self._store.backup(target)

    def close(self) -> None:
        """Let go of everything."""
        self._store.close()


def by_staff(use_case: UseCase) -> UseCase:
    """Return the use case as staff carry it out: signed, while somebody is named."""

    def signed(command: Any, desk: Desk) -> list[News]:
        person = desk.session.works
        if not person:
            return use_case(command, desk)
        return use_case(command, replace(desk, store=SignedStore(desk.store, person), by=person))

    return signed
