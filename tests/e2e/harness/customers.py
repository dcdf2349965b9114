"""Those who come on a busy evening: most order by a vendor, some stand at the counter."""

from __future__ import annotations

from random import Random
from typing import Any

from app.simulators._loke_menu import draw_order
from app.simulators._placing import Later
from app.simulators.akinon import AkinonSimulator
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LokeSimulator
from app.simulators.oktopos import OktoposSimulator

WHO_COMES = {"cheers": 20, "pays here": 6, "loke": 18, "register": 8, "pre-order": 5, "walk-in": 3}


class Customers:
    """Sixty of them, in an order that is the same every evening.

    `placed` has the ids of what was ordered, by who comes; `at_the_counter` who is to be served:
    the number of a pre-order, or nothing for somebody who walks in.
    """

    def __init__(
        self,
        cheers: CheersSimulator,
        loke: LokeSimulator,
        register: OktoposSimulator,
        akinon: AkinonSimulator,
    ) -> None:
        self._cheers, self._loke = cheers, loke
        self._register, self._akinon = register, akinon
        self._chance = Random(7)
        self._coming = [who for who, count in WHO_COMES.items() for _ in range(count)]
        self._chance.shuffle(self._coming)
        self.placed: dict[str, list[str]] = {who: [] for who in WHO_COMES}
        self.at_the_counter: list[str] = []

    def come(self) -> Later:
        """The next one orders; called on the customers' own thread."""
        if self._coming:
            who = self._coming.pop()
            self.placed[who].append(self._order(who))
        return []

    def _order(self, who: str) -> str:
        match who:
            case "cheers":
                return self._cheers.place_order()
            case "pays here":
                return self._cheers.place_order_to_pay_here()
            case "loke":
                cart: dict[str, Any] = draw_order(self._chance)["cart"]
                for_later = ("fulfillAt", "deliveryAddress")
                return self._loke.place_order(
                    cart={key: cart[key] for key in cart if key not in for_later}
                )
            case "register":
                return self._register.place_ready()
        # Whoever stands at the counter shows a number, or says what they would like.
        told = self._akinon.place_pre_order() if who == "pre-order" else ""
        self.at_the_counter.append(told)
        return told
