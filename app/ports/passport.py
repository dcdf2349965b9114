"""A device that is known by its USB numbers, and refuses a stranger at its place."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class PassportPort(Protocol):
    """A printer or scanner that remembers which device it was, beside its own port. Thread: any."""

    def accept_device(self) -> None:
        """Take whatever is plugged in at its place now for the right device from now on."""
        ...
