"""Fresh identities."""

from __future__ import annotations

from typing import Protocol


class IdsPort(Protocol):
    """The one source of chance. Thread: any."""

    def new(self) -> str:
        """Return an id that was never used before."""
        ...

    def slip_code(self) -> str:
        """Return a fresh slip code, see `app.domain.slip_code`."""
        ...

    def badge_code(self) -> str:
        """Return a fresh code for a badge that is to be printed, see `app.domain.staff`."""
        ...
