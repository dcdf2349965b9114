"""The model of the outbox: one till, one vendor, staff, and everything that can go wrong."""

from __future__ import annotations

from collections import Counter as Count
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from app.domain.basket import Basket, OrderLine
from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove, VendorError
from app.domain.money import Money
from app.domain.notice import NoticeCode
from app.domain.order import Order
from app.domain.printing import JobKind, PrintOutcome, PrintResult
from app.domain.push import KIND_OF_MOVE, Push, PushKind, PushState
from app.domain.report import Customer, OrderReport
from app.domain.states import COLUMNS, EndedBy, JobState, Move, OrderState, PaymentState, Standing
from app.usecases.begin_push import Errand, begin_push, due_errands
from app.usecases.receive_report import ReceiveReport, receive_report
from app.usecases.recover import recover
from app.usecases.settle_print import settle_print
from app.usecases.settle_push import settle_push, settle_re_read
from tests.builders import a_basket, a_customer, a_line
from tests.fakes.store import FakeStore
from tests.fakes.vendor import TOLD, FakeVendor
from tests.unit.usecases.counter import WELL, Counter
from tests.unit.usecases.strict_vendor import Fault, StrictVendor
from tests.unit.usecases.tapping import tap

S, P = OrderState, PaymentState
FAULTS = st.sampled_from([Fault.NONE, Fault.NONE, Fault.NONE, *Fault])
WHICH = st.integers(0, 5)
KINDS = sorted(set(KIND_OF_MOVE.values()))
MOVES_BEFORE = st.sampled_from([[], [Move.ACCEPT], [Move.ACCEPT, Move.READY]])
AT_THE_TAP = (Move.READY, Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER)


@dataclass(frozen=True)
class Content:
    """What an order may have become at the vendor meanwhile."""

    basket: Basket
    customer: Customer
    asks_for_more: bool = False  # what is to be paid here is the new total


_EURO, _NO_EURO = Money(1250, "EUR"), Money.zero("EUR")
_ESPRESSO = OrderLine(
    product_id="e", name="Espresso", unit_price=_EURO, discount=_NO_EURO, collect=_EURO
)
_IN_EURO = Basket(
    currency="EUR", lines=(_ESPRESSO,), tip=_NO_EURO, tip_collect=_NO_EURO, total=_EURO
)
_HOSTILE = "\u202e\ufdfa \U0001f469\u200d\U0001f469\u200d\U0001f467 \u200b\x1b@"
CONTENTS = (
    Content(a_basket(a_line("One beer")), a_customer()),
    Content(a_basket(a_line("Two beers", quantity=2)), a_customer(), asks_for_more=True),
    Content(a_basket(a_line("Gift", 0)), a_customer(name="", comment="For Ödön")),
    Content(a_basket(a_line("Voucher", -900)), a_customer()),
    Content(a_basket(*(a_line(f"Line {n}") for n in range(30))), a_customer(name=_HOSTILE)),
    Content(_IN_EURO, a_customer(), asks_for_more=True),
)
JUMPS = (-7200, -10, 3600, 86400)


@dataclass
class OnItsWay:
    """An errand whose answer has not come back; the vendor has done what it does already."""

    errand: Errand
    answer: OrderReport | VendorError | None


class OutboxMachine(RuleBasedStateMachine):
    """Orders of one vendor, worked by staff who tap whatever is offered."""

    def __init__(self) -> None:
        super().__init__()
        moves = dict.fromkeys(TOLD, Telling.TOLD) | {Move.CANCEL_ORDER: Telling.OURS_ALONE}
        self.counter = Counter(FakeStore(), vendor=FakeVendor(moves=moves))
        self.desk, self.clock = self.counter.desk, self.counter.clock
        self.vendor = StrictVendor()
        self.on_its_way: list[OnItsWay] = []
        self.read: list[ReceiveReport] = []
        self.slips_sent: Count[str] = Count()
        self.slips_wanted: Count[str] = Count()
        self.printed_by_hand: set[str] = set()
        self.taken: dict[str, int] = {}
        self.seen: set[str] = set()

    # --- the world outside ------------------------------------------------------------------------

    @initialize(to_pay=st.lists(st.booleans(), min_size=1, max_size=2), moves=MOVES_BEFORE)
    def the_day_so_far(self, to_pay: list[bool], moves: list[Move]) -> None:
        """Orders are there, the first of them in work already."""
        for one in to_pay:
            self.place(one)
        for move in moves:
            order = self._order(0)
            self._tap(order, move)
            self.clock.advance(5)
            self.all_is_delivered()

    @precondition(lambda self: len(self.vendor.reports) < 3)
    @rule(to_pay=st.booleans())
    def place(self, to_pay: bool) -> None:
        vendor_order_id = self.vendor.place(to_pay=to_pay)
        report = self.vendor.reports[vendor_order_id]
        receive_report(ReceiveReport(report), self.desk)

    @rule(seconds=st.sampled_from([0.3, 1, 5, 12, 60]))
    def time_passes(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH)
    def customer_cancels(self, which: int) -> None:
        self.vendor.cancel(self._vendor_order_id(which))

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH, kind=st.sampled_from(KINDS))
    def somebody_else_does_it(self, which: int, kind: PushKind) -> None:
        if kind not in (PushKind.ON_THE_WAY, PushKind.CANCEL_ORDER):
            self.vendor.elsewhere(kind, self._vendor_order_id(which))

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH, content=st.sampled_from(CONTENTS))
    def customer_orders_something_else(self, which: int, content: Content) -> None:
        vendor_order_id = self._vendor_order_id(which)
        due = content.basket.total
        changes: dict[str, object] = {"basket": content.basket, "customer": content.customer}
        if self.vendor.reports[vendor_order_id].payment is P.DUE and content.asks_for_more:
            changes["due"] = due
        self.vendor.change_content(vendor_order_id, **changes)

    @rule(seconds=st.sampled_from(JUMPS))
    def the_clock_jumps(self, seconds: float) -> None:
        """It is set by the network, or by hand."""
        self.clock.advance(seconds)

    # --- the pumps --------------------------------------------------------------------------------

    @rule(which=WHICH, fault=FAULTS)
    def an_errand_leaves(self, which: int, fault: Fault) -> None:
        busy = frozenset(
            (one.errand.push.order_id, one.errand.push.system) for one in self.on_its_way
        )
        errands = due_errands(self.desk, busy)
        if not errands:
            return
        errand = errands[which % len(errands)]
        if errand.re_read:
            answer = self.vendor.fetch(errand.vendor_order_id, fault)
            self.on_its_way.append(OnItsWay(errand, answer))
            return
        push = begin_push(errand.push.id, self.desk)
        assert push is not None
        self._expect_no_repeat(push, errand.vendor_order_id)
        sent = self.vendor.send(push, errand.vendor_order_id, fault)
        self.on_its_way.append(OnItsWay(errand, sent))

    @rule(which=WHICH, fault=FAULTS)
    def an_errand_goes_there_and_back(self, which: int, fault: Fault) -> None:
        on_its_way = len(self.on_its_way)
        self.an_errand_leaves(which, fault)
        if len(self.on_its_way) > on_its_way:
            self.an_answer_comes(-1)

    @rule()
    def all_is_delivered(self) -> None:
        for _ in range(20):
            while self.on_its_way:
                self.an_answer_comes(0)
            self.an_errand_leaves(0, Fault.NONE)

    @precondition(lambda self: self.on_its_way)
    @rule(which=WHICH)
    def an_answer_comes(self, which: int) -> None:
        one = self.on_its_way.pop(which % len(self.on_its_way))
        push_id = one.errand.push.id
        if not one.errand.re_read:
            assert not isinstance(one.answer, OrderReport)
            settle_push(push_id, one.answer, self.desk)
            return
        assert one.answer is not None
        settle_re_read(push_id, one.answer, self.desk)

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH)
    def the_vendor_is_asked_and_answers(self, which: int) -> None:
        report = self.vendor.reports[self._vendor_order_id(which)]
        self._receive(ReceiveReport(report, self.clock.now()))

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH)
    def an_order_is_read(self, which: int) -> None:
        report = self.vendor.reports[self._vendor_order_id(which)]
        self.read.append(ReceiveReport(report, self.clock.now()))

    @precondition(lambda self: self.read)
    @rule(which=WHICH)
    def a_report_comes_in(self, which: int) -> None:
        self._receive(self.read.pop(which % len(self.read)))

    def _receive(self, command: ReceiveReport) -> None:
        """No report moves an order back or out of its end."""
        before = {order.id: order.state for order in self._orders()}
        receive_report(command, self.desk)
        for order in self._orders():
            was = before[order.id]
            assert order.state is was if was.is_end else _rank(order.state) >= _rank(was)

    @rule()
    def the_till_is_killed_and_started(self) -> None:
        self.on_its_way.clear()
        self.read.clear()
        recover(self.desk)

    @rule(result=st.sampled_from([*PrintResult, None]))
    def the_printer_works(self, result: PrintResult | None) -> None:
        errand = self.counter.begin_print()
        assert NoticeCode.OUR_FAULT not in self.counter.notices(), "a slip could not be composed"
        if errand is None:
            return
        if result is not PrintResult.NOT_STARTED:
            self.slips_sent[errand.job.id] += 1
        if result is None:  # killed while it printed
            self.the_till_is_killed_and_started()
            return
        settle_print(errand.job.id, PrintOutcome(result, WELL), self.desk)

    # --- staff ------------------------------------------------------------------------------------

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH, tap=st.integers(0, 30))
    def staff_tap_what_is_offered(self, which: int, tap: int) -> None:
        order = self._order(which)
        offered = sorted(self.counter.offered(order.id), key=list(Move).index)
        if offered:
            self._tap(order, offered[tap % len(offered)])

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH, move=st.sampled_from(AT_THE_TAP))
    def staff_move_it_along(self, which: int, move: Move) -> None:
        order = self._order(which)
        if move in self.counter.offered(order.id):
            self._tap(order, move)

    @precondition(lambda self: self.vendor.reports)
    @rule(which=WHICH, move=st.sampled_from(list(Move)))
    def what_is_not_offered_does_nothing(self, which: int, move: Move) -> None:
        order = self._order(which)
        if move in self.counter.offered(order.id) or move is Move.TAKE_PAYMENT:
            return
        before = self.counter.store.kept
        try:
            self._tap(order, move)
        except IllegalMove:
            assert self.counter.store.kept is before
        else:
            raise AssertionError(f"{move} was not offered and yet done")

    def _tap(self, order: Order, move: Move) -> None:
        self.clock.advance(0.1)  # nobody taps twice in one moment
        jobs = self.counter.jobs(order.id)
        if move in (Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN):
            self._settle(order, move)
        else:
            tap(self.counter, order, move)
        if move is Move.SEEN:
            self.seen.add(order.id)
        if move is Move.PRINT:
            self.printed_by_hand.add(order.id)
            self.slips_wanted.update(job.id for job in self.counter.jobs(order.id))
        if move is Move.SLIP_DID_NOT_COME_OUT:
            in_doubt = next(job for job in jobs if job.state is JobState.UNSURE)
            self.slips_wanted[in_doubt.id] += 1

    def _settle(self, order: Order, move: Move) -> None:
        """Staff look at the vendor's own screen, so what they say is true."""
        push = self.counter.snapshot(order.id).question
        if push is None:
            tap(self.counter, order, move)
        elif all(one.errand.push.id != push.id for one in self.on_its_way):
            # Else they wait for the question that is being asked.
            applied = self.vendor.applied[order.vendor_order_id]
            done = any(one.id == push.id for one in applied)
            tap(self.counter, order, Move.IT_HAPPENED if done else Move.IT_DID_NOT_HAPPEN)

    # Rules are drawn evenly; a counter is mostly tapping and telling.
    rush_1 = rush_2 = rush_3 = staff_move_it_along
    staff_1 = staff_2 = staff_3 = staff_4 = staff_tap_what_is_offered
    errand_1 = errand_2 = errand_3 = an_errand_goes_there_and_back
    time_1 = time_passes

    # --- the promises -----------------------------------------------------------------------------

    def _expect_no_repeat(self, push: Push, vendor_order_id: str) -> None:
        applied = {one.id for one in self.vendor.applied[vendor_order_id]}
        assert push.id not in applied, "what took effect is sent once more"
        if not push.kind.is_payment:
            later = [
                one.sequence
                for one in self.vendor.arrived[vendor_order_id]
                if not one.kind.is_payment
            ]
            assert all(sequence <= push.sequence for sequence in later), "out of order"

    @invariant()
    def money_taken_is_never_forgotten(self) -> None:
        for order in self._orders():
            taken = sum(part.amount.minor for part in order.taken)
            assert taken >= self.taken.get(order.id, 0)
            self.taken[order.id] = taken
            unsold = order.state in (S.CANCELLED, S.REJECTED)
            if unsold and order.money_taken:
                assert order.payment is P.RETURN_DUE
            if order.payment is P.RETURN_DUE:
                assert order.column is not None
            if order.money_taken and order.state is not S.LEFT:
                assert order.payment not in (P.NOT_DUE, P.DUE, P.FAILED)

    @invariant()
    def nothing_vanishes(self) -> None:
        for order in self._orders():
            if order.ended_by is EndedBy.VENDOR and order.id not in self.seen:
                assert order.column is not None

    @invariant()
    def one_order_one_slip(self) -> None:
        for order in self._orders():
            jobs = self.counter.jobs(order.id)
            slips = [job for job in jobs if job.kind is JobKind.SLIP]
            assert len(slips) <= 1
            if slips and order.id not in self.printed_by_hand:
                accepts = [
                    push
                    for push in self.vendor.left[order.vendor_order_id]
                    if push.kind is PushKind.ACCEPT
                ]
                # Where the answer was lost, nobody can say whose accept the vendor took.
                assert accepts, "a slip although no accept of ours ever left"
            for job in jobs:
                assert self.slips_sent[job.id] <= 1 + self.slips_wanted[job.id]

    @invariant()
    def a_question_can_be_answered(self) -> None:
        for order in self._orders():
            if order.payment is P.UNCONFIRMED:
                pushes = [
                    push
                    for push in self.counter.pushes(order.id)
                    if push.kind is PushKind.PAYMENT_RECEIVED
                ]
                assert pushes[-1].state.is_open or pushes[-1].state is PushState.REFUSED

    def teardown(self) -> None:
        """All is well again; everybody has time: now both sides say the same."""
        if not self.vendor.reports:
            return
        while self.on_its_way:
            self.an_answer_comes(0)
        for _ in range(60):
            self.clock.advance(70)
            self.an_errand_leaves(0, Fault.NONE)
            while self.on_its_way:
                self.an_answer_comes(0)
        assert due_errands(self.desk, frozenset()) == []
        for report in self.vendor.reports.values():
            receive_report(ReceiveReport(report), self.desk)
        before = self.counter.store.kept.orders
        for report in self.vendor.reports.values():
            receive_report(ReceiveReport(report), self.desk)
        assert self.counter.store.kept.orders == before, "the same report twice changed something"
        for order in self._orders():
            self._expect_agreement(order)

    def _expect_agreement(self, order: Order) -> None:
        report = self.vendor.reports[order.vendor_order_id]
        assert not any(push.state.is_open for push in self.counter.pushes(order.id))
        alone = order.state is S.CANCELLED or order.brought_back
        if not alone and order.ended_by is not EndedBy.VENDOR:
            assert report.standing.as_state is order.state, (report.standing, order.state)
        told = order.payment is P.RECEIVED and order.money_taken
        if told and not alone and order.ended_by is not EndedBy.VENDOR:
            assert report.payment is P.RECEIVED
        if report.standing in (Standing.CANCELLED, Standing.REJECTED):
            assert order.state.is_end or order.brought_back

    # --- the machine's own ------------------------------------------------------------------------

    def _vendor_order_id(self, which: int) -> str:
        ids = sorted(self.vendor.reports)
        return ids[which % len(ids)]

    def _order(self, which: int) -> Order:
        with self.counter.store.begin() as work:
            order = work.orders.find("cheers", self._vendor_order_id(which))
        assert order is not None
        return order

    def _orders(self) -> list[Order]:
        return list(self.counter.store.kept.orders.values())


def _rank(state: OrderState) -> int:
    return 3 if state.is_end else COLUMNS.index(state)
