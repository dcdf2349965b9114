"""A whole counter without threads: a store, a clock, one vendor, and pumps a test turns by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from app.domain.errors import VendorError
from app.domain.events import EventKind
from app.domain.moves import offered_moves
from app.domain.news import News, Noticed, OrdersChanged
from app.domain.notice import NoticeCode
from app.domain.order import Order
from app.domain.printing import PrinterStatus, PrinterWord, PrintJob, PrintOutcome, PrintResult
from app.domain.push import Push, PushKind
from app.domain.report import OrderReport
from app.domain.routes import Route, Routes
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ports.store import StorePort
from app.usecases.accept_order import AcceptOrder, accept_order
from app.usecases.begin_print import PrintErrand, begin_print
from app.usecases.begin_push import Errand, begin_push, due_pushes
from app.usecases.desk import Desk, Session, Shop, VendorFacts
from app.usecases.move_order import MoveOrder, move_order
from app.usecases.receive_report import ReceiveReport, receive_report
from app.usecases.settle_print import settle_print
from app.usecases.settle_push import settle_push, settle_re_read
from app.usecases.situation import situation_of, snapshot_of
from tests.fakes.clock import FrozenClock
from tests.fakes.ids import CountingIds
from tests.fakes.vendor import FakeVendor

Kind = TypeVar("Kind")
WELL = PrinterStatus(PrinterWord.READY)


class Counter:
    """One till with Cheers and the printer "counter"; `news` is what the screen has been told."""

    def __init__(self, store: StorePort, *, vendor: FakeVendor | None = None, **shop: Any) -> None:
        self.store = store
        self.clock = FrozenClock()
        self.vendor = vendor or FakeVendor()
        self.news: list[News] = []
        facts = VendorFacts("cheers", "Cheers", "C", self.vendor.capabilities)
        routes = shop.pop("routes", (Route(printer="counter"),))
        given = {"undo_seconds": 5}
        self.desk = Desk(
            store=store,
            clock=self.clock,
            ids=CountingIds(),
            shop=Shop(**(given | shop)),
            vendors={"cheers": facts},
            session=Session(routes=Routes(tuple(routes))),
        )

    # --- the counter's own looks ------------------------------------------------------------------

    def order(self, order_id: str = "id-1") -> Order:
        with self.store.begin() as work:
            return work.orders.get(order_id)

    def snapshot(self, order_id: str = "id-1") -> OrderSnapshot:
        with self.store.begin() as work:
            return snapshot_of(work.orders.get(order_id), work, self.desk)

    def offered(self, order_id: str = "id-1") -> set[Move]:
        with self.store.begin() as work:
            situation = situation_of(work.orders.get(order_id), work, self.desk)
        return {one.move for one in offered_moves(situation) if not one.lock}

    def board(self) -> list[str]:
        with self.store.begin() as work:
            return [order.id for order in work.orders.on_board()]

    def pushes(self, order_id: str = "id-1") -> list[Push]:
        with self.store.begin() as work:
            return list(work.outbox.of_order(order_id))

    def jobs(self, order_id: str = "id-1") -> list[PrintJob]:
        with self.store.begin() as work:
            return list(work.jobs.of_order(order_id))

    def events(self, order_id: str = "id-1") -> list[EventKind]:
        reader = self.store.reader()
        try:
            return [event.kind for event in reader.events(order_id)]
        finally:
            reader.close()

    def notices(self) -> list[NoticeCode]:
        return [news.notice.code for news in self.told(Noticed)]

    def told(self, kind: type[Kind]) -> list[Kind]:
        return [news for news in self.news if isinstance(news, kind)]

    # --- what happens -----------------------------------------------------------------------------

    def hear(self, news: Sequence[News]) -> list[News]:
        self.news.extend(news)
        return list(news)

    def report(self, vendor_order_id: str = "v-1") -> list[News]:
        """Read an order from the vendor and take in what it says."""
        return self.receive(self.vendor.fetch(vendor_order_id))

    def receive(self, report: OrderReport) -> list[News]:
        return self.hear(receive_report(ReceiveReport(report), self.desk))

    def place(self, **changes: Any) -> str:
        """A customer orders and the order comes in; gives its id here."""
        vendor_order_id = self.vendor.place(**changes)
        self.report(vendor_order_id)
        with self.store.begin() as work:
            order = work.orders.find("cheers", vendor_order_id)
        assert order is not None
        return order.id

    def accept(self, order_id: str = "id-1") -> None:
        self.hear(accept_order(AcceptOrder(order_id), self.desk))

    def move(self, move: Move, order_id: str = "id-1", reason: str = "") -> None:
        self.hear(move_order(MoveOrder(order_id, move, reason), self.desk))

    def at_work(self, *moves: Move, **changes: Any) -> str:
        """An order that was accepted and moved on, the vendor told of all of it."""
        order_id = self.place(**changes)
        self.accept(order_id)
        self.deliver()
        for move in moves:
            self.move(move, order_id)
            self.clock.advance(5)
            self.deliver()
        return order_id

    # --- the pumps --------------------------------------------------------------------------------

    def deliver(self, rounds: int = 50) -> int:
        """Carry errands to the vendor until none is due; gives how many calls that took."""
        for calls in range(rounds):
            errands = due_pushes(self.desk, frozenset()).errands
            if not errands:
                return calls
            self.carry(errands[0])
        raise AssertionError("the outbox never comes to rest")

    def carry(self, errand: Errand) -> None:
        """One errand to the vendor and back."""
        push = errand.push
        if errand.re_read:
            self.hear(settle_re_read(push.id, self._ask(errand), self.desk))
            return
        begun = begin_push(push.id, self.desk)
        if begun is not None:
            self.hear(settle_push(push.id, self._send(begun, errand), self.desk))

    def _ask(self, errand: Errand) -> OrderReport | VendorError:
        try:
            return self.vendor.fetch(errand.vendor_order_id)
        except VendorError as error:
            return error

    def _send(self, push: Push, errand: Errand) -> VendorError | None:
        try:
            self.vendor.send(push, errand.vendor_order_id)
        except VendorError as error:
            return error
        return None

    def put_on_wire(self) -> Push:
        """Note the next push as sent, without an answer: what a killed till leaves behind."""
        errand = next(one for one in due_pushes(self.desk, frozenset()).errands)
        while errand.re_read:
            self.carry(errand)
            errand = next(one for one in due_pushes(self.desk, frozenset()).errands)
        push = begin_push(errand.push.id, self.desk)
        assert push is not None
        return push

    def outage(self, minutes: float, step: float = 20) -> None:
        """Let the vendor be away so long, trying as the pump would."""
        self.vendor.go_away()
        for _ in range(int(minutes * 60 / step)):
            self.deliver()
            self.clock.advance(step)
        self.vendor.come_back()

    def begin_print(self, printer: str = "counter") -> PrintErrand | None:
        errand, news = begin_print(printer, self.desk)
        self.hear(news)
        return errand

    def print_next(
        self, result: PrintResult = PrintResult.PRINTED, status: PrinterStatus = WELL
    ) -> PrintErrand | None:
        """Let the printer take the next slip, ending so; gives what it was given."""
        errand = self.begin_print()
        if errand is not None:
            self.hear(settle_print(errand.job.id, PrintOutcome(result, status), self.desk))
        return errand

    def print_all(self) -> list[PrintErrand]:
        printed = []
        while (errand := self.print_next()) is not None:
            printed.append(errand)
        return printed

    def last_orders(self) -> OrdersChanged:
        return self.told(OrdersChanged)[-1]

    def ringing(self) -> set[str]:
        """Return all orders for which the screen has been let ring."""
        told = (one for news in self.told(OrdersChanged) for one in news.orders)
        return {one.order.id for one in told if one.rings_as_new}

    def effects(self, vendor_order_id: str = "v-1") -> list[PushKind]:
        return self.vendor.effects(vendor_order_id)
