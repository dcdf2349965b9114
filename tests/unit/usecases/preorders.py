"""A vendor whose payment accepts the order, and its numbers looked up and paid, in tests."""

from __future__ import annotations

from app.domain.capabilities import Telling
from app.domain.errors import OrderUnknown, VendorError
from app.domain.money import Money, total
from app.domain.news import News
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.refusal import Refusal
from app.domain.report import OrderReport
from app.domain.scan import Scan
from app.domain.states import Move, PaymentState
from app.ports.store import StorePort
from app.usecases.answer_look_up import AnswerLookUp, answer_look_up
from app.usecases.receive_payment import ReceivePayment, receive_payment
from tests.builders import huf
from tests.fakes.vendor import FakeVendor
from tests.unit.usecases.counter import Counter


class PreOrders(FakeVendor):
    """Once it is paid nobody can look a pre-order up any more."""

    def __init__(self) -> None:
        ours = (Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER)
        moves = {Move.PAYMENT_RECEIVED: Telling.TOLD} | dict.fromkeys(ours, Telling.OURS_ALONE)
        super().__init__(moves=moves, payment_accepts=True)
        self.gone: set[str] = set()

    def fetch(self, vendor_order_id: str) -> OrderReport:
        report = super().fetch(vendor_order_id)
        if self.effects(vendor_order_id) or vendor_order_id in self.gone:
            raise OrderUnknown(self.name, "(410)", code="410", why=Refusal.NUMBER_UNKNOWN)
        return report


class PreOrderDesk(Counter):
    """A counter at which numbers are looked up and paid."""

    vendor: PreOrders

    def __init__(self, store: StorePort, vendor: PreOrders | None = None) -> None:
        super().__init__(store, vendor=vendor or PreOrders())

    def looked_up(self, units: int = 538, number: str = "") -> str:
        """A customer comes with a number; gives the order's id here."""
        number = number or self.vendor.place(payment=PaymentState.DUE, due=huf(units), number="")
        self.look_up(number)
        with self.store.begin() as work:
            order = work.orders.find("cheers", number)
        assert order is not None
        return order.id

    def look_up(self, number: str, scan: Scan | None = None) -> list[News]:
        asked_at = self.clock.now()
        try:
            answer: OrderReport | VendorError = self.vendor.fetch(number)
        except VendorError as error:
            answer = error
        command = AnswerLookUp("cheers", number, answer, asked_at, scan)
        return self.hear(answer_look_up(command, self.desk))

    def pay(self, order_id: str = "id-1", due: Money | None = None) -> None:
        amount = due or self.order(order_id).due
        self.pay_by(PaymentPart(PaymentMethod.CARD, amount), order_id=order_id)

    def pay_by(self, *parts: PaymentPart, order_id: str = "id-1") -> None:
        """Take the money in these parts."""
        amount = total([part.amount for part in parts], parts[0].amount.currency)
        self.hear(receive_payment(ReceivePayment(order_id, amount, parts), self.desk))

    def paid(self, order_id: str = "id-1") -> None:
        """Look up, take the money, and let the vendor say what it says."""
        self.pay(self.looked_up())
        self.deliver()
