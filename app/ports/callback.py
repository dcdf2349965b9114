"""A vendor that calls us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CallbackRequest:
    """One request as it arrived; header names are lower case, `query` keeps repeated keys."""

    query: Sequence[tuple[str, str]]
    headers: Mapping[str, str]
    body: bytes


class CallbackPort(Protocol):
    """How one vendor's callbacks are read.

    Thread: listener. Reading touches neither network nor disk.
    """

    vendor: str
    path: str  # as configured, without the token

    def read(self, request: CallbackRequest) -> Sequence[str]:
        """Return the vendor's order ids the request names.

        Raises BadCallback when the request is not what the vendor's page describes.
        """
        ...
