"""One order, one slip: queued once, settled by what the printer or staff say, reprinted on wish."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.news import Noticed, OrdersChanged, SlipQuestionsChanged
from app.domain.notice import NoticeCode
from app.domain.printing import JobKind, PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.routes import Route
from app.domain.states import JobState, Move, Standing
from app.ports.store import StorePort
from app.usecases.begin_print import begin_print, has_waiting, offer_old
from app.usecases.print_order import PrintAgain, PrintOrder, print_again, print_order
from app.usecases.recover import recover
from app.usecases.settle_print import (
    SettleSlip,
    SettleSlips,
    SlipAnswer,
    settle_print,
    settle_slip,
    settle_slips,
    slips_wait,
)
from app.usecases.undo_move import UndoMove, undo_move
from tests.unit.usecases.counter import Counter

J, A, R = JobState, SlipAnswer, PrintResult
OUT = PrinterStatus(PrinterWord.PAPER_OUT)
WELL = PrinterStatus(PrinterWord.READY)
SILENT = PrinterStatus(PrinterWord.NOT_ANSWERING)


def reprint(counter: Counter) -> None:
    counter.hear(print_again(PrintAgain("id-1"), counter.desk))


def states(counter: Counter) -> list[JobState]:
    return [job.state for job in counter.jobs()]


def questions(counter: Counter) -> list[str]:
    told = counter.told(SlipQuestionsChanged)
    return [one.job.id for one in told[-1].questions] if told else []


# --- one slip -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("result", "state"), [(R.PRINTED, J.PRINTED), (R.SENT, J.SENT)])
def test_a_slip_comes_out_once(counter: Counter, result: PrintResult, state: JobState) -> None:
    counter.at_work()
    assert has_waiting("counter", counter.desk)
    errand = counter.print_next(result)
    assert errand is not None
    assert (errand.slip.number, errand.slip.bar) == ("A-1", "")
    assert states(counter) == [state]
    assert counter.jobs()[0].settled_at == counter.clock.now()
    assert not has_waiting("counter", counter.desk)
    assert counter.print_next() is None
    standing = counter.snapshot().slip
    assert standing is not None
    assert (standing.state, standing.first_at) == (state, counter.clock.now())


def test_a_slip_under_way_is_on_disk_and_on_screen(counter: Counter) -> None:
    counter.at_work()
    counter.begin_print()
    assert states(counter) == [J.SENDING]
    assert counter.begin_print() is None
    standing = counter.told(OrdersChanged)[-1].orders[0].slip
    assert standing is not None
    assert standing.state is J.SENDING


def test_slips_go_oldest_first_and_to_their_own_printer(counter: Counter) -> None:
    for _ in range(3):
        counter.at_work()
        counter.clock.advance(1)
    assert counter.begin_print("kitchen") is None
    assert [errand.slip.number for errand in counter.print_all()] == ["A-1", "A-1", "A-1"]
    assert [errand for errand in counter.print_all()] == []


def test_no_slip_by_itself_for_an_accept_of_somebody_else(counter: Counter) -> None:
    counter.place(standing=Standing.PREPARING)
    assert counter.jobs() == []
    counter.hear(print_order(PrintOrder("id-1"), counter.desk))
    assert [(job.kind, job.copy) for job in counter.jobs()] == [(JobKind.SLIP, 1)]
    with pytest.raises(IllegalMove):
        counter.hear(print_order(PrintOrder("id-1"), counter.desk))


def test_a_printer_that_is_not_well_keeps_its_slip(counter: Counter) -> None:
    counter.at_work()
    for _ in range(3):
        counter.print_next(R.NOT_STARTED, OUT)
    assert states(counter) == [J.QUEUED]
    assert counter.jobs()[0].cause is PrinterWord.PAPER_OUT
    assert counter.notices().count(NoticeCode.SLIP_WAITS) == 1
    counter.print_next()
    assert states(counter) == [J.PRINTED]
    assert counter.jobs()[0].cause is None


def test_why_slips_wait_is_said_once_for_all(counter: Counter) -> None:
    counter.at_work()
    counter.at_work()
    counter.news.clear()
    counter.hear(slips_wait("counter", PrinterWord.PAPER_OUT, counter.desk))
    counter.hear(slips_wait("counter", PrinterWord.PAPER_OUT, counter.desk))
    assert counter.notices() == [NoticeCode.SLIP_WAITS]
    assert len(counter.last_orders().orders) == 2
    counter.hear(slips_wait("counter", PrinterWord.COVER_OPEN, counter.desk))
    assert counter.notices().count(NoticeCode.SLIP_WAITS) == 2


# --- reprints -------------------------------------------------------------------------------------


def test_reprints_are_numbered_and_say_when_the_first_came_out(counter: Counter) -> None:
    counter.at_work()
    with pytest.raises(IllegalMove):
        reprint(counter)
    counter.print_next()  # 12:10 in Budapest
    for copy in (2, 3):
        counter.clock.advance(minutes=7)
        reprint(counter)
        errand = counter.print_next()
        assert errand is not None
        assert errand.slip.bar == f"REPRINT: slip no. {copy}, first 12:10"
        assert errand.job.kind is JobKind.REPRINT
    standing = counter.snapshot().slip
    assert standing is not None
    assert standing.copies == 3


def test_a_reprint_of_a_slip_in_doubt_says_when_it_was_asked_for(counter: Counter) -> None:
    counter.at_work()
    counter.print_next(R.UNSURE, SILENT)
    counter.clock.advance(minutes=7)
    reprint(counter)
    errand = counter.print_next()
    assert errand is not None
    assert errand.slip.bar == "REPRINT: slip no. 2, first 12:10"


def test_letters_that_are_missing_on_a_slip_are_told(counter: Counter) -> None:
    counter.at_work()
    errand, _ = begin_print("counter", counter.desk)
    assert errand is not None
    counter.hear(settle_print(errand.job.id, PrintOutcome(R.PRINTED, WELL, lost=2), counter.desk))
    assert states(counter) == [J.PRINTED]
    notice = counter.told(Noticed)[-1].notice
    assert (notice.code, notice.number) == (NoticeCode.LETTERS_LOST, "A-1")
    assert notice.data == {"printer": "counter", "count": "2"}


# --- doubts ---------------------------------------------------------------------------------------


def test_a_slip_in_doubt_is_asked_about_and_never_repeated_by_itself(counter: Counter) -> None:
    counter.at_work()
    counter.print_next(R.UNSURE, SILENT)
    assert states(counter) == [J.UNSURE]
    assert questions(counter) == [counter.jobs()[0].id]
    assert counter.notices()[-1] is NoticeCode.SLIP_UNSURE
    assert counter.print_next() is None
    assert {Move.SLIP_CAME_OUT, Move.SLIP_DID_NOT_COME_OUT, Move.PRINT_AGAIN} <= counter.offered()


def test_slip_came_out(counter: Counter) -> None:
    counter.at_work()
    counter.print_next(R.UNSURE, SILENT)
    counter.hear(settle_slip(SettleSlip("id-1", came_out=True), counter.desk))
    assert states(counter) == [J.PRINTED]
    assert questions(counter) == []
    assert EventKind.SLIP_SETTLED_BY_STAFF in counter.events()
    with pytest.raises(IllegalMove):
        counter.hear(settle_slip(SettleSlip("id-1", came_out=True), counter.desk))


def test_slip_did_not_come_out_prints_it_as_the_one_slip_it_is(counter: Counter) -> None:
    counter.at_work()
    counter.print_next(R.UNSURE, SILENT)
    counter.clock.advance(minutes=30)
    counter.hear(settle_slip(SettleSlip("id-1", came_out=False), counter.desk))
    errand = counter.print_next()
    assert errand is not None
    assert errand.slip.bar == ""
    assert [(job.copy, job.state) for job in counter.jobs()] == [(1, J.PRINTED)]


def test_a_reprint_in_doubt_is_settled_like_a_slip(counter: Counter) -> None:
    counter.at_work()
    counter.print_next()
    reprint(counter)
    counter.print_next(R.UNSURE, SILENT)
    standing = counter.snapshot().slip
    assert standing is not None
    assert standing.state is J.UNSURE
    counter.hear(settle_slip(SettleSlip("id-1", came_out=False), counter.desk))
    errand = counter.print_next()
    assert errand is not None
    assert errand.job.copy == 2
    assert states(counter) == [J.PRINTED, J.PRINTED]


def test_a_slip_given_up_can_be_printed_again_as_the_first(counter: Counter) -> None:
    counter.at_work()
    counter.print_next(R.UNSURE, SILENT)
    answers = {counter.jobs()[0].id: A.GIVE_UP}
    counter.hear(settle_slips(SettleSlips(answers), counter.desk))
    assert states(counter) == [J.FAILED]
    assert Move.PRINT_AGAIN not in counter.offered()
    counter.hear(print_order(PrintOrder("id-1"), counter.desk))
    errand = counter.print_next()
    assert errand is not None
    assert errand.slip.bar == ""
    assert len(counter.jobs()) == 1


# --- old jobs -------------------------------------------------------------------------------------


def old_slips(counter: Counter, count: int = 3) -> list[str]:
    ids = [counter.at_work() for _ in range(count)]
    counter.clock.advance(minutes=10, seconds=1)
    return [counter.jobs(order_id)[0].id for order_id in ids]


def test_after_ten_minutes_slips_are_offered_in_one_list_and_not_printed(
    counter: Counter,
) -> None:
    jobs = old_slips(counter)
    counter.at_work()
    fresh = counter.print_next()
    assert fresh is not None
    assert fresh.job.id not in jobs
    assert counter.print_next() is None
    assert questions(counter) == jobs
    assert not any(one.is_unsure for one in counter.told(SlipQuestionsChanged)[-1].questions)
    assert not has_waiting("counter", counter.desk)


def test_exactly_ten_minutes_are_not_too_long(quick: Counter) -> None:
    quick.at_work()
    quick.clock.advance(minutes=10)
    assert quick.print_next() is not None


def test_old_slips_are_offered_also_while_the_printer_is_not_well(counter: Counter) -> None:
    jobs = old_slips(counter)
    counter.hear(offer_old("counter", counter.desk))
    assert questions(counter) == jobs
    counter.news.clear()
    counter.hear(offer_old("counter", counter.desk))
    assert counter.news == []


def test_answers_to_the_list(counter: Counter) -> None:
    came_out, wanted, given_up = old_slips(counter)
    counter.print_next()
    answers = {came_out: A.CAME_OUT, wanted: A.PRINT, given_up: A.GIVE_UP}
    counter.hear(settle_slips(SettleSlips(answers), counter.desk))
    assert questions(counter) == []
    errands = counter.print_all()
    assert [errand.job.id for errand in errands] == [wanted]
    counter.hear(settle_slips(SettleSlips(answers), counter.desk))
    assert counter.print_next() is None


def test_an_answer_that_comes_late_does_not_touch_a_slip_under_way(counter: Counter) -> None:
    (job,) = old_slips(counter, 1)
    counter.print_next()
    counter.hear(settle_slips(SettleSlips({job: A.PRINT}), counter.desk))
    counter.begin_print()
    counter.hear(settle_slips(SettleSlips({job: A.CAME_OUT}), counter.desk))
    assert states(counter) == [J.SENDING]


# --- what must not hold slips up ------------------------------------------------------------------


@pytest.mark.expected_log("a slip was not composed", level="ERROR")
def test_a_slip_that_cannot_be_composed_is_set_aside_in_sight(counter: Counter) -> None:
    end_of_time = datetime.max.replace(tzinfo=UTC)  # no time of day in Budapest
    poisoned = counter.at_work(wanted_at=end_of_time)
    counter.hear(print_order(PrintOrder(poisoned), counter.desk))
    counter.clock.advance(1)
    well = counter.at_work()
    errand = counter.print_next()
    assert errand is not None
    assert errand.job.order_id == well
    assert questions(counter) == [job.id for job in counter.jobs(poisoned)]
    assert NoticeCode.OUR_FAULT in counter.notices()
    assert counter.print_next() is None
    answers = {counter.jobs(poisoned)[0].id: A.GIVE_UP}
    counter.hear(settle_slips(SettleSlips(answers), counter.desk))
    assert questions(counter) == []


@pytest.mark.parametrize("end", [Move.LEFT, Move.CANCEL_ORDER])
def test_a_slip_that_had_not_begun_when_its_order_ended_does_not_come_out(
    counter: Counter, end: Move
) -> None:
    counter.at_work()
    assert counter.begin_print() is not None
    counter.move(end)
    not_begun = PrintOutcome(R.NOT_STARTED, OUT)
    counter.hear(settle_print(counter.jobs()[0].id, not_begun, counter.desk))
    assert states(counter) == [J.FAILED]
    assert counter.print_next() is None


def test_undo_takes_such_a_slip_up_again(counter: Counter) -> None:
    counter.at_work()
    counter.begin_print()
    counter.move(Move.LEFT)
    counter.clock.advance(1)
    not_begun = PrintOutcome(R.NOT_STARTED, OUT)
    counter.hear(settle_print(counter.jobs()[0].id, not_begun, counter.desk))
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.print_next() is not None


def test_a_slip_of_an_order_the_vendor_ended_does_not_come_out_later(counter: Counter) -> None:
    counter.at_work()
    assert counter.begin_print() is not None
    counter.vendor.cancel("v-1")
    counter.report()
    not_begun = PrintOutcome(R.NOT_STARTED, OUT)
    counter.hear(settle_print(counter.jobs()[0].id, not_begun, counter.desk))
    assert states(counter) == [J.FAILED]


# --- after a crash --------------------------------------------------------------------------------


def test_a_slip_under_way_at_the_crash_is_in_doubt(store: StorePort) -> None:
    counter = Counter(store)
    counter.at_work()
    counter.begin_print()
    counter.hear(recover(counter.desk))
    assert states(counter) == [J.UNSURE]
    assert questions(counter) == [counter.jobs()[0].id]
    assert counter.print_next() is None


def test_a_slip_that_waited_at_the_crash_comes_out_once(store: StorePort) -> None:
    counter = Counter(store)
    counter.at_work()
    counter.hear(recover(counter.desk))
    assert len(counter.print_all()) == 1


def test_slips_for_a_printer_that_is_gone_go_to_the_one_there_is(store: StorePort) -> None:
    counter = Counter(store)
    counter.at_work()
    counter.clock.advance(1)
    counter.at_work()
    counter.begin_print()
    renamed = Counter(store, routes=(Route(printer="bar"),))
    renamed.hear(recover(renamed.desk))
    in_doubt = renamed.jobs("id-1")[0]
    assert in_doubt.state is J.UNSURE
    printed = renamed.begin_print("bar")
    assert printed is not None
    renamed.hear(settle_slips(SettleSlips({in_doubt.id: A.PRINT}), renamed.desk))
    again = renamed.begin_print("bar")
    assert again is not None
    assert again.job.id == in_doubt.id


def test_without_any_printer_slips_that_wait_are_asked_about(store: StorePort) -> None:
    counter = Counter(store)
    counter.at_work()
    bare = Counter(store, routes=())
    bare.hear(recover(bare.desk))
    job = bare.jobs()[0]
    assert questions(bare) == [job.id]
    bare.hear(settle_slips(SettleSlips({job.id: A.PRINT}), bare.desk))
    assert questions(bare) == [job.id]
    bare.hear(settle_slips(SettleSlips({job.id: A.GIVE_UP}), bare.desk))
    assert questions(bare) == []
    assert states(bare) == [J.FAILED]
