"""What a unit of work remembers beside orders."""

from __future__ import annotations

from typing import Protocol


class MemoryPort(Protocol):
    """Small things remembered by name, such as whether a printer ever answered."""

    def get(self, name: str) -> str | None:
        """Return what was kept under the name."""
        ...

    def put(self, name: str, value: str) -> None:
        """Keep a value under the name."""
        ...
