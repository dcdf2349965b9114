"""Who has to make something is told by a slip of his own, once, beside the order's one slip."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.domain.events import EventKind
from app.domain.news import SlipQuestionsChanged
from app.domain.notice import NoticeCode
from app.domain.printing import JobKind, PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.routes import Route, Routes
from app.domain.slip import LineKind, SlipLine
from app.domain.states import JobState, Move, Standing
from app.ports.store import StorePort
from app.usecases.print_order import PrintAgain, PrintOrder, print_again, print_order
from app.usecases.recover import recover
from app.usecases.set_routes import SetRoutes, set_routes
from app.usecases.settle_print import SettleSlip, settle_print, settle_slip
from app.usecases.undo_move import UndoMove, undo_move
from app.usecases.waiting_slips import SkipSlips, skip_slips
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import WELL, Counter
from tests.unit.usecases.kitchen import (
    BAR,
    COUNTER,
    KITCHEN,
    a_meal,
    a_shop,
    by_printer,
    keep_station,
)

J, R = JobState, PrintResult
OUT = PrinterStatus(PrinterWord.PAPER_OUT)


@pytest.fixture
def shop(store: StorePort) -> Counter:
    return a_shop(store)


@pytest.fixture
def fast() -> Counter:
    """The same shop in memory alone."""
    return a_shop(FakeStore())


def ends(counter: Counter, printer: str, result: PrintResult = R.PRINTED) -> str:
    """Let a printer take its next slip, ending so; gives the job's id."""
    errand = counter.begin_print(printer)
    assert errand is not None
    counter.hear(settle_print(errand.job.id, PrintOutcome(result, WELL), counter.desk))
    return errand.job.id


def texts(lines: Sequence[SlipLine]) -> list[str]:
    return [f"{line.quantity or ''} {line.text} {line.amount}".strip() for line in lines]


def test_slip_and_station_slip_are_queued_together(shop: Counter) -> None:
    shop.at_work(**a_meal())
    jobs = by_printer(shop)
    assert {printer: job.kind for printer, job in jobs.items()} == {
        "counter": JobKind.SLIP,
        "kitchen": JobKind.STATION,
    }
    assert jobs["kitchen"].stations == ("grill",)
    assert shop.events().count(EventKind.SLIP_QUEUED) == 2


def test_a_station_slip_has_its_lines_and_no_money_and_no_code(shop: Counter) -> None:
    shop.at_work(**a_meal())
    whole, part = shop.begin_print("counter"), shop.begin_print("kitchen")
    assert whole is not None
    assert part is not None
    assert texts(part.slip.lines) == ["1 Burger", "well done", "+ no onion"]
    assert {line.kind for line in part.slip.lines} == {LineKind.ITEM, LineKind.DETAIL}
    assert part.slip.number == whole.slip.number
    assert part.slip.moment == whole.slip.moment
    assert part.slip.bar == "grill"
    assert part.slip.comment == whole.slip.comment
    assert (part.slip.code, part.slip.code_text, part.slip.to_pay) == ("", "", None)
    assert (part.slip.footer, part.slip.facts) == ("", ())
    assert len(whole.slip.lines) > 3
    assert whole.slip.code


def test_an_order_without_anything_to_make_there_has_no_station_slip(fast: Counter) -> None:
    fast.at_work()
    assert [job.kind for job in fast.jobs()] == [JobKind.SLIP]


def test_the_slip_s_vendor_decides_its_printer() -> None:
    ours = a_shop(FakeStore(), Route(printer="loke", vendors=("loke",)), Route(printer="all"))
    ours.at_work()
    assert by_printer(ours)["all"].kind is JobKind.SLIP


def test_without_a_printer_of_slips_the_kitchen_still_hears_of_it() -> None:
    ours = a_shop(FakeStore(), KITCHEN)
    ours.at_work(**a_meal())
    assert [job.kind for job in ours.jobs()] == [JobKind.STATION]
    assert NoticeCode.NO_PRINTER in ours.notices()
    assert not ours.snapshot().prints_slips


def test_a_reprint_makes_no_second_station_slip(fast: Counter) -> None:
    fast.at_work(**a_meal())
    ends(fast, "counter")
    ends(fast, "kitchen")
    fast.hear(print_again(PrintAgain("id-1"), fast.desk))
    assert [job.kind for job in fast.jobs()].count(JobKind.STATION) == 1
    assert ends(fast, "counter")
    assert fast.begin_print("kitchen") is None
    standing = fast.snapshot().slip
    assert standing is not None
    assert standing.copies == 2


def test_both_are_withdrawn_and_taken_up_together(shop: Counter) -> None:
    shop.at_work(**a_meal())
    shop.move(Move.CANCEL_ORDER)
    assert [job.state for job in shop.jobs()] == [J.FAILED, J.FAILED]
    assert shop.events().count(EventKind.SLIP_WITHDRAWN) == 2
    shop.hear(undo_move(UndoMove("id-1"), shop.desk))
    assert [job.state for job in shop.jobs()] == [J.QUEUED, J.QUEUED]
    ends(shop, "counter")
    ends(shop, "kitchen")
    assert shop.begin_print("kitchen") is None


def test_one_that_came_out_is_not_withdrawn_and_not_printed_again(fast: Counter) -> None:
    fast.at_work(**a_meal())
    ends(fast, "kitchen")
    fast.move(Move.CANCEL_ORDER)
    assert {job.state for job in fast.jobs()} == {J.FAILED, J.PRINTED}
    fast.hear(undo_move(UndoMove("id-1"), fast.desk))
    assert by_printer(fast)["kitchen"].state is J.PRINTED
    assert fast.begin_print("kitchen") is None


def test_what_each_slip_does_is_told_apart(fast: Counter) -> None:
    fast.at_work(**a_meal())
    ends(fast, "counter")
    errand = fast.begin_print("kitchen")
    assert errand is not None
    outcome = PrintOutcome(R.NOT_STARTED, OUT)
    fast.hear(settle_print(errand.job.id, outcome, fast.desk))
    shown = fast.snapshot()
    assert shown.slip is not None
    assert shown.slip.state is J.PRINTED
    (station,) = shown.station_slips
    assert (station.printer, station.state, station.cause) == (
        "kitchen",
        J.QUEUED,
        PrinterWord.PAPER_OUT,
    )
    assert station.waits
    assert station.others == ("counter", "bar")


def test_a_station_slip_in_doubt_is_asked_about_after_the_slip(shop: Counter) -> None:
    shop.at_work(**a_meal())
    station = ends(shop, "kitchen", R.UNSURE)
    slip = ends(shop, "counter", R.UNSURE)
    assert len(shop.told(SlipQuestionsChanged)[-1].questions) == 2
    doubt = shop.snapshot().slip_in_doubt
    assert doubt is not None
    assert doubt.job_id == slip
    shop.hear(settle_slip(SettleSlip("id-1", came_out=True), shop.desk))
    doubt = shop.snapshot().slip_in_doubt
    assert doubt is not None
    assert (doubt.job_id, doubt.printer, doubt.stations) == (station, "kitchen", ("grill",))
    shop.hear(settle_slip(SettleSlip("id-1", came_out=False), shop.desk))
    assert ends(shop, "kitchen") == station


def test_a_station_slip_given_up_can_be_printed_and_the_slip_is_not(fast: Counter) -> None:
    fast.at_work(**a_meal())
    ends(fast, "counter")
    assert Move.PRINT not in fast.offered()
    fast.hear(skip_slips(SkipSlips((by_printer(fast)["kitchen"].id,)), fast.desk))
    assert {Move.PRINT, Move.PRINT_AGAIN} <= fast.offered()
    fast.hear(print_order(PrintOrder("id-1"), fast.desk))
    assert ends(fast, "kitchen")
    assert fast.begin_print("counter") is None


def test_an_order_accepted_elsewhere_gets_both_when_a_person_presses_print(fast: Counter) -> None:
    fast.place(standing=Standing.PREPARING, **a_meal())
    assert fast.jobs() == []
    fast.hear(print_order(PrintOrder("id-1"), fast.desk))
    assert set(by_printer(fast)) == {"counter", "kitchen"}


@pytest.mark.parametrize("killed", ["counter", "kitchen"])
def test_a_slip_under_way_at_the_crash_is_in_doubt_and_the_other_goes_on(
    store: StorePort, killed: str
) -> None:
    before = a_shop(store)
    before.at_work(**a_meal())
    before.begin_print(killed)
    after = a_shop(store)
    after.hear(recover(after.desk))
    other = {"counter": "kitchen", "kitchen": "counter"}[killed]
    assert by_printer(after)[killed].state is J.UNSURE
    assert after.begin_print(killed) is None
    assert ends(after, other)


def test_a_catalogue_that_moved_the_line_elsewhere_leaves_nothing_to_print(fast: Counter) -> None:
    fast.at_work(**a_meal())
    keep_station(fast, "fryer")
    assert fast.begin_print("kitchen") is None
    assert by_printer(fast)["kitchen"].state is J.FAILED
    assert NoticeCode.OUR_FAULT not in fast.notices()


def test_a_station_slip_whose_printer_is_gone_finds_another(shop: Counter) -> None:
    shop.at_work(**a_meal())
    grill = Route(printer="grill room", slips=False, stations=("grill",))
    shop.hear(set_routes(SetRoutes(Routes((COUNTER, BAR, grill))), shop.desk))
    assert set(by_printer(shop)) == {"counter", "grill room"}
    shop.hear(set_routes(SetRoutes(Routes((BAR,))), shop.desk))
    assert set(by_printer(shop)) == {"bar"}
    printed = [shop.begin_print("bar"), shop.begin_print("bar")]
    assert [errand.slip.bar for errand in printed if errand] == ["", "grill"]
    assert shop.begin_print("bar") is None


def test_new_routes_are_told_to_the_whole_board(fast: Counter) -> None:
    fast.at_work()
    fast.hear(set_routes(SetRoutes(Routes()), fast.desk))
    assert not fast.last_orders().orders[0].prints_slips
    questions = fast.told(SlipQuestionsChanged)[-1].questions
    assert [question.number for question in questions] == ["A-1"]
