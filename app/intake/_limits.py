"""The bounds of the listener."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a stranger can make the listener hold; times in seconds, sizes in bytes."""

    connections: int = 64
    requests_each: int = 100
    workers: int = 8
    head_bytes: int = 16384
    body_bytes: int = 65536
    request_seconds: float = 5.0  # for a whole request, however its bytes trickle
    idle_seconds: float = 30.0
    store_seconds: float = 3.0
    store_places: int = 32
