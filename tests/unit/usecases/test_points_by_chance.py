"""Days with loyalty cards, by chance: one ticket a sale, in the same words, never for nobody."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.errors import IllegalMove, VendorError, VendorRefused, VendorUnavailable
from app.domain.points import Earning, earning_of
from app.domain.push import Push, PushKind
from app.domain.states import Move, OrderState, PaymentState
from app.usecases.begin_push import begin_push, due_errands
from app.usecases.recover import recover
from app.usecases.settle_push import settle_push
from tests.fakes.store import FakeStore
from tests.unit.usecases.loyalty import CARD, OTHER_CARD, PROGRAMME, LoyalCounter
from tests.unit.usecases.tapping import tap

LOST = VendorUnavailable(PROGRAMME, "lost", sent=True)
NOT_REACHED = VendorUnavailable(PROGRAMME, "not reached", sent=False)
REFUSED = VendorRefused(PROGRAMME, "no")
ANSWERS: tuple[tuple[VendorError | None, bool], ...] = (
    *((None, True),) * 3,
    *((LOST, True), (LOST, False), (NOT_REACHED, False), (REFUSED, False)),
)
"""What the programme says to one request, and whether it has taken it in."""


class Day:
    """Two sales' day; `applied` is what the programme has taken in."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.counter = LoyalCounter(FakeStore(), follow_status=self.chance.random() < 0.3)
        self.steps: list[str] = []
        self.applied: list[Push] = []
        self.well = False
        places = (self.counter.to_pay, self.counter.place)
        self.ids = [self.chance.choice(places)() for _ in range(2)]

    def live(self) -> None:
        steps = (
            *(self.staff_tap,) * 6,
            *(self.tie, self.tie, self.untie, self.try_again, self.leave, self.give_back),
            *(self.tell,) * 3,
            *(self.counter.deliver_sale, self.wait, self.clock_jumps, self.kill, self.cancelled),
        )
        for _ in range(self.chance.randint(10, 80)):
            step = self.chance.choice(steps)
            self.steps.append(step.__name__)
            self.counter.clock.advance(0.1)
            step()
            self.promises()
        self.rest()

    def some(self) -> str:
        return self.chance.choice(self.ids)

    def staff_tap(self) -> None:
        order_id = self.some()
        offered = sorted(self.counter.offered(order_id), key=list(Move).index)
        if offered:
            move = self.chance.choice(offered)
            self.steps[-1] = f"{order_id}:{move.name}"
            tap(self.counter, self.counter.order(order_id), move)

    def tie(self) -> None:
        self.counter.tie(self.chance.choice((CARD, OTHER_CARD)), self.some())

    def untie(self) -> None:
        order_id = self.some()
        if self.counter.points(order_id).can_remove:
            self.counter.untie(order_id)

    def try_again(self) -> None:
        order_id = self.some()
        if self.counter.points(order_id).can_try_again:
            self.counter.try_again(order_id)

    def leave(self) -> None:
        order_id = self.some()
        if self.counter.points(order_id).on_card:
            self.counter.leave(order_id)

    def give_back(self) -> None:
        order_id = self.some()
        order = self.counter.order(order_id)
        if Move.MONEY_RETURNED in self.counter.offered(order_id):
            units = order.money_taken.minor // 100
            self.counter.give_back(self.chance.choice((1, units)), order_id)

    def tell(self) -> None:
        errands = due_errands(self.counter.desk, frozenset())
        due = [one.push for one in errands if one.push.system == PROGRAMME]
        begun = begin_push(due[0].id, self.counter.desk) if due else None
        if begun is not None:
            error, taken_in = (None, True) if self.well else self.chance.choice(ANSWERS)
            if taken_in:
                self.applied.append(begun)
            self.counter.hear(settle_push(begun.id, error, self.counter.desk))

    def wait(self) -> None:
        self.counter.clock.advance(self.chance.choice((1, 6, 60, 3600)))

    def clock_jumps(self) -> None:
        self.counter.clock.advance(self.chance.choice((-7200, -10, 86400)))

    def kill(self) -> None:
        self.counter.hear(recover(self.counter.desk))

    def cancelled(self) -> None:
        if self.chance.random() < 0.3:
            number = self.counter.order(self.some()).vendor_order_id
            self.counter.vendor.cancel(number)
            self.counter.report(number)

    # --- the promises -----------------------------------------------------------------------------

    def promises(self) -> None:
        told = " ".join(self.steps)
        words: dict[str, str] = {}
        for push in self.applied:
            assert words.setdefault(push.id, push.body) == push.body, told
            assert push.body.split()[1] in (CARD, OTHER_CARD), told
        for order_id in self.ids:
            tickets = {
                (push.reference, push.body.split()[1])
                for push in self.applied
                if push.order_id == order_id and push.kind is PushKind.TICKET
            }
            assert len(tickets) <= 1, told

    def rest(self) -> None:
        """The evening: no more trouble, and everything that waits goes out."""
        self.well = True
        for _ in range(30):
            self.counter.clock.advance(70)
            self.counter.deliver_sale()
            for _ in range(6):
                self.tell()
        self.promises()
        for order_id in self.ids:
            self.taken_back(order_id)

    def taken_back(self, order_id: str) -> None:
        """Points of what was no sale in the end are taken back, or a person is told."""
        order, points = self.counter.order(order_id), self.counter.points(order_id)
        kinds = {push.kind for push in self.applied if push.order_id == order_id}
        no_sale = earning_of(order) is Earning.NEVER and order.state is not OrderState.LEFT
        follows = self.counter.desk.facts_of(PROGRAMME).loyalty
        assert follows is not None
        waits = follows.follow_status or order.payment is PaymentState.RETURN_DUE
        if PushKind.TICKET in kinds and no_sale and not waits:
            assert PushKind.RECTIFICATION in kinds or points.state.needs_person, self.steps


@pytest.mark.parametrize("seed", range(80))
def test_a_day(seed: int) -> None:
    try:
        Day(seed).live()
    except IllegalMove as error:
        raise AssertionError(f"offered, but {error}") from error
