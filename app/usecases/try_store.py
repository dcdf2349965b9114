"""Find out whether the store can be written again."""

from __future__ import annotations

from app.usecases.desk import Desk


def try_store(desk: Desk) -> None:
    """Write something small for good; raises StoreUnavailable as long as that fails.

    Reading proves nothing: a full disk can be read from.
    """
    with desk.store.begin() as work:
        work.memory.put("store tried", desk.clock.now().isoformat())
        work.commit()
