"""Which settings are read only when Pult starts."""

from collections.abc import Iterable
from typing import Final

_AT_START: Final = (
    "store.", "callbacks.", "vendors.", "till.id", "till.data_dir", "till.mode",
)  # fmt: skip
"""The beginnings of their full keys."""
_AT_ONCE: Final = "auto_accept"
"""Begins the keys of a vendor that hold at once all the same."""


def holds_at_start(key: str) -> bool:
    """Whether a change of this key holds only from the next start on."""
    return key.startswith(_AT_START) and not key.rpartition(".")[2].startswith(_AT_ONCE)


def needs_restart(keys: Iterable[str]) -> bool:
    """Whether a change of one of these keys holds only from the next start on."""
    return any(holds_at_start(key) for key in keys)
