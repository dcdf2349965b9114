"""A counter whose orders go on to a register, in tests."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import VendorError, VendorRefused, VendorUnavailable
from app.domain.matter import Matter
from app.domain.product import Product
from app.domain.push import Push, PushKind
from app.domain.refusal import Refusal
from app.domain.report import OrderReport
from app.domain.states import Move, PaymentState, Standing
from app.ports.store import StorePort
from app.ports.vendor import RegisterRules
from app.usecases.begin_push import Errand, begin_push
from app.usecases.desk import VendorFacts
from app.usecases.receive_listed import ReceiveListed, receive_listed
from app.usecases.settle_push import settle_push
from tests.builders import a_report
from tests.unit.usecases.counter import Counter

REGISTER = "oktopos"
STATUSES = (PushKind.READY, PushKind.COLLECTED, PushKind.LEFT, PushKind.CANCEL_ORDER)
TOLD = (Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER)
WAYS = Capabilities(
    moves=dict.fromkeys(TOLD, Telling.TOLD),
    can_be_re_read=False,
    re_read_before_resend=False,
    most_requests=1,
    repeats=frozenset(STATUSES),
    lists_orders=True,
    gone_means_collected=True,
    told_by_their_id=True,
)
LOST = VendorUnavailable(REGISTER, "connection lost", sent=True)
NO_CONNECTION = VendorUnavailable(REGISTER, "no connection", sent=False)


class RegisterCounter(Counter):
    """A counter with a register in memory.

    `there` has what the register was told of each order, by its number there; it knows the article
    of every product but those in `unknown`.
    """

    def __init__(
        self,
        store: StorePort,
        *,
        send_from: Collection[str] = ("cheers",),
        when_paid: bool = False,
        **shop: Any,
    ) -> None:
        super().__init__(store, **shop)
        self.there: dict[str, list[PushKind]] = {}
        self.requests = 0
        self.unknown: set[str] = set()
        self.messages: list[str] = []
        self._troubles: list[tuple[VendorError, bool]] = []
        rules = RegisterRules(send_from=frozenset(send_from), when_paid=when_paid)
        self.use(rules)

    def use(self, rules: RegisterRules | None) -> None:
        """Let the shop's settings say so of the register from now on."""
        facts = VendorFacts(REGISTER, "OktoPOS", "O", WAYS, compose=self.compose, register=rules)
        self.desk = replace(self.desk, vendors={**self.desk.vendors, REGISTER: facts})

    def compose(self, push: Push, matter: Matter) -> str:
        if push.kind is not PushKind.REGISTER:
            return ""
        lines = [part for line in matter.order.basket.lines for part in line.walk()]
        lacking = [
            part.product_id
            for part in lines
            if part.product_id in self.unknown
            and not matter.products.get(part.product_id, Product(product_id="")).article
        ]
        if lacking:
            raise VendorRefused(REGISTER, ", ".join(lacking), why=Refusal.NO_ARTICLE)
        self.messages.append(push.message)
        return push.reference

    def fail_next(self, error: VendorError = LOST, *, after_effect: bool = False) -> None:
        self._troubles.append((error, after_effect))

    def carry(self, errand: Errand) -> None:
        if errand.push.system != REGISTER:
            super().carry(errand)
            return
        try:
            begun = begin_push(errand.push.id, self.desk)
            if begun is None:
                return
            their_id = self._told(begun, errand.vendor_order_id)
        except VendorError as error:
            self.hear(settle_push(errand.push.id, error, self.desk))
        else:
            self.hear(settle_push(errand.push.id, None, self.desk, their_id=their_id))

    def _told(self, push: Push, their_id: str) -> str:
        error, after_effect = self._troubles.pop(0) if self._troubles else (None, False)
        self.requests += 1
        if error is not None and not after_effect:
            raise error
        if push.kind is PushKind.REGISTER:
            their_id = str(len(self.there) + 12345)
            self.there[their_id] = []
        elif their_id not in self.there:
            raise VendorRefused(REGISTER, f"there is no order {their_id}")
        self.there[their_id].append(push.kind)
        if error is not None:
            raise error
        return their_id if push.kind is PushKind.REGISTER else ""

    # --- looks --------------------------------------------------------------------------------

    def heard(self, order: int = 0) -> list[PushKind]:
        """What the register was told of the n-th order it has."""
        known = list(self.there.values())
        return known[order] if known else []

    def to_register(self, order_id: str = "id-1") -> list[Push]:
        return [push for push in self.pushes(order_id) if push.system == REGISTER]

    def their_id(self, order_id: str = "id-1") -> str:
        with self.store.begin() as work:
            return work.references.get(order_id, REGISTER)

    # --- the register's list ----------------------------------------------------------------------

    def list_entry(self, **changes: Any) -> None:
        """Let the register's list have this entry; a foreign one unless told."""
        given = {
            "vendor": REGISTER,
            "vendor_order_id": "777",
            "our_id": "their-own-id",
            "their_id": "777",
            "standing": Standing.READY,
            "word": "ready",
            "payment": PaymentState.NOT_DUE,
            "number": "HH01",
        }
        self.receive_listed(a_report(**(given | changes)))

    def receive_listed(self, report: OrderReport) -> None:
        command = ReceiveListed(report, self.clock.now())
        self.hear(receive_listed(command, self.desk))
