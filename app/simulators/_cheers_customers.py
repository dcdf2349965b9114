"""Cheers customers who come by themselves: some pay slowly, some change their mind."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from app.simulators._menu import draw_order
from app.simulators._placing import Later

if TYPE_CHECKING:
    from app.simulators.cheers import CheersSimulator

PAYS_SLOWLY = 0.05
CHANGES_MIND = 0.05


class CheersCustomers:
    """What `start_placing` sets going; the seed decides what is ordered and when.

    Thread: one of its own.
    """

    def __init__(self, cheers: CheersSimulator, with_addresses: bool) -> None:
        self._cheers = cheers
        self._with_addresses = with_addresses

    def come(self, chance: Random) -> Later:
        """Place what one customer orders."""
        draft = draw_order(chance, with_addresses=self._with_addresses)
        mood, seconds = chance.random(), chance.uniform(15, 90)
        if mood < PAYS_SLOWLY and draft["transactionStatus"] == "CAPTURED":
            return self._pay_slowly(draft, seconds / 20)
        order_id = self._cheers.place_order(**draft)
        if mood > 1 - CHANGES_MIND:
            return [(seconds, lambda: self._change_mind(order_id))]
        return []

    def _pay_slowly(self, draft: dict[str, Any], seconds: float) -> Later:
        order_id = self._cheers.place_order(
            **{**draft, "status": "NEW", "transactionStatus": "UNPAID"}
        )
        return [(seconds, lambda: self._paid(order_id))]

    def _paid(self, order_id: str) -> None:
        if self._cheers.status(order_id) == "NEW":
            self._cheers.change_order(order_id, transactionStatus="CAPTURED")
            self._cheers.set_status(order_id, "APPROVABLE")

    def _change_mind(self, order_id: str) -> None:
        with self._cheers.changed:
            if self._cheers.status(order_id) in ("APPROVABLE", "APPROVED"):
                self._cheers.cancel(order_id)
