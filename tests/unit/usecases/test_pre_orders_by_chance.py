"""Days at a pre-order desk, by chance: money is told once, never forgotten, settled at night."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.errors import IllegalMove, VendorRefused, VendorUnavailable
from app.domain.order import Order
from app.domain.printing import JobKind, PrintResult
from app.domain.push import Push, PushKind
from app.domain.report import OrderReport
from app.domain.states import Move, OrderState, PaymentState
from app.usecases.recover import recover
from tests.builders import a_basket, a_line, huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.preorders import PreOrderDesk, PreOrders
from tests.unit.usecases.tapping import tap

S, P = OrderState, PaymentState
LOST = VendorUnavailable("cheers", "lost", sent=True)
NOT_REACHED = VendorUnavailable("cheers", "not reached", sent=False)


class StrictPreOrders(PreOrders):
    """Takes the money of a number once: the same payment again is a yes, another one a no."""

    def __init__(self) -> None:
        super().__init__()
        self.paid_by: dict[str, str] = {}

    def send(self, push: Push, vendor_order_id: str) -> str:
        if self.paid_by.get(vendor_order_id, push.id) != push.id:
            raise VendorRefused(self.name, "paid already")
        try:
            return super().send(push, vendor_order_id)
        finally:
            if self.effects(vendor_order_id):
                self.paid_by[vendor_order_id] = push.id

    def _after(self, kind: PushKind, report: OrderReport) -> OrderReport:
        return report  # nobody can look it up any more, see `PreOrders`


class Day:
    """Two numbers' day; `steps` says what happened, for a failure to be understood."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.desk = PreOrderDesk(FakeStore(), vendor=StrictPreOrders())
        self.steps: list[str] = []
        self.numbers: list[str] = []

    def live(self) -> None:
        self.a_customer_comes()
        for _ in range(self.chance.randint(10, 60)):
            steps = (
                *(self.staff_tap,) * 5,
                *(self.carry,) * 3,
                *(self.wait, self.look_up_again, self.trouble, self.trouble, self.printer),
                *(self.kill, self.amount_changes, self.clock_jumps, self.a_customer_comes),
            )
            step = self.chance.choice(steps)
            self.steps.append(step.__name__)
            step()
            self.promises()
        self.rest()

    def a_customer_comes(self) -> None:
        if len(self.numbers) < 2:
            units = self.chance.choice((538, 538, 900))
            number = self.desk.vendor.place(payment=P.DUE, due=huf(units), number="")
            self.numbers.append(number)
            self.desk.look_up(number)

    def look_up_again(self) -> None:
        self.desk.look_up(self.chance.choice(self.numbers))

    def amount_changes(self) -> None:
        number = self.chance.choice(self.numbers)
        if not self.paid_there(number):
            units = self.chance.choice((700, 538))
            basket = a_basket(a_line(price=units))
            self.desk.vendor.change(number, due=huf(units), basket=basket)

    def staff_tap(self) -> None:
        orders = self.orders()
        if not orders:
            return
        order = self.chance.choice(orders)
        offered = sorted(self.desk.offered(order.id), key=list(Move).index)
        if not offered:
            return
        move = self.chance.choice(offered)
        self.steps[-1] = f"{order.id}:{move.name}"
        if move in (Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN):
            # They look at the vendor's own screen, so what they say is true.
            paid = self.paid_there(order.vendor_order_id)
            move = Move.IT_HAPPENED if paid else Move.IT_DID_NOT_HAPPEN
        self.desk.clock.advance(0.1)
        try:
            tap(self.desk, order, move)
        except IllegalMove as error:
            # What was true on the screen may have changed a moment ago, by a reading alone.
            raise AssertionError(f"{move} was offered, but {error}") from error

    def carry(self) -> None:
        self.desk.deliver()

    def wait(self) -> None:
        self.desk.clock.advance(self.chance.choice((1, 6, 60)))

    def clock_jumps(self) -> None:
        self.desk.clock.advance(self.chance.choice((-7200, -10, 3600)))

    def trouble(self) -> None:
        error = self.chance.choice((LOST, NOT_REACHED, VendorRefused("cheers", "no")))
        after = error is LOST and self.chance.random() < 0.5
        on = self.chance.choice(("send", "send", "fetch"))
        self.desk.vendor.fail_next(error, on=on, after_effect=after)

    def printer(self) -> None:
        self.desk.print_next(self.chance.choice(list(PrintResult)))

    def kill(self) -> None:
        self.desk.hear(recover(self.desk.desk))

    # --- the promises -----------------------------------------------------------------------------

    def promises(self) -> None:
        for order in self.orders():
            told = " ".join(self.steps)
            if order.money_taken:
                assert order.payment in (P.RECEIVED, P.UNCONFIRMED, P.RETURN_DUE), told
                if order.state in (S.CANCELLED, S.REJECTED):
                    assert order.payment is P.RETURN_DUE, told
                    assert order.column is not None, told
            slips = [job for job in self.desk.jobs(order.id) if job.kind is JobKind.SLIP]
            assert len(slips) <= 1, told
            charged = self.desk.effects(order.vendor_order_id)
            ids = {push.id for push in self.payments(order) if push.tries}
            assert len(charged) <= 1 or len(ids) == 1, told

    def rest(self) -> None:
        """The evening: no more trouble, everything goes out, and staff settle what is asked."""
        self.desk.vendor._troubles.clear()
        for _ in range(40):
            self.desk.clock.advance(70)
            self.desk.deliver()
            for order in self.orders():
                paid = self.paid_there(order.vendor_order_id)
                move = Move.IT_HAPPENED if paid else Move.IT_DID_NOT_HAPPEN
                if move in self.desk.offered(order.id):
                    tap(self.desk, order, move)
        for order in self.orders():
            told = f"{order.id} {' '.join(self.steps)}"
            charged = self.paid_there(order.vendor_order_id)
            if charged and not order.returned:
                wanted = P.RETURN_DUE if order.state is S.CANCELLED else P.RECEIVED
                assert order.payment is wanted, told
                assert order.state is not S.NEW, told
            if not charged and order.money_taken:
                # Staff are asked about it, or it goes back: never a sale as if it were paid.
                snapshot = self.desk.snapshot(order.id)
                asked = snapshot.question is not None or snapshot.refused is not None
                assert asked or order.payment is P.RETURN_DUE, told
            assert order.payment is not P.UNCONFIRMED or self.desk.snapshot(order.id).question, told

    # --- looks ------------------------------------------------------------------------------------

    def orders(self) -> list[Order]:
        return list(self.desk.store.kept.orders.values())

    def payments(self, order: Order) -> list[Push]:
        kind = PushKind.PAYMENT_RECEIVED
        return [push for push in self.desk.pushes(order.id) if push.kind is kind]

    def paid_there(self, number: str) -> bool:
        return PushKind.PAYMENT_RECEIVED in self.desk.effects(number)


@pytest.mark.parametrize("seed", range(100))
def test_a_day(seed: int) -> None:
    Day(seed).live()
