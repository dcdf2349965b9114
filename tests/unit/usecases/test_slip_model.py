"""Whatever printers, staff, fallbacks and power cuts do: no slip comes out twice unasked."""

from __future__ import annotations

from collections import Counter as Count
from collections.abc import Sequence

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain.printing import JobKind, PrinterStatus, PrinterWord, PrintJob, PrintOutcome
from app.domain.printing import PrintResult as R
from app.domain.routes import Routes
from app.domain.states import JobState, Move
from app.usecases.begin_print import offer_old
from app.usecases.print_order import PrintAgain, PrintOrder, print_again, print_order
from app.usecases.recover import recover
from app.usecases.set_routes import SetRoutes, set_routes
from app.usecases.settle_print import (
    SettleSlips,
    SlipAnswer,
    settle_print,
    settle_slips,
    slips_wait,
)
from app.usecases.undo_move import UndoMove, undo_move
from app.usecases.waiting_slips import (
    MoveSlips,
    RetrySlips,
    SkipSlips,
    move_slips,
    retry_slips,
    skip_slips,
)
from tests.fakes.store import FakeStore
from tests.unit.usecases.kitchen import BAR, COUNTER, KITCHEN, a_meal, a_shop, is_unwell, is_well

PRINTERS = st.sampled_from(["counter", "bar", "kitchen"])
RESULTS = st.sampled_from([R.PRINTED, R.NOT_STARTED, R.UNSURE, R.UNSURE, None])
UNWELL = st.sampled_from([PrinterWord.PAPER_OUT, PrinterWord.NOT_REACHABLE])
WHICH = st.integers(0, 5)
ALL = (COUNTER, BAR, KITCHEN)
_OUT = (R.PRINTED, R.SENT, R.UNSURE)


class SlipMachine(RuleBasedStateMachine):
    """Two orders of a shop with three printers, one of which makes station slips alone."""

    def __init__(self) -> None:
        super().__init__()
        self.shop = a_shop(FakeStore())
        self.left: Count[str] = Count()
        self.wanted: Count[str] = Count()

    @initialize()
    def two_orders(self) -> None:
        for _ in range(2):
            self.shop.at_work(**a_meal())

    @rule(printer=PRINTERS, result=RESULTS)
    def a_printer_takes_the_next(self, printer: str, result: R | None) -> None:
        """With no result the till is killed while it prints."""
        errand = self.shop.begin_print(printer)
        if errand is None:
            return
        assert errand.job.printer == printer
        if result is None or result in _OUT:
            self.left[errand.job.id] += 1
        if result is None:
            recover(self.shop.desk)
            return
        status = PrinterStatus(PrinterWord.READY)
        if result is R.NOT_STARTED:
            status = PrinterStatus(PrinterWord.PAPER_OUT)
        settle_print(errand.job.id, PrintOutcome(result, status), self.shop.desk)

    @rule(printer=PRINTERS, word=UNWELL)
    def a_printer_is_not_well(self, printer: str, word: PrinterWord) -> None:
        offer_old(printer, self.shop.desk)
        slips_wait(printer, word, self.shop.desk)
        is_unwell(self.shop, printer, word)

    @rule(printer=PRINTERS)
    def a_printer_is_well(self, printer: str) -> None:
        is_well(self.shop, printer)

    @rule(seconds=st.sampled_from([2, 2, 60, 60, 60, 700]))
    def time_passes(self, seconds: float) -> None:
        self.shop.clock.advance(seconds)

    @rule(which=WHICH, answer=st.sampled_from(SlipAnswer))
    def staff_answer(self, which: int, answer: SlipAnswer) -> None:
        asked = [job for job in self._jobs() if job.state is JobState.UNSURE or job.offered]
        if asked:
            job = asked[which % len(asked)]
            if answer is SlipAnswer.PRINT and job.state is JobState.UNSURE:
                self.wanted[job.id] += 1
            settle_slips(SettleSlips({job.id: answer}), self.shop.desk)

    @rule(which=WHICH, printer=st.sampled_from(["counter", "bar"]))
    def staff_move_it(self, which: int, printer: str) -> None:
        if printer in self.shop.desk.routes.slip_printers:
            move_slips(MoveSlips(self._some(which), printer), self.shop.desk)

    @rule(which=WHICH)
    def staff_try_it(self, which: int) -> None:
        retry_slips(RetrySlips(self._some(which)), self.shop.desk)

    @rule(which=WHICH)
    def staff_skip_it(self, which: int) -> None:
        skip_slips(SkipSlips(self._some(which)), self.shop.desk)

    @rule(which=WHICH)
    def staff_print(self, which: int) -> None:
        order_id = self._order(which)
        if Move.PRINT in self.shop.offered(order_id):
            # One staff gave up as "did not come out" may be printed anew.
            self.wanted.update(
                job.id for job in self.shop.jobs(order_id) if job.state is JobState.FAILED
            )
            print_order(PrintOrder(order_id), self.shop.desk)

    @rule(which=WHICH)
    def staff_print_again(self, which: int) -> None:
        order_id = self._order(which)
        if Move.PRINT_AGAIN in self.shop.offered(order_id):
            print_again(PrintAgain(order_id), self.shop.desk)

    @rule(which=WHICH)
    def cancelled_and_taken_back(self, which: int) -> None:
        order_id = self._order(which)
        if Move.CANCEL_ORDER in self.shop.offered(order_id):
            self.shop.move(Move.CANCEL_ORDER, order_id)
            if Move.UNDO in self.shop.offered(order_id):
                undo_move(UndoMove(order_id), self.shop.desk)

    @rule(routes=st.sampled_from([ALL, ALL, ALL, (BAR,), (KITCHEN,), (COUNTER, BAR)]))
    def printers_come_and_go(self, routes: Sequence[object]) -> None:
        set_routes(SetRoutes(Routes(tuple(routes))), self.shop.desk)  # type: ignore[arg-type]

    @rule()
    def the_till_starts_anew(self) -> None:
        self.shop.desk.session.printers.clear()
        recover(self.shop.desk)

    @invariant()
    def no_slip_comes_out_twice_unasked(self) -> None:
        for job_id, times in self.left.items():
            assert times <= 1 + self.wanted[job_id], job_id

    @invariant()
    def one_slip_and_one_station_slip_for_a_printer(self) -> None:
        for order_id in self.shop.board():
            jobs = self.shop.jobs(order_id)
            assert [job.kind for job in jobs].count(JobKind.SLIP) <= 1
            made_for = [job.station_printer for job in jobs if job.kind is JobKind.STATION]
            assert len(made_for) == len(set(made_for))

    @invariant()
    def what_waits_can_be_seen(self) -> None:
        kept = {slip.job.id for slip in self.shop.desk.session.waiting_slips}
        assert kept == {job.id for job in self._jobs() if job.waits}

    def _jobs(self) -> list[PrintJob]:
        with self.shop.store.begin() as work:
            return list(work.jobs.unsettled())

    def _some(self, which: int) -> tuple[str, ...]:
        ids = [job.id for job in self._jobs()]
        return tuple(ids[which % len(ids) :][:2]) if ids else ()

    def _order(self, which: int) -> str:
        orders = self.shop.board()
        return orders[which % len(orders)] if orders else "id-1"


TestSlips = SlipMachine.TestCase
TestSlips.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
