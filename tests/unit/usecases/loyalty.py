"""A counter of a shop with a loyalty programme."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from app.domain.capabilities import Capabilities
from app.domain.errors import (
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSetUpWrong,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.matter import Matter
from app.domain.money import Money
from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode
from app.domain.order import PaymentMethod, PaymentPart, ReturnReason
from app.domain.points import LOYALTY_KINDS, Points
from app.domain.push import Push, PushKind
from app.domain.scan import Intent, ScanPatterns
from app.domain.scan_news import CardWaits, ScanAnswered
from app.domain.states import PaymentState
from app.ports.store import StorePort
from app.ports.vendor import LoyaltyRules
from app.usecases.begin_push import begin_push, due_pushes
from app.usecases.desk import VendorFacts
from app.usecases.handle_scan import HandleScan, handle_scan
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.scan_card import ShowOnScreen, show_on_screen
from app.usecases.settle_push import settle_push
from app.usecases.tie_card import (
    LeavePoints,
    TieCard,
    TryPointsAgain,
    UntieCard,
    leave_points,
    tie_card,
    try_points_again,
    untie_card,
)
from tests.builders import huf
from tests.unit.usecases.counter import Counter

PROGRAMME = "cheerfy"
CARD = "7a49cvbg2740mnr3"
OTHER_CARD = "786GHJKL323"
LOST = VendorUnavailable(PROGRAMME, "HTTP 500", sent=True, answered=True)
AWAY = VendorUnavailable(PROGRAMME, "no connection", sent=False)
REFUSED = VendorRefused(PROGRAMME, "Invalid request", code="400")
LOGIN = VendorLoginFailed(PROGRAMME, "key not accepted")
SET_UP = VendorSetUpWrong(PROGRAMME, "HTTP 404")
HTML = VendorSpokeOddly(PROGRAMME, "not JSON")


class LoyalCounter(Counter):
    """Tells a programme of sales; `sent` are the requests it was sent, `says` its answers."""

    def __init__(self, store: StorePort, *, follow_status: bool = False, **shop: Any) -> None:
        super().__init__(store, **shop)
        self.sent: list[Push] = []
        self.says: VendorError | None = None
        ways = Capabilities(most_requests=4, can_be_re_read=False, re_read_before_resend=False)
        rules = LoyaltyRules(follow_status=follow_status)
        facts = VendorFacts(PROGRAMME, "Cheerfy", "F", ways, compose=self._compose, loyalty=rules)
        self.desk = replace(
            self.desk,
            vendors={**self.desk.vendors, PROGRAMME: facts},
            patterns=ScanPatterns(card=re.compile("[A-Za-z0-9]{6,64}")),
            asked={Intent.CARD: PROGRAMME},
        )

    @staticmethod
    def _compose(push: Push, matter: Matter) -> str:
        returned = [part.amount.units for part in matter.order.returned]
        return f"{push.reference} {matter.card} {matter.order.state} {returned}"

    # --- what staff do --------------------------------------------------------------------------

    def tie(self, card: str = CARD, order_id: str = "id-1") -> None:
        self.hear(tie_card(TieCard(order_id, card), self.desk))

    def untie(self, order_id: str = "id-1") -> None:
        self.hear(untie_card(UntieCard(order_id), self.desk))

    def try_again(self, order_id: str = "id-1") -> None:
        self.hear(try_points_again(TryPointsAgain(order_id), self.desk))

    def leave(self, order_id: str = "id-1") -> None:
        self.hear(leave_points(LeavePoints(order_id), self.desk))

    def show(self, order_id: str) -> None:
        self.hear(show_on_screen(ShowOnScreen(order_id), self.desk))

    def scan(self, text: str = CARD, **how: Any) -> ScanAnswered:
        self.clock.advance(5)
        news = self.hear(handle_scan(HandleScan(text, **how), self.desk))
        answered: ScanAnswered = next(one for one in news if isinstance(one, ScanAnswered))
        return answered

    def pay(self, order_id: str = "id-1") -> None:
        due = self.order(order_id).due
        parts = (PaymentPart(PaymentMethod.CASH, due),)
        self.hear(receive_payment(ReceivePayment(order_id, due, parts), self.desk))

    def give_back(self, units: int, order_id: str = "id-1") -> None:
        command = ReturnMoney(order_id, huf(units), PaymentMethod.CASH, ReturnReason.CANCELLED)
        self.hear(return_money(command, self.desk))

    def to_pay(self, units: int = 4600) -> str:
        return self.place(payment=PaymentState.DUE, due=Money.from_units(units, "HUF"))

    # --- the programme --------------------------------------------------------------------------

    def tell(self, rounds: int = 1) -> int:
        """Carry what is due to the programme, at most so many requests; gives how many it took."""
        for done in range(rounds):
            due = [
                one
                for one in due_pushes(self.desk, frozenset()).errands
                if one.push.system == PROGRAMME
            ]
            if not due:
                return done
            begun = begin_push(due[0].push.id, self.desk)
            assert begun is not None
            self.sent.append(begun)
            self.hear(settle_push(begun.id, self.says, self.desk))
        return rounds

    def wait_and_tell(self, seconds: float = 6) -> int:
        self.clock.advance(seconds)
        return self.tell()

    def deliver_sale(self) -> None:
        """Tell the order's own vendor all that is due."""
        while due := [
            one
            for one in due_pushes(self.desk, frozenset()).errands
            if one.push.system != PROGRAMME
        ]:
            self.carry(due[0])

    # --- looks ----------------------------------------------------------------------------------

    def points(self, order_id: str = "id-1") -> Points:
        points = self.snapshot(order_id).points
        assert points is not None
        return points

    def loyal(self, order_id: str = "id-1") -> list[Push]:
        return [push for push in self.pushes(order_id) if push.kind in LOYALTY_KINDS]

    def ticket(self, order_id: str = "id-1") -> Push:
        return next(push for push in self.loyal(order_id) if push.kind is PushKind.TICKET)

    def news_of_refusal(self) -> Notice:
        said = [one.notice for one in self.news if isinstance(one, Noticed)]
        return [notice for notice in said if notice.code is NoticeCode.REFUSED][-1]

    @property
    def waiting(self) -> CardWaits:
        return self.told_of(CardWaits)

    def told_of(self, kind: type[Any]) -> Any:
        return [one for one in self.news if isinstance(one, kind)][-1]
