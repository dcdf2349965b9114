"""LOKE customers who order by themselves."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from app.simulators._loke_menu import draw_order
from app.simulators._placing import Placing, gaps

if TYPE_CHECKING:
    from app.simulators.loke import LokeSimulator


class LokeCustomers:
    """What `start_placing` sets going; the seed decides what is ordered and when.

    Thread: one of its own.
    """

    def __init__(
        self, loke: LokeSimulator, per_minute: float, seed: int | None, at_most_waiting: int
    ) -> None:
        self._loke = loke
        self._chance = Random(seed)
        self._at_most_waiting = at_most_waiting
        self._placing = Placing(gaps(per_minute, Random(seed)), self._come, self._may_come)

    def stop(self) -> None:
        """Let nobody come any more."""
        self._placing.stop()

    def _may_come(self) -> bool:
        return self._loke.waiting < self._at_most_waiting

    def _come(self) -> list[tuple[float, Callable[[], None]]]:
        self._loke.place_order(**draw_order(self._chance))
        return []
